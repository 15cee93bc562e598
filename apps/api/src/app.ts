import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import manifest from '../package.json' with { type: 'json' }
import type { Services, Variables } from './context.ts'
import { problemOfDatabase } from './database-errors.ts'
import { ProblemError, toProblem } from './errors.ts'
import { visitOf } from './identity/visit.ts'
import { languageOf } from './language.ts'
import { createProxies } from './protection/client-address.ts'
import { checkRights, holdRights } from './rights/hold-rights.ts'
import { accountRoutes } from './routes/account.ts'
import { accountAdminRoutes } from './routes/accounts.ts'
import { backupRoutes } from './routes/backup.ts'
import { changeRoutes } from './routes/changes.ts'
import { clientRoutes } from './routes/client.ts'
import { configRoutes } from './routes/config.ts'
import { docsRoutes } from './routes/docs.ts'
import { importRoutes } from './routes/imports.ts'
import { layerRoutes } from './routes/layers.ts'
import { measureRoutes } from './routes/measures.ts'
import { placeRoutes } from './routes/places.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { signOutRoutes } from './routes/sign-out.ts'
import { statusRoutes } from './routes/status.ts'
import { tileRoutes } from './routes/tiles.ts'
import { tokenRoutes } from './routes/tokens.ts'
import { sameSiteOnly } from './same-site.ts'

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof HTTPException && error.status === 400)
    return new ProblemError('bad-request', {
      sv: 'Innehållet är inte giltig JSON.',
      en: 'The body is not valid JSON.',
    })
  return problemOfDatabase(error) ?? new ProblemError('internal')
}

/** The whole HTTP surface over the given services. */
export function createApp(services: Services) {
  const { auth, env, log } = services
  const proxies = createProxies(env.TRUSTED_PROXIES, env.FORWARDED_HEADER)
  const app = new OpenAPIHono<Variables>()
  const limitBody = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: () => {
        const megabytes = (maxSize / 1024 / 1024).toFixed(0)
        throw new ProblemError('too-large', {
          sv: `Högst ${megabytes} MB tas emot.`,
          en: `At most ${megabytes} MB are accepted.`,
        })
      },
    })
  const smallBody = limitBody(env.MAX_BODY_BYTES)
  const largeBody = limitBody(env.MAX_IMPORT_BYTES)

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'self'"],
        baseUri: ["'self'"],
      },
      // Behind plain HTTP on one's own machine the header would lock the browser out; the proxy that holds the certificate sends it.
      strictTransportSecurity: false,
    }),
  )
  app.use(async (c, next) => {
    const started = performance.now()
    c.set('language', languageOf(c.req.header('accept-language')))
    const visit = visitOf(c, proxies)
    c.set('visit', visit)
    // The metrics have a token of their own.
    const asked = c.req.path === '/metrics' ? { ...visit.asked, authorization: undefined } : visit.asked
    c.set('caller', auth.identify(asked) ?? (await auth.resolve(asked)))
    await next()
    const line = {
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    }
    if (c.res.status >= 500) log.warn({ ...line, audience: c.var.caller.audience }, 'request')
    else log.debug({ ...line, audience: c.var.caller.audience }, 'request')
  })
  app.use(sameSiteOnly)
  app.use(holdRights())
  app.use((c, next) => (c.req.path === '/api/imports' ? largeBody(c, next) : smallBody(c, next)))

  for (const routes of [
    statusRoutes,
    accountRoutes,
    signInRoutes,
    signOutRoutes,
    accountAdminRoutes,
    tokenRoutes,
    configRoutes,
    layerRoutes,
    tileRoutes,
    placeRoutes,
    measureRoutes,
    importRoutes,
    backupRoutes,
    changeRoutes,
  ])
    app.route('/', routes(services))

  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Trygghetskartan',
      version: manifest.version,
      license: { name: 'MIT', identifier: 'MIT' },
    },
  }
  app.doc31('/api/openapi.json', document)
  app.route(
    '/',
    docsRoutes(() => app.getOpenAPI31Document(document)),
  )
  app.all('/api/*', () => {
    throw new ProblemError('not-found')
  })
  app.route('/', clientRoutes())
  checkRights(app.routes)

  app.notFound((c) => respond(c.req.header('accept-language'), new ProblemError('not-found')))
  app.onError((error, c) => {
    const problem = asProblem(error)
    if (problem.kind === 'internal' || problem.kind === 'unavailable')
      log.error({ err: error, method: c.req.method, path: c.req.path }, 'request failed')
    return respond(c.req.header('accept-language'), problem)
  })
  return app
}

function respond(acceptLanguage: string | undefined, error: ProblemError): Response {
  const language = languageOf(acceptLanguage)
  const problem = toProblem(error, language)
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      vary: 'Accept-Language',
      ...(problem.retryAfter !== undefined && { 'retry-after': String(problem.retryAfter) }),
    },
  })
}
