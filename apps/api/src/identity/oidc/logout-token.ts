import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose'
import { isDown, type Provider, ProviderDown } from './provider.ts'

export const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'

/** What a provider's logout token says: whose sessions are over. */
export interface LogoutToken {
  readonly sid: string | null
  readonly subject: string | null
  readonly issuedAt: Date
}

export interface LogoutTokens {
  /** Checks a token (OpenID Connect Back-Channel Logout 1.0, 2.6): null where it is not to be believed. Throws ProviderDown. */
  check(token: string): Promise<LogoutToken | null>
}

const oldestSeconds = 300
const maximumSeen = 10_000
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
]

/** Checks the logout tokens of one provider, each once. */
export function createLogoutTokens(provider: Provider): LogoutTokens {
  const { settings } = provider
  const seen = new Map<string, number>()
  let keys: { uri: string; set: ReturnType<typeof createRemoteJWKSet> } | undefined

  async function verify(token: string): Promise<JWTPayload> {
    const metadata = (await provider.configuration()).serverMetadata()
    const uri = metadata.jwks_uri ?? ''
    if (keys?.uri !== uri) keys = { uri, set: createRemoteJWKSet(new URL(uri), { timeoutDuration: 5000 }) }
    const { payload } = await jwtVerify(token, keys.set, {
      issuer: metadata.issuer,
      audience: settings.clientId,
      algorithms,
      clockTolerance: settings.clockTolerance,
      maxTokenAge: oldestSeconds,
      requiredClaims: ['jti', 'iat', 'events'],
    })
    return payload
  }

  /** Whether it is the first time; kept longer than any token is taken. */
  function first(jti: string): boolean {
    const now = Date.now()
    if (seen.size >= maximumSeen) for (const [old, until] of seen) if (until < now) seen.delete(old)
    if ((seen.get(jti) ?? 0) > now) return false
    seen.set(jti, now + (oldestSeconds + 2 * settings.clockTolerance) * 1000)
    return true
  }

  return {
    check: async (token) => {
      let claims: JWTPayload
      try {
        claims = await verify(token)
      } catch (error) {
        if (error instanceof errors.JWKSTimeout || isDown(error))
          throw new ProviderDown(`${settings.id} does not answer`, { cause: error })
        if (error instanceof errors.JOSEError) return null
        throw error
      }
      const { sid, sub, nonce, events, jti, iat } = claims
      const subject = typeof sub === 'string' ? sub : null
      const session = typeof sid === 'string' ? sid : null
      const meant = isObject(events) && isObject(events[logoutEvent])
      if (!meant || nonce !== undefined || (subject === null && session === null)) return null
      if (typeof jti !== 'string' || !first(jti)) return null
      return { sid: session, subject, issuedAt: new Date((iat ?? 0) * 1000) }
    },
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
