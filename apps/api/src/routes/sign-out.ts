import { createRoute, z } from '@hono/zod-openapi'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { isDown } from '../identity/oidc/provider.ts'
import { endSession } from '../queries/sessions.ts'
import { json, problems } from '../schemas.ts'
import { signedOut } from '../schemas-identity.ts'

const noStore = { 'cache-control': 'no-store' }
const longestToken = 20_000

/** Single logout, begun here or at the provider. */
export function signOutRoutes({ signIn, auth, audit, database, log }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'post',
        path: '/auth/logout',
        summary: 'Sign out; the browser goes on to endSessionUrl to sign out at the provider',
        responses: { 200: json(signedOut, 'Signed out here') },
      }),
      async (c) => {
        const { session } = c.var.caller
        let endSessionUrl: string | null = null
        if (session) {
          const ended = await database.door((sql) => endSession(sql, session.id, 'sign-out'))
          if (ended)
            await audit.record(c.var.caller, { action: 'session.ended', kind: 'session', object: session.id })
          endSessionUrl = await signIn.endSessionUrl(session.id)
        }
        c.header('set-cookie', auth.signOut(c.var.visit.secure || signIn.secure))
        return c.json({ endSessionUrl }, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/auth/backchannel-logout/{provider}',
        summary: 'A provider says that sessions are over (OpenID Connect Back-Channel Logout 1.0)',
        request: {
          params: z.object({ provider: z.string().max(31) }),
          body: {
            content: {
              'application/x-www-form-urlencoded': {
                schema: z.object({ logout_token: z.string().min(1).max(longestToken) }),
              },
            },
            required: true,
          },
        },
        responses: { 200: { description: 'They are over' }, ...problems(400, 404, 503) },
      }),
      async (c) => {
        const provider = signIn.providers.get(c.req.valid('param').provider)
        if (!provider) throw new ProblemError('not-found')
        try {
          const ended = await signIn.logOut(provider, c.req.valid('form').logout_token)
          if (ended) return c.body(null, 200, noStore)
        } catch (error) {
          if (!isDown(error)) throw error
          throw new ProblemError('unavailable', {
            sv: 'Leverantörens nycklar kan inte hämtas just nu.',
            en: 'The provider’s keys cannot be fetched right now.',
          })
        }
        log.warn({ provider: provider.settings.id }, 'a logout token that is not to be believed')
        throw new ProblemError('bad-request', {
          sv: 'Utloggningsbeviset gäller inte.',
          en: 'The logout token is not valid.',
        })
      },
    )
}
