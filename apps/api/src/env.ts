import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type ProviderSettings, publicUrlSchema, readProviders } from './identity/oidc/provider-settings.ts'
import { createProxies, forwardedHeaders } from './protection/client-address.ts'
import { parseRates } from './protection/rates.ts'
import { withSecretFiles } from './secret-files.ts'

const flag = z.enum(['0', '1']).transform((value) => value === '1')
const megabytes = (n: number) => n * 1024 * 1024
/** Text that a reader of ours takes; what it throws becomes the variable's message. */
const readable = (read: (text: string) => unknown) =>
  z
    .string()
    .default('')
    .superRefine((text, context) => {
      try {
        read(text)
      } catch (error) {
        context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) })
      }
    })

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('0.0.0.0'),
  /** PostgreSQL 15+ with PostGIS 3.3+; absent: the embedded engine in DATA_FOLDER. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_FOLDER: z.string().default('.data'),
  /** Demo accounts and demo data. `npm start` without any configuration sets it. */
  DEMO: flag.default(false),
  /** Seals what is kept of the providers' tokens; kept in DATA_FOLDER where it is not given. */
  SESSION_SECRET: z.string().min(32).optional(),
  /** A session that nothing is asked with for so long is over. */
  SESSION_IDLE_MINUTES: z.coerce.number().min(1).max(1440).default(60),
  /** A session is over after so long whatever is asked. */
  SESSION_HOURS: z.coerce.number().min(1).max(168).default(12),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  /** Bearer token that may read /metrics; without one the path answers on loopback only. */
  METRICS_TOKEN: z.string().min(16).optional(),
  MAX_BODY_BYTES: z.coerce.number().int().positive().default(megabytes(1)),
  MAX_IMPORT_BYTES: z.coerce.number().int().positive().default(megabytes(2048)),
  /** Whose map it is, where it is not Kristianstad's. The code is Statistics Sweden's four digits. */
  MUNICIPALITY_NAME: z.string().min(1).max(100).optional(),
  MUNICIPALITY_CODE: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  /** Addresses and networks (CIDR) of the proxies whose forwarding header is believed, and which header they set. */
  TRUSTED_PROXIES: readable((list) => createProxies(list)),
  FORWARDED_HEADER: z.enum(forwardedHeaders).default('x-forwarded-for'),
  /** Requests a minute: "off", or pairs such as "reads=600,sign-in=20". */
  RATE_LIMITS: readable(parseRates),
  /** Zero bits of the work a browser does before it sends a report: one more is twice the work. */
  REPORT_PROOF_BITS: z.coerce.number().int().min(0).max(24).default(16),
  /** The address people visit, such as https://karta.kommun.se: providers send them back there. */
  PUBLIC_URL: publicUrlSchema.optional(),
  /** Where one reports a broken lamp and the like to the municipality: what it is called, and its page or telephone number (tel:). */
  FAULT_REPORT_NAME: z.string().min(3).max(120).optional(),
  FAULT_REPORT_URL: z
    .url({ protocol: /^(https?|tel)$/ })
    .max(500)
    .optional(),
  /** Whom the public asks about the map and the work for safety: an e-mail address or a telephone number. */
  CONTACT: z.string().min(3).max(200).optional(),
  /** Whom one asks about one's personal data. */
  DATA_PROTECTION_CONTACT: z.string().min(3).max(200).optional(),
  /** Sites that may show /badda-in within a page of theirs, with spaces between: https://www.kommun.se */
  EMBED_ORIGINS: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .pipe(
      z
        .array(
          z
            .string()
            .regex(/^https?:\/\/[a-z0-9*.-]+(?::\d{1,5})?$/i, 'is no origin such as https://www.kommun.se'),
        )
        .max(20),
    ),
  /** How long things are kept where it is not as shipped: reports=P1Y,audit=P3Y. */
  RETENTION: z.string().optional(),
  /** Threads that encode tiles. */
  TILE_WORKERS: z.coerce.number().int().min(1).max(64).default(2),
})

export interface Env extends Omit<z.infer<typeof schema>, 'SESSION_SECRET' | 'DATA_FOLDER'> {
  DATA_FOLDER: string
  SESSION_SECRET: string
  /** Where one can sign in: from OIDC_FILE or OIDC_PROVIDERS (infra/identity.md). */
  providers: readonly ProviderSettings[]
}

/** A secret that outlives restarts, readable by the owner of the data folder alone. */
function keptSecret(folder: string): string {
  const file = join(folder, 'session-secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(folder, { recursive: true })
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(file, secret, { mode: 0o600 })
  return secret
}

/** Parses the environment once; throws with one line per bad variable. Secrets may stand in files (NAME_FILE). An empty value counts as unset. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const given = Object.fromEntries(
    Object.entries(withSecretFiles(source)).filter(([, value]) => value !== ''),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment has values that cannot be used:\n${lines.join('\n')}`)
  }
  const providers = readProviders(given)
  const folder = resolve(parsed.data.DATA_FOLDER)
  return {
    ...parsed.data,
    DATA_FOLDER: folder,
    providers,
    SESSION_SECRET: parsed.data.SESSION_SECRET ?? keptSecret(folder),
  }
}
