import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Database } from '../../database/database.ts'
import { insertSignIn } from '../../queries/sign-ins.ts'
import { seal } from '../seal.ts'
import { hashOf } from '../secret.ts'
import type { Provider } from './provider.ts'

export const signInMinutes = 10

export interface Beginning {
  readonly provider: Provider
  /** A path of ours, made safe. */
  readonly returnTo: string
  /** The account that is to prove anew who it is; null: an ordinary sign-in. */
  readonly stepUpOf: string | null
  /** The secret of the browser's own cookie: the answer is taken from that browser alone. */
  readonly browser: string
  /** ui_locales */
  readonly language: string
}

/**
 * Begins a sign-in: keeps nonce, code verifier (RFC 7636) and what it is for, and answers where the browser is to go.
 * Throws ProviderDown.
 */
export async function beginSignIn(
  { database, secret }: { database: Database; secret: string },
  { provider, returnTo, stepUpOf, browser, language }: Beginning,
): Promise<URL> {
  const { settings, redirectUri } = provider
  const configuration = await provider.configuration()
  const state = randomState()
  const nonce = randomNonce()
  const verifier = randomPKCECodeVerifier()
  const expiresAt = new Date(Date.now() + signInMinutes * 60_000)
  await database.door((sql) =>
    insertSignIn(sql, hashOf(state), {
      provider: settings.id,
      purpose: stepUpOf ? 'step-up' : 'sign-in',
      accountId: stepUpOf,
      sealed: seal(secret, JSON.stringify({ nonce, verifier })),
      browserHash: hashOf(browser),
      returnTo,
      expiresAt,
    }),
  )
  const { maxAge, prompt, acrValues } = settings.stepUp
  return buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: settings.scopes.join(' '),
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ui_locales: language,
    ...(stepUpOf && {
      max_age: String(maxAge),
      ...(prompt && { prompt }),
      ...(acrValues && { acr_values: acrValues.join(' ') }),
    }),
  })
}
