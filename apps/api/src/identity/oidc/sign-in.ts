import { buildEndSessionUrl } from 'openid-client'
import type { Logger } from 'pino'
import type { Audit } from '../../audit/audit.ts'
import type { Auth } from '../../auth.ts'
import type { SignInProvider } from '../../contract-identity.ts'
import type { Database } from '../../database/database.ts'
import type { Env } from '../../env.ts'
import { endProviderSessions, logoutHintOf } from '../../queries/provider-sessions.ts'
import { unseal } from '../seal.ts'
import { createLogoutTokens } from './logout-token.ts'
import { createProvider, isDown, type Provider } from './provider.ts'
import { createRefresher, type Refresher } from './refresher.ts'

/** Sign-in at the configured providers. */
export interface SignIn {
  /** As the sign-in page lists them. */
  readonly list: readonly SignInProvider[]
  readonly providers: ReadonlyMap<string, Provider>
  /** The browser comes over https. */
  readonly secure: boolean
  readonly refresher: Refresher
  /** Where the browser signs out at the session's provider too; null where there is no such place. */
  endSessionUrl(sessionId: string): Promise<string | null>
  /** Ends the sessions a provider's logout token means; their ids, or null for a token that is not to be believed. Throws ProviderDown. */
  logOut(provider: Provider, token: string): Promise<readonly string[] | null>
  close(): Promise<void>
}

export interface SignInOptions {
  readonly env: Env
  readonly database: Database
  readonly auth: Auth
  readonly audit: Audit
  readonly log: Logger
}

/** Nothing is asked of a provider here: one that is down when the server starts stops nothing. */
export function createSignIn({ env, database, auth, audit, log }: SignInOptions): SignIn {
  const { PUBLIC_URL: publicUrl = '', SESSION_SECRET: secret } = env
  const providers = new Map(
    env.providers.map((settings) => [settings.id, createProvider(settings, publicUrl)]),
  )
  const logoutTokens = new Map([...providers].map(([id, provider]) => [id, createLogoutTokens(provider)]))
  const refresher = createRefresher({ database, secret, audit, log, find: (id) => providers.get(id) })
  auth.onRefreshDue(refresher.soon)

  return {
    list: env.providers.map(({ id, title }) => ({ id, title })),
    providers,
    secure: publicUrl.startsWith('https:'),
    refresher,
    endSessionUrl: async (sessionId) => {
      const hint = await database.door((sql) => logoutHintOf(sql, sessionId))
      const provider = hint && providers.get(hint.issuer)
      if (!provider) return null
      try {
        const configuration = await provider.configuration()
        if (!configuration.serverMetadata().end_session_endpoint) return null
        const idToken = hint.idToken && unseal(secret, hint.idToken)
        return buildEndSessionUrl(configuration, {
          post_logout_redirect_uri: `${publicUrl}/`,
          ...(idToken && { id_token_hint: idToken }),
        }).href
      } catch (error) {
        if (!isDown(error)) throw error
        log.warn({ err: error, provider: hint.issuer }, 'signed out here alone: the provider does not answer')
        return null
      }
    },
    logOut: async (provider, token) => {
      const { id, title, clockTolerance } = provider.settings
      const meant = await logoutTokens.get(id)?.check(token)
      if (!meant) return null
      const actor = { id: `provider:${id}`, name: title.sv, audience: 'public' } as const
      return database.door(async (sql) => {
        const ended = await endProviderSessions(sql, {
          issuer: id,
          sid: meant.sid,
          subject: meant.subject,
          // Its clock may be behind ours.
          openedBefore: new Date(meant.issuedAt.getTime() + (clockTolerance + 1) * 1000),
        })
        for (const object of ended)
          await audit.append(sql, {
            action: 'session.ended',
            kind: 'session',
            object,
            detail: { by: 'provider' },
          })
        return ended
      }, actor)
    },
    close: () => refresher.close(),
  }
}
