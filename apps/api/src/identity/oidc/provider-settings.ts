import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { StaffAudience } from '../../contract-admin.ts'
import { isLoopback } from './loopback.ts'

/** Who wins where a person's groups give several roles, unless the provider's `priority` says otherwise. */
const usualPriority: readonly StaffAudience[] = ['admin', 'police', 'planner', 'reporter']

const staffAudience = z.enum(['reporter', 'planner', 'police', 'admin'])
const secureUrl = z
  .url({ protocol: /^https?$/ })
  .refine(
    (text) => URL.canParse(text) && (new URL(text).protocol === 'https:' || isLoopback(new URL(text))),
    'https is needed, but for a provider on the loopback address',
  )

const fields = z.strictObject({
  /** Stands in addresses and with each account: never give it to another issuer later. */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'lower-case letters, digits and -, at most 31'),
  title: z.strictObject({ sv: z.string().min(1).max(100), en: z.string().min(1).max(100) }),
  issuer: secureUrl,
  clientId: z.string().min(1).max(200),
  /** How the client shows who it is at the token endpoint; none: PKCE alone. */
  authentication: z
    .enum(['client_secret_basic', 'client_secret_post', 'client_secret_jwt', 'none'])
    .default('client_secret_basic'),
  clientSecret: z.string().min(1).optional(),
  /** A file that holds it. */
  clientSecretFile: z.string().min(1).optional(),
  /** The name of the environment variable that holds it. */
  clientSecretEnv: z.string().min(1).optional(),
  scopes: z
    .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/))
    .default(['openid', 'profile', 'email'])
    .refine((scopes) => scopes.includes('openid'), 'openid has to be among them'),
  /** Where in the claims the groups or roles stand: "groups", "realm_access.roles"; a list where a name has dots of its own. */
  rolesClaim: z
    .union([
      z
        .string()
        .min(1)
        .transform((path) => path.split('.')),
      z.array(z.string().min(1)).min(1),
    ])
    .default(['groups']),
  /** Group or role -> audience. The provider can give no audience that does not stand here. */
  roles: z
    .record(z.string().min(1), staffAudience)
    .refine((roles) => Object.keys(roles).length > 0, 'at least one group'),
  priority: z
    .array(staffAudience)
    .min(1)
    .default([...usualPriority]),
  /** How a person proves anew who they are, for what needs it. */
  stepUp: z
    .strictObject({
      /** The proof may be this old, in seconds. */
      maxAge: z.int().min(0).max(900).default(60),
      prompt: z.literal('login').optional(),
      /** The answer has to name one of these. */
      acrValues: z.array(z.string().regex(/^\S+$/)).min(1).optional(),
    })
    .default({ maxAge: 60 }),
  /** Seconds its clock may differ from ours. */
  clockTolerance: z.int().min(0).max(300).default(30),
  /** Seconds a session goes on while its refresh is due and the provider does not answer. */
  refreshGrace: z.int().min(0).max(86_400).default(3600),
})

const entry = fields.refine(
  ({ roles, priority }) => Object.values(roles).every((audience) => priority.includes(audience)),
  { path: ['priority'], message: 'every audience of roles has to be in it' },
)

export interface ProviderSettings
  extends Omit<z.infer<typeof entry>, 'clientSecret' | 'clientSecretFile' | 'clientSecretEnv'> {
  /** null: the client has none. */
  readonly clientSecret: string | null
}

/** What people visit: an origin, over https but on the loopback address. */
export const publicUrlSchema = secureUrl
  .refine(
    (text) => URL.canParse(text) && `${new URL(text).origin}/` === new URL(text).href,
    'only scheme, host and port',
  )
  .transform((text) => new URL(text).origin)

/**
 * The providers of the configuration: JSON in the file OIDC_FILE or in OIDC_PROVIDERS, a list of entries.
 * Throws with one line per fault; no line holds a secret.
 */
export function readProviders(environment: NodeJS.ProcessEnv): readonly ProviderSettings[] {
  try {
    const providers = parseProviders(environment)
    if (providers.length > 0 && !environment.PUBLIC_URL)
      throw new Error('PUBLIC_URL has to be set: providers send people back there')
    return providers
  } catch (error) {
    const name = environment.OIDC_FILE ? 'OIDC_FILE' : 'OIDC_PROVIDERS'
    const lines = error instanceof Error ? error.message : String(error)
    throw new Error(`The environment has values that cannot be used:\n  ${name}: ${lines}`)
  }
}

function parseProviders(environment: NodeJS.ProcessEnv): readonly ProviderSettings[] {
  const { OIDC_FILE: file, OIDC_PROVIDERS: given } = environment
  if (file && given) throw new Error('give OIDC_FILE or OIDC_PROVIDERS, not both')
  const text = file ? readText(file, 'the file') : given
  if (!text) return []
  const parsed = z.array(entry).safeParse(parseJson(text))
  if (!parsed.success)
    throw new Error(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    )
  const providers = parsed.data.map((provider, index) => withSecret(provider, index, environment))
  for (const key of ['id', 'issuer'] as const)
    for (const [index, provider] of providers.entries())
      if (providers.findIndex((p) => p[key] === provider[key]) !== index)
        throw new Error(`${index}.${key}: ${provider[key]} stands twice`)
  return providers
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message quotes the text, and that may hold a secret.
    throw new Error('is not JSON')
  }
}

function readText(path: string, what: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw new Error(`${what}: ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}

function withSecret(
  provider: z.infer<typeof entry>,
  index: number,
  environment: NodeJS.ProcessEnv,
): ProviderSettings {
  const { clientSecret, clientSecretFile, clientSecretEnv, ...settings } = provider
  const given = [clientSecret, clientSecretFile, clientSecretEnv].filter((way) => way !== undefined)
  if (settings.authentication === 'none') {
    if (given.length > 0) throw new Error(`${index}.authentication: none, and yet a secret is given`)
    return { ...settings, clientSecret: null }
  }
  if (given.length !== 1)
    throw new Error(`${index}: one of clientSecret, clientSecretFile and clientSecretEnv is needed`)
  const secret =
    clientSecret ??
    (clientSecretFile
      ? readText(clientSecretFile, `${index}.clientSecretFile`)
      : environment[clientSecretEnv ?? ''])
  if (!secret) throw new Error(`${index}: the client secret is empty`)
  return { ...settings, clientSecret: secret }
}
