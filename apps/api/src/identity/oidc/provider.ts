import {
  allowInsecureRequests,
  ClientError,
  ClientSecretBasic,
  ClientSecretJwt,
  ClientSecretPost,
  type Configuration,
  clockTolerance,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client'
import { isLoopback } from './loopback.ts'
import type { ProviderSettings } from './provider-settings.ts'

/** The provider does not answer, or answers as one that is out of order: to be tried again. */
export class ProviderDown extends Error {
  override readonly name = 'ProviderDown'
}

export interface Provider {
  readonly settings: ProviderSettings
  /** Where it sends people back to. */
  readonly redirectUri: string
  /** What it says about itself, asked for when first needed and again each day. Throws ProviderDown. */
  configuration(): Promise<Configuration>
}

const timeoutSeconds = 6
const dayMilliseconds = 24 * 60 * 60_000

/** A provider of the configuration. Nothing is asked of it before somebody wants to sign in there. */
export function createProvider(settings: ProviderSettings, publicUrl: string): Provider {
  let known: { configuration: Configuration; until: number } | undefined
  let asked: Promise<Configuration> | undefined

  async function discover(): Promise<Configuration> {
    try {
      const configuration = await askProvider(settings)
      known = { configuration, until: Date.now() + dayMilliseconds }
      return configuration
    } catch (error) {
      if (known && isDown(error)) return known.configuration
      throw isDown(error) ? new ProviderDown(`${settings.id} does not answer`, { cause: error }) : error
    } finally {
      asked = undefined
    }
  }

  return {
    settings,
    redirectUri: `${publicUrl}/auth/callback/${settings.id}`,
    configuration: async () => {
      if (known && known.until > Date.now()) return known.configuration
      asked ??= discover()
      return asked
    },
  }
}

const authentications = {
  client_secret_basic: ClientSecretBasic,
  client_secret_post: ClientSecretPost,
  client_secret_jwt: ClientSecretJwt,
  none: () => None(),
} as const

function askProvider(settings: ProviderSettings): Promise<Configuration> {
  const issuer = new URL(settings.issuer)
  const authentication = authentications[settings.authentication](settings.clientSecret ?? undefined)
  return discovery(issuer, settings.clientId, { [clockTolerance]: settings.clockTolerance }, authentication, {
    timeout: timeoutSeconds,
    // The signature of every ID token is checked, also of those that came over TLS from the provider itself.
    execute: [enableNonRepudiationChecks, ...(isLoopback(issuer) ? [allowInsecureRequests] : [])],
  })
}

const downCodes = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
])

/** Whether an error of openid-client says that the provider cannot be reached or is out of order, and not that it refuses. */
export function isDown(error: unknown): boolean {
  if (error instanceof ProviderDown) return true
  if (error instanceof ClientError) return downCodes.has(error.code ?? '')
  // fetch: refused, reset, unknown host.
  return error instanceof TypeError && error.message === 'fetch failed'
}
