import { createRoute, z } from '@hono/zod-openapi'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { parseRates } from '../protection/rates.ts'
import { placePhoto, supportPlace } from '../queries/reports.ts'
import { createPace } from '../reports/pace.ts'
import { createProofs } from '../reports/proof.ts'
import { otherContent, unproved } from '../reports/refusals.ts'
import { resident } from '../reports/resident.ts'
import { objectId, problems } from '../schemas.ts'
import { newSupport } from '../schemas-reports.ts'

const noPlace = () =>
  new ProblemError('not-found', {
    sv: 'Platsen visas inte längre.',
    en: 'The place is not shown any more.',
  })

/** /api/reported-places: “me too” of places that anybody sees, and their photographs. */
export function reportedPlaceRoutes({ database, env }: Services) {
  const proofs = createProofs(env.SESSION_SECRET, env.REPORT_PROOF_BITS)
  const pace = createPace(parseRates(env.RATE_LIMITS).reports)
  return createRouter()
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/reported-places/{place}/support/{id}',
        summary: 'Say “me too” of a public place; sent again, it is counted once',
        request: {
          params: z.object({ place: objectId, id: objectId }),
          body: { content: { 'application/json': { schema: newSupport } }, required: true },
        },
        responses: {
          200: { description: 'It was there already' },
          201: { description: 'Counted' },
          ...problems(404, 409, 422, 429, 503),
        },
      }),
      async (c) => {
        const { place, id } = c.req.valid('param')
        pace.step(c.var.caller)
        const proof = proofs.check(c.req.valid('json').proof)
        const how = await database.write(resident, (sql) => supportPlace(sql, id, place, proof))
        if (how === 'none') throw noPlace()
        if (how === 'unproved') throw unproved()
        if (how === 'other') throw otherContent()
        return c.body(null, how === 'made' ? 201 : 200)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/reported-places/{place}/photo',
        summary: 'The photograph that was released with a public place',
        request: {
          params: z.object({ place: objectId }),
          query: z.strictObject({ size: z.enum(['full', 'thumbnail']).default('full') }),
        },
        responses: {
          200: { description: 'JPEG', content: { 'image/jpeg': { schema: z.string() } } },
          ...problems(404),
        },
      }),
      async (c) => {
        const { place } = c.req.valid('param')
        const { size } = c.req.valid('query')
        const picture = await database.read('public', (sql) => placePhoto(sql, place, size))
        if (!picture) throw noPlace()
        return c.body(picture as Uint8Array<ArrayBuffer>, 200, {
          'content-type': 'image/jpeg',
          'content-disposition': `inline; filename="${place}.jpg"`,
          'content-security-policy': "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        }) as never
      },
    )
}
