import { AuthorizationResponseError, authorizationCodeGrant, ResponseBodyError } from 'openid-client'
import type { Database } from '../../database/database.ts'
import { type SignInUnderWay, takeSignIn } from '../../queries/sign-ins.ts'
import { stepUpMilliseconds } from '../caller.ts'
import { unseal } from '../seal.ts'
import { hashOf } from '../secret.ts'
import { staleness, type Tokens, type Vouched, vouchedBy } from './proof.ts'
import { isDown, type Provider } from './provider.ts'
import type { Refusal, RefusalCode } from './refusal.ts'

/** A sign-in that the provider has vouched for. */
export interface Finished extends Vouched {
  readonly returnTo: string
  /** The account whose step-up it was. */
  readonly stepUpOf: string | null
  /** When the person proved who they are. */
  readonly authenticatedAt: Date
  /** The provider's id of its session. */
  readonly sid: string | null
  readonly tokens: Tokens
}

export interface Answer {
  readonly provider: Provider
  /** What the provider sent the browser back with. */
  readonly query: URLSearchParams
  /** The secret of the browser's cookie, if it has one. */
  readonly browser: string | undefined
}

/**
 * Takes a provider's answer: the state is used up whatever comes of it; code, issuer (RFC 9207), signature, audience, nonce and
 * times are checked (OpenID Connect Core 3.1.3.7); a step-up has to be fresh.
 */
export async function finishSignIn(
  { database, secret }: { database: Database; secret: string },
  { provider, query, browser }: Answer,
): Promise<Finished | Refusal> {
  const state = query.get('state') ?? ''
  const begun = await database.door((sql) => takeSignIn(sql, hashOf(state)))
  const refuse = (refused: RefusalCode, reason: string): Refusal => ({
    refused,
    reason,
    returnTo: begun?.returnTo ?? '/',
  })
  if (!begun) return refuse('expired', 'no such sign-in is under way')
  if (!browser || !hashOf(browser).equals(begun.browserHash))
    return refuse('expired', 'the answer came in another browser')
  if (begun.provider !== provider.settings.id) return refuse('refused', `it was begun at ${begun.provider}`)
  const kept = keptOf(begun, secret)
  if (!kept) return refuse('expired', 'begun under another session secret')
  try {
    return await exchange(provider, begun, query, { ...kept, state }, refuse)
  } catch (error) {
    return refuse(...whyOf(error))
  }
}

interface Kept {
  readonly nonce: string
  readonly verifier: string
}

function keptOf(begun: SignInUnderWay, secret: string): Kept | null {
  const text = unseal(secret, begun.sealed)
  return text === null ? null : (JSON.parse(text) as Kept)
}

async function exchange(
  provider: Provider,
  begun: SignInUnderWay,
  query: URLSearchParams,
  { nonce, verifier, state }: Kept & { state: string },
  refuse: (refused: RefusalCode, reason: string) => Refusal,
): Promise<Finished | Refusal> {
  const { settings, redirectUri } = provider
  const configuration = await provider.configuration()
  const tokens = await authorizationCodeGrant(configuration, new URL(`${redirectUri}?${query}`), {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) return refuse('refused', 'there is no ID token')
  const stale = staleness(claims, settings.clockTolerance)
  if (stale) return refuse('refused', stale)
  if (!isIdentifier(claims.sub))
    return refuse('refused', 'the subject is none (OpenID Connect Core 2: at most 255 characters)')
  const authenticatedAt = typeof claims.auth_time === 'number' ? claims.auth_time * 1000 : null
  if (begun.purpose === 'step-up') {
    const { maxAge, acrValues } = settings.stepUp
    const oldest = Date.now() - (maxAge + settings.clockTolerance) * 1000
    if (authenticatedAt === null || authenticatedAt < oldest)
      return refuse('not-fresh', authenticatedAt === null ? 'auth_time is missing' : 'auth_time is too old')
    if (acrValues && !acrValues.includes(String(claims.acr)))
      return refuse('not-fresh', `acr is ${String(claims.acr)}`)
  }
  return {
    ...(await vouchedBy(configuration, settings, tokens, claims.sub)),
    returnTo: begun.returnTo,
    stepUpOf: begun.accountId,
    // Where the provider does not say when, it may be long ago: what needs a fresh proof asks for one.
    authenticatedAt: new Date(Math.min(authenticatedAt ?? Date.now() - stepUpMilliseconds, Date.now())),
    sid: isIdentifier(claims.sid) ? claims.sid : null,
    tokens,
  }
}

const isIdentifier = (value: unknown): value is string =>
  typeof value === 'string' && /^\P{Cc}{1,255}$/u.test(value)

const outOfOrder = new Set(['temporarily_unavailable', 'server_error'])
const notNow = new Set(['access_denied', 'login_required', 'interaction_required', 'consent_required'])

function whyOf(error: unknown): [RefusalCode, string] {
  const reason = error instanceof Error ? error.message : String(error)
  if (isDown(error)) return ['provider-down', reason]
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    const said = `the provider answered ${error.error}`
    if (outOfOrder.has(error.error)) return ['provider-down', said]
    if (error instanceof AuthorizationResponseError && notNow.has(error.error)) return ['denied', said]
    return ['refused', said]
  }
  if (error instanceof Error && 'code' in error) return ['refused', `${reason} (${String(error.code)})`]
  throw error
}
