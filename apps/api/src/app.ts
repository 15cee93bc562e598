import { OpenAPIHono } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import manifest from '../package.json' with { type: 'json' }
import type { Services, Variables } from './context.ts'
import { problemOfDatabase } from './database-errors.ts'
import { ProblemError, toProblem } from './errors.ts'
import { visitOf } from './identity/visit.ts'
import { languageOf } from './language.ts'
import { noNul } from './no-nul.ts'
import { bodyLimits, holdBody } from './protection/body.ts'
import { createProxies } from './protection/client-address.ts'
import { holdHeaders } from './protection/headers.ts'
import { holdRates, throttleAccounts, throttleSignIns } from './protection/hold-rates.ts'
import { holdStreams } from './protection/hold-streams.ts'
import { createLimiter, createThrottle } from './protection/limiter.ts'
import { loggedPath } from './protection/logged-path.ts'
import { openReads } from './protection/open-reads.ts'
import { parseRates } from './protection/rates.ts'
import { squeeze } from './protection/squeeze.ts'
import { checkRights, holdRights } from './rights/hold-rights.ts'
import { aboutRoutes } from './routes/about.ts'
import { accountRoutes } from './routes/account.ts'
import { accountDataRoutes } from './routes/account-data.ts'
import { accountAdminRoutes } from './routes/accounts.ts'
import { actionPlanRoutes } from './routes/action-plan.ts'
import { analysisRoutes } from './routes/analyses.ts'
import { analysisExportRoutes } from './routes/analysis-exports.ts'
import { auditRoutes } from './routes/audit.ts'
import { backupRoutes } from './routes/backup.ts'
import { changeRoutes } from './routes/changes.ts'
import { clientRoutes } from './routes/client.ts'
import { commitmentAgreementRoutes } from './routes/commitment-agreements.ts'
import { commitmentWritingRoutes } from './routes/commitment-writing.ts'
import { commitmentRoutes } from './routes/commitments.ts'
import { configRoutes } from './routes/config.ts'
import { decisionRoutes } from './routes/decisions.ts'
import { docsRoutes } from './routes/docs.ts'
import { dossierRoutes } from './routes/dossiers.ts'
import { draftRoutes } from './routes/drafts.ts'
import { factsRoutes } from './routes/facts.ts'
import { importRoutes } from './routes/imports.ts'
import { incidentColumnRoutes } from './routes/incident-columns.ts'
import { incidentMappingRoutes } from './routes/incident-mappings.ts'
import { incidentUploadRoutes } from './routes/incident-uploads.ts'
import { incidentRoutes } from './routes/incidents.ts'
import { jobRoutes } from './routes/jobs.ts'
import { layerRoutes } from './routes/layers.ts'
import { luminaireRoutes } from './routes/luminaires.ts'
import { measureRoutes } from './routes/measures.ts'
import { moderationRoutes } from './routes/moderation.ts'
import { moderationPlaceRoutes } from './routes/moderation-places.ts'
import { nearRoutes } from './routes/near.ts'
import { noteRoutes } from './routes/notes.ts'
import { observationRoutes } from './routes/observations.ts'
import { operationRoutes } from './routes/operations.ts'
import { patrolRoutes } from './routes/patrol.ts'
import { photoRoutes } from './routes/photos.ts'
import { pictureFileRoutes } from './routes/picture-files.ts'
import { pictureLiveRoutes } from './routes/picture-live.ts'
import { pictureRowRoutes } from './routes/picture-rows.ts'
import { pictureRoutes } from './routes/pictures.ts'
import { placeNameRoutes } from './routes/place-names.ts'
import { placeRoutes } from './routes/places.ts'
import { planCommentRoutes } from './routes/plan-comments.ts'
import { planMeasureRoutes } from './routes/plan-measures.ts'
import { planMemberRoutes } from './routes/plan-members.ts'
import { planShareRoutes } from './routes/plan-shares.ts'
import { planVersionRoutes } from './routes/plan-versions.ts'
import { planRoutes } from './routes/plans.ts'
import { problemPartRoutes } from './routes/problem-parts.ts'
import { problemRoutes } from './routes/problems.ts'
import { receiptRoutes } from './routes/receipts.ts'
import { registerRoutes } from './routes/register.ts'
import { releaseRoutes } from './routes/releases.ts'
import { reportPhotoRoutes } from './routes/report-photos.ts'
import { reportTemplateRoutes } from './routes/report-templates.ts'
import { reportedPlaceRoutes } from './routes/reported-places.ts'
import { reportRoutes } from './routes/reports.ts'
import { retentionRoutes } from './routes/retention.ts'
import { sharedPlanRoutes } from './routes/shared-plan.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { signOutRoutes } from './routes/sign-out.ts'
import { sitingRoutes } from './routes/siting.ts'
import { sitingRunRoutes } from './routes/siting-runs.ts'
import { statusRoutes } from './routes/status.ts'
import { surveyRoutes } from './routes/surveys.ts'
import { tileRoutes } from './routes/tiles.ts'
import { tokenRoutes } from './routes/tokens.ts'
import { walkRemarkRoutes } from './routes/walk-remarks.ts'
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
  const rates = parseRates(env.RATE_LIMITS)
  const throttle = createThrottle(rates)
  const limiter = createLimiter()

  app.use(holdHeaders(env.EMBED_ORIGINS))
  app.use(async (c, next) => {
    const started = performance.now()
    c.set('language', languageOf(c.req.header('accept-language')))
    c.set('visit', visitOf(c, proxies))
    await next()
    const line = {
      method: c.req.method,
      path: loggedPath(c.req.path),
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    }
    // Who is refused at the door is no caller yet.
    const audience = c.var.caller?.audience
    if (c.res.status >= 500) log.warn({ ...line, audience }, 'request')
    else log.debug({ ...line, audience }, 'request')
  })
  app.use(openReads)
  app.use(squeeze)
  app.use(throttleSignIns(throttle, limiter, rates, auth))
  app.use(async (c, next) => {
    const { asked: shown } = c.var.visit
    // The metrics have a token of their own.
    const asked = c.req.path === '/metrics' ? { ...shown, authorization: undefined } : shown
    c.set('caller', auth.identify(asked) ?? (await auth.resolve(asked)))
    await next()
  })
  app.use(sameSiteOnly)
  app.use(holdRates(limiter, rates))
  app.use(holdStreams())
  app.use(noNul)
  app.use(holdRights())
  app.use(holdBody(bodyLimits(env)))
  app.use(throttleAccounts(throttle))

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
    placeNameRoutes,
    nearRoutes,
    aboutRoutes,
    measureRoutes,
    walkRemarkRoutes,
    decisionRoutes,
    dossierRoutes,
    registerRoutes,
    noteRoutes,
    draftRoutes,
    planRoutes,
    planMemberRoutes,
    planMeasureRoutes,
    planCommentRoutes,
    planVersionRoutes,
    planShareRoutes,
    sharedPlanRoutes,
    problemRoutes,
    problemPartRoutes,
    operationRoutes,
    actionPlanRoutes,
    surveyRoutes,
    releaseRoutes,
    moderationRoutes,
    moderationPlaceRoutes,
    reportTemplateRoutes,
    commitmentRoutes,
    commitmentWritingRoutes,
    commitmentAgreementRoutes,
    sitingRoutes,
    sitingRunRoutes,
    luminaireRoutes,
    factsRoutes,
    observationRoutes,
    reportRoutes,
    reportPhotoRoutes,
    reportedPlaceRoutes,
    receiptRoutes,
    patrolRoutes,
    photoRoutes,
    pictureRoutes,
    pictureRowRoutes,
    pictureLiveRoutes,
    pictureFileRoutes,
    incidentColumnRoutes,
    incidentMappingRoutes,
    incidentUploadRoutes,
    incidentRoutes,
    analysisRoutes,
    analysisExportRoutes,
    importRoutes,
    backupRoutes,
    auditRoutes,
    retentionRoutes,
    jobRoutes,
    accountDataRoutes,
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
    docsRoutes(services.layers, () => app.getOpenAPI31Document(document)),
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
      log.error({ err: error, method: c.req.method, path: loggedPath(c.req.path) }, 'request failed')
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
