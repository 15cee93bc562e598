import { createRoute, z } from '@hono/zod-openapi'
import { meOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { json, me, problems } from '../schemas.ts'

const isSecure = (url: string, forwarded: string | undefined): boolean =>
  forwarded === 'https' || url.startsWith('https:')

/** /auth/me, /auth/demo, /auth/logout. */
export function accountRoutes({ auth }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/auth/me',
        summary: 'Who the caller is',
        responses: { 200: json(me, 'The caller') },
      }),
      (c) => c.json(meOf(c.var.caller), 200, { 'cache-control': 'no-store' }),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/auth/demo',
        summary: 'Sign in with a demo account (only where DEMO=1)',
        request: {
          body: {
            content: { 'application/json': { schema: z.strictObject({ account: z.string().max(60) }) } },
            required: true,
          },
        },
        responses: { 200: json(me, 'Signed in'), ...problems(404, 422) },
      }),
      (c) => {
        const cookie = auth.signIn(
          c.req.valid('json').account,
          isSecure(c.req.url, c.req.header('x-forwarded-proto')),
        )
        if (!cookie)
          throw new ProblemError('not-found', {
            sv: 'Demokontot finns inte.',
            en: 'There is no such demo account.',
          })
        c.header('set-cookie', cookie)
        return c.json(meOf(auth.identify(cookie.split(';')[0], undefined)), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/auth/logout',
        summary: 'Sign out',
        responses: { 200: json(me, 'Signed out') },
      }),
      (c) => {
        c.header('set-cookie', auth.signOut(isSecure(c.req.url, c.req.header('x-forwarded-proto'))))
        return c.json(meOf(auth.identify(undefined, undefined)), 200)
      },
    )
}
