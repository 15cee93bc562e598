import { createRoute, z } from '@hono/zod-openapi'
import { createRouter, type Services } from '../context.ts'
import { parseRates } from '../protection/rates.ts'
import { placesNear, sendReport } from '../queries/reports.ts'
import { readSettings } from '../queries/settings.ts'
import { checkReport, checkReportedShape } from '../reports/check-report.ts'
import { createPace } from '../reports/pace.ts'
import { createProofs } from '../reports/proof.ts'
import { digestOfCode } from '../reports/receipt-code.ts'
import { gone, otherContent, unproved } from '../reports/refusals.ts'
import { digestOfReport } from '../reports/report-digest.ts'
import { resident } from '../reports/resident.ts'
import { json, objectId, problems } from '../schemas.ts'
import { nearbyAsked, nearbyPlaces, newReport, reportChallenge, reportReceived } from '../schemas-reports.ts'

const noStore = { 'cache-control': 'no-store' }
const nearbyMetres = 75

/** /api/reports: what residents report, without an account. Who sends is not asked, and their network address is not kept. */
export function reportRoutes({ database, env }: Services) {
  const proofs = createProofs(env.SESSION_SECRET, env.REPORT_PROOF_BITS)
  const pace = createPace(parseRates(env.RATE_LIMITS).reports)
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/reports/challenge',
        summary: 'The work that a client does before it may send a report',
        responses: { 200: json(reportChallenge, 'A challenge'), ...problems(429) },
      }),
      (c) => c.json(proofs.make(), 200, noStore),
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/reports/{id}',
        summary: 'Report an unsafe place; sent again, it is answered as before',
        request: {
          params: z.object({ id: objectId }),
          body: { content: { 'application/json': { schema: newReport } }, required: true },
        },
        responses: {
          200: json(reportReceived, 'It was there already'),
          201: json(reportReceived, 'Received'),
          ...problems(409, 410, 413, 422, 429, 503, 507),
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const report = c.req.valid('json')
        const quiet = pace.step(c.var.caller)
        const sent = {
          ...{ id, report, quiet, proof: proofs.check(report.proof) },
          ...{ code: digestOfCode(report.receipt), body: digestOfReport(report) },
        }
        const { how, receivedOn } = await database.write(resident, async (sql) => {
          checkReport(report, (await readSettings(sql, 'public')).bounds)
          return sendReport(sql, sent)
        })
        if (how === 'unproved') throw unproved()
        if (how === 'gone') throw gone()
        if (how === 'other') throw otherContent()
        return c.json({ receivedOn }, how === 'made' ? 201 : 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/reports/nearby',
        summary: 'Public places near what somebody is about to report',
        request: { body: { content: { 'application/json': { schema: nearbyAsked } }, required: true } },
        responses: { 200: json(nearbyPlaces, 'Places'), ...problems(422, 429) },
      }),
      async (c) => {
        const { geometry } = c.req.valid('json')
        const places = await database.read('public', async (sql) => {
          checkReportedShape(geometry, (await readSettings(sql, 'public')).bounds)
          return placesNear(sql, geometry, nearbyMetres)
        })
        return c.json({ places: [...places] }, 200, noStore)
      },
    )
}
