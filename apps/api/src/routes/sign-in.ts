import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ClientError } from 'openid-client'
import { createRouter, type Services, type Variables } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { admit } from '../identity/oidc/admit.ts'
import { beginSignIn } from '../identity/oidc/begin-sign-in.ts'
import { browserCookie, browserOf } from '../identity/oidc/browser-cookie.ts'
import { finishSignIn } from '../identity/oidc/finish-sign-in.ts'
import { isDown, type Provider } from '../identity/oidc/provider.ts'
import type { RefusalCode } from '../identity/oidc/refusal.ts'
import { safeReturnPath } from '../identity/oidc/return-path.ts'
import { newSecret } from '../identity/secret.ts'
import { problems } from '../schemas.ts'

const providerId = z.string().max(31)
const path = z.string().max(4000).optional()
const elsewhere = {
  302: { description: 'Goes to the provider, or to the sign-in page with the reason in `fel`' },
}

/** What the trail tells of: an answer that could not be believed, or somebody who may not. */
const told: ReadonlySet<RefusalCode> = new Set(['refused', 'not-fresh', 'other-account', 'disabled'])

/** Sign-in at a provider: pages a browser walks through, so that what goes wrong is told on the sign-in page. */
export function signInRoutes(services: Services) {
  const { signIn, audit, database, env, log } = services
  const kept = { database, secret: env.SESSION_SECRET }

  const known = (id: string): Provider => {
    const provider = signIn.providers.get(id)
    if (provider) return provider
    throw new ProblemError('not-found', {
      sv: 'Den inloggningen finns inte här.',
      en: 'There is no such sign-in here.',
    })
  }
  const go = (c: Context<Variables>, location: string) => {
    c.header('cache-control', 'no-store')
    return c.redirect(location, 302)
  }
  /** The sign-in page; it translates the code. */
  const signInPage = (returnTo: string, more: { fel?: RefusalCode; provider?: string } = {}) =>
    `/logga-in?${new URLSearchParams({ ...more, till: returnTo })}`

  async function begin(c: Context<Variables>, provider: Provider, returnTo: string, stepUpOf: string | null) {
    const browser = browserOf(c.req.header('cookie'), signIn.secure) ?? newSecret()
    try {
      const language = c.var.language
      const url = await beginSignIn(kept, { provider, returnTo, stepUpOf, browser, language })
      c.header('set-cookie', browserCookie(browser, signIn.secure))
      return go(c, url.href)
    } catch (error) {
      if (!isDown(error) && !(error instanceof ClientError)) throw error
      const { id } = provider.settings
      log.warn({ err: error, provider: id }, 'no sign-in can begin at a provider')
      return go(c, signInPage(returnTo, { fel: isDown(error) ? 'provider-down' : 'refused', provider: id }))
    }
  }

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/auth/login',
        summary: 'Begin a sign-in at a provider',
        request: { query: z.object({ provider: providerId.optional(), return_to: path }) },
        responses: { ...elsewhere, ...problems(404) },
      }),
      (c) => {
        const { provider, return_to } = c.req.valid('query')
        const returnTo = safeReturnPath(return_to)
        const only = signIn.list.length === 1 ? signIn.list[0]?.id : undefined
        const id = provider ?? only
        return id ? begin(c, known(id), returnTo, null) : go(c, signInPage(returnTo))
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/auth/step-up',
        summary: 'Prove anew who one is, for what needs a fresh sign-in',
        request: { query: z.object({ return_to: path }) },
        responses: elsewhere,
      }),
      (c) => {
        const { account, session } = c.var.caller
        const returnTo = safeReturnPath(c.req.valid('query').return_to)
        const provider = session && signIn.providers.get(session.issuer)
        return account && provider ? begin(c, provider, returnTo, account.id) : go(c, signInPage(returnTo))
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/auth/callback/{provider}',
        summary: 'Where a provider sends the browser back',
        request: { params: z.object({ provider: providerId }) },
        responses: { ...elsewhere, ...problems(404) },
      }),
      async (c) => {
        const provider = known(c.req.valid('param').provider)
        const finished = await finishSignIn(kept, {
          provider,
          query: new URL(c.req.url).searchParams,
          browser: browserOf(c.req.header('cookie'), signIn.secure),
        })
        const admitted =
          'refused' in finished ? finished : await admit(services, c.var.visit, provider, finished)
        if ('refused' in admitted) {
          const { refused: fel, reason, returnTo } = admitted
          const { id } = provider.settings
          log.info({ provider: id, code: fel, reason }, 'a sign-in came to nothing')
          if (told.has(fel))
            await audit.record(c.var.caller, {
              action: 'sign-in.refused',
              kind: 'provider',
              object: id,
              detail: { code: fel },
            })
          return go(c, signInPage(returnTo, { fel, provider: id }))
        }
        c.header('set-cookie', admitted.setCookie)
        return go(c, admitted.returnTo)
      },
    )
}
