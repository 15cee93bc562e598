import {
  type Configuration,
  ResponseBodyError,
  refreshTokenGrant,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import { staleness, type Tokens, type Vouched, vouchedBy } from './proof.ts'
import { isDown, type Provider } from './provider.ts'

/** What became of asking a provider again. `later`: it could not be asked, or not be understood. */
export type RefreshOutcome =
  | {
      readonly kind: 'refreshed'
      readonly tokens: Tokens
      /** null: the provider says nothing about the person this time. */
      readonly vouched: Vouched | null
    }
  | { readonly kind: 'refused' | 'later'; readonly reason: string }

/** Uses a refresh token (RFC 6749, 6; OpenID Connect Core 12.2) and reads the person's claims again. */
export async function refreshAt(
  provider: Provider,
  refreshToken: string,
  subject: string,
): Promise<RefreshOutcome> {
  try {
    const configuration = await provider.configuration()
    const tokens = await refreshTokenGrant(configuration, refreshToken)
    const claims = tokens.claims()
    if (claims && claims.sub !== subject)
      return { kind: 'refused', reason: 'the ID token is about somebody else' }
    const stale = claims && staleness(claims, provider.settings.clockTolerance)
    if (stale) return { kind: 'refused', reason: stale }
    return { kind: 'refreshed', tokens, vouched: await heard(configuration, provider, tokens, subject) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    // Only the grant itself is over; that the client is refused is a fault of the configuration, not of the person.
    if (error instanceof ResponseBodyError && error.error === 'invalid_grant')
      return { kind: 'refused', reason: 'the provider answered invalid_grant' }
    const clientRefused = error instanceof ResponseBodyError || error instanceof WWWAuthenticateChallengeError
    if (isDown(error) || clientRefused) return { kind: 'later', reason }
    if (error instanceof Error && 'code' in error) return { kind: 'refused', reason }
    throw error
  }
}

async function heard(
  configuration: Configuration,
  { settings }: Provider,
  tokens: Tokens,
  subject: string,
): Promise<Vouched | null> {
  const silent = !tokens.claims() && !configuration.serverMetadata().userinfo_endpoint
  return silent ? null : vouchedBy(configuration, settings, tokens, subject)
}
