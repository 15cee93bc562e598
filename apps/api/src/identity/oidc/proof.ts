import {
  type Configuration,
  fetchUserInfo,
  type TokenEndpointResponse,
  type TokenEndpointResponseHelpers,
} from 'openid-client'
import type { StaffAudience } from '../../contract-admin.ts'
import { type Claims, claimAt, claimedRole, personOf } from './claimed-role.ts'
import type { ProviderSettings } from './provider-settings.ts'

export type Tokens = TokenEndpointResponse & TokenEndpointResponseHelpers

/** What a provider vouches for. */
export interface Vouched {
  readonly subject: string
  readonly name: string
  readonly email: string | null
  /** null: no group that gives a role. */
  readonly audience: StaffAudience | null
}

/** Reads the person out of checked tokens; asks userinfo where the ID token does not hold the groups. */
export async function vouchedBy(
  configuration: Configuration,
  settings: ProviderSettings,
  tokens: Tokens,
  subject: string,
): Promise<Vouched> {
  let claims: Claims = tokens.claims() ?? { sub: subject }
  const complete = claimAt(claims, settings.rolesClaim) !== undefined && personOf(claims).name !== subject
  if (!complete && configuration.serverMetadata().userinfo_endpoint)
    claims = { ...claims, ...(await fetchUserInfo(configuration, tokens.access_token, subject)) }
  return { subject, ...personOf(claims), audience: claimedRole(claims, settings) }
}

const allowedTransitSeconds = 60

/** What is wrong with the time an ID token says it was made; null: nothing. It has just been asked for, so it has to be new. */
export function staleness(claims: { iat?: number; auth_time?: unknown }, tolerance: number): string | null {
  const now = Date.now() / 1000
  const { iat, auth_time } = claims
  if (iat === undefined || iat > now + tolerance) return 'the ID token comes from the future'
  if (iat < now - tolerance - allowedTransitSeconds) return 'the ID token is old'
  if (typeof auth_time === 'number' && auth_time > now + tolerance) return 'auth_time lies in the future'
  return null
}
