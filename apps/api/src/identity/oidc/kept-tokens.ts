import { seal, unseal } from '../seal.ts'
import type { Tokens } from './proof.ts'

/** A refresh token as it is kept, and since when the provider could not be asked with it. */
export interface KeptRefresh {
  readonly token: string
  /** ms; null: it worked last time. */
  readonly failingSince: number | null
}

export const sealRefresh = (secret: string, kept: KeptRefresh): string => seal(secret, JSON.stringify(kept))

/** null where it was sealed with another secret. */
export function unsealRefresh(secret: string, sealed: string): KeptRefresh | null {
  const text = unseal(secret, sealed)
  return text === null ? null : (JSON.parse(text) as KeptRefresh)
}

const shortestSeconds = 5
const longestSeconds = 3600
/** Asked a little before the access token ends, so that its answer is there in time. */
const share = 0.9

/** When a provider is to be asked again: with the life of its access token, at least each hour. */
export function refreshTime({ expires_in }: Pick<Tokens, 'expires_in'>): Date {
  const seconds = Math.min(Math.max((expires_in ?? longestSeconds) * share, shortestSeconds), longestSeconds)
  return new Date(Date.now() + seconds * 1000)
}

/** The provider's part of a session as it is kept. */
export const sealedTokens = (secret: string, tokens: Tokens, sid: string | null) => ({
  sid,
  idToken: tokens.id_token ? seal(secret, tokens.id_token) : null,
  refreshToken: tokens.refresh_token
    ? sealRefresh(secret, { token: tokens.refresh_token, failingSince: null })
    : null,
  refreshAt: tokens.refresh_token ? refreshTime(tokens) : null,
})
