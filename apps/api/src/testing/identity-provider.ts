import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Audience } from '@trygghetskartan/layers'
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import Provider, { type ClientMetadata, type Configuration } from 'oidc-provider'
import { freePort } from './free-port.ts'
import { interact } from './identity-provider-login.ts'
import { createMemory } from './identity-provider-memory.ts'
import { municipalPeople, municipalRoles, type Person } from './identity-provider-people.ts'
import { settings } from './identity-provider-settings.ts'

export interface IdentityProviderOptions {
  /** The provider's id in the product's configuration. */
  readonly id: string
  /** The address of the product, without a path: where people are sent back. */
  readonly publicUrl: string
  readonly people?: readonly Person[]
  /** Group -> audience, as the product is configured. */
  readonly roles?: Readonly<Record<string, Exclude<Audience, 'public'>>>
  /** Where the groups stand: in the ID token (as Keycloak and Entra do) or only in the userinfo answer. */
  readonly groupsIn?: 'id_token' | 'userinfo'
  readonly accessTokenSeconds?: number
}

export interface IdentityProvider {
  readonly issuer: string
  /** The entry of the product's configuration (one element of OIDC_PROVIDERS). */
  config(changes?: Record<string, unknown>): Record<string, unknown>
  person(username: string): Person
  /** Closes its port: nothing answers. */
  pause(): Promise<void>
  resume(): Promise<void>
  /** Its clock is ahead by so many seconds (negative: behind). */
  skew(seconds: number): void
  /** Changes what stands in the next ID tokens, or answers another token altogether; null: as it is. */
  forge(change: ((claims: JWTPayload) => JWTPayload | string | Promise<string>) | null): void
  /** Signs with the provider's own key. */
  sign(claims: JWTPayload, header?: { typ?: string; alg?: string }): Promise<string>
  /** Ends the person's session at the provider, as its administrator would: tells the product. The product's status codes. */
  endSessions(username: string): Promise<number[]>
  stop(): Promise<void>
}

const secret = 'only-the-test-knows-this-secret'
const clientId = 'trygghetskartan'

/** A real OpenID provider on a free port of the loopback address, with a login page a browser can fill in. */
export async function startIdentityProvider({
  id,
  publicUrl,
  people = municipalPeople(),
  roles = municipalRoles,
  groupsIn = 'id_token',
  accessTokenSeconds = 3600,
}: IdentityProviderOptions): Promise<IdentityProvider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const key = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(key.privateKey)), kid: `${id}-1`, use: 'sig', alg: 'RS256' }
  const known = (username: string) => people.find((p) => p.username === username && p.enabled)
  const signedIn: { username: string; sid: string }[] = []
  let ahead = 0
  let change: Parameters<IdentityProvider['forge']>[0] = null

  const client: ClientMetadata = {
    client_id: clientId,
    client_secret: secret,
    grant_types: ['authorization_code', 'refresh_token'],
    redirect_uris: [`${publicUrl}/auth/callback/${id}`],
    post_logout_redirect_uris: [`${publicUrl}/`],
    backchannel_logout_uri: `${publicUrl}/auth/backchannel-logout/${id}`,
    backchannel_logout_session_required: true,
    require_auth_time: true,
  }
  const provider = new Provider(issuer, {
    ...settings({ clientId, secret, known, groupsIn, accessTokenSeconds }),
    adapter: createMemory(),
    clients: [client],
    jwks: { keys: [jwk] } as NonNullable<Configuration['jwks']>,
  })
  const sign: IdentityProvider['sign'] = (claims, { typ, alg = 'RS256' } = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg, kid: `${id}-1`, ...(typ && { typ }) }).sign(key.privateKey)

  provider.use(async (ctx, next) => {
    await next()
    const body = ctx.body as { id_token?: string } | undefined
    if (ctx.path !== '/token' || !body?.id_token || (ahead === 0 && !change)) return
    const claims = shifted(decodeJwt(body.id_token), ahead)
    const forged = change ? await change(claims) : claims
    body.id_token = typeof forged === 'string' ? forged : await sign(forged)
  })
  provider.on('authorization.success', (ctx) => {
    const { session } = ctx.oidc
    const sid = session?.sidFor(clientId)
    if (session?.accountId && sid) signedIn.push({ username: session.accountId, sid })
  })

  const answer = provider.callback()
  const open = () =>
    listen((request, response) => interact(provider, people, request, response, answer), port)
  let server: Server | null = await open()
  const pause = async () => {
    server?.closeAllConnections()
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)))
    server = null
  }

  return {
    issuer,
    config: (changes = {}) => ({
      id,
      title: { sv: `Logga in hos ${id}`, en: `Sign in at ${id}` },
      issuer,
      clientId,
      clientSecret: secret,
      rolesClaim: 'groups',
      roles,
      ...changes,
    }),
    person: (username) => {
      const found = people.find((p) => p.username === username)
      if (!found) throw new Error(`The provider knows nobody called ${username}`)
      return found
    },
    pause,
    resume: async () => {
      server ??= await open()
    },
    skew: (seconds) => {
      ahead = seconds
    },
    forge: (wanted) => {
      change = wanted
    },
    sign,
    endSessions: (username) =>
      Promise.all(
        signedIn
          .filter((s) => s.username === username)
          .map(async ({ sid }) => {
            const claims = { iss: issuer, aud: clientId, sub: username, sid, jti: crypto.randomUUID() }
            const now = Math.floor(Date.now() / 1000) + ahead
            const logout_token = await sign(
              { ...claims, iat: now, exp: now + 120, events: { [logoutEvent]: {} } },
              { typ: 'logout+jwt' },
            )
            const response = await fetch(`${publicUrl}/auth/backchannel-logout/${id}`, {
              method: 'POST',
              body: new URLSearchParams({ logout_token }),
            })
            return response.status
          }),
      ),
    stop: pause,
  }
}

export const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'

const shifted = (claims: JWTPayload, seconds: number): JWTPayload => {
  const moved = { ...claims }
  for (const name of ['iat', 'exp', 'nbf', 'auth_time'])
    if (typeof moved[name] === 'number') moved[name] = moved[name] + seconds
  return moved
}

const listen = (
  handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  port: number,
): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      handler(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error))
      })
    })
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
