import { createRoute, z } from '@hono/zod-openapi'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { AboutAnswer } from '../contract-around.ts'
import { ProblemError } from '../errors.ts'
import { readMunicipality } from '../municipality.ts'
import { refusePersons } from '../no-persons.ts'
import { parseRates } from '../protection/rates.ts'
import { handleFault, keepFault, listFaults } from '../queries/accessibility.ts'
import { createPace } from '../reports/pace.ts'
import { createProofs } from '../reports/proof.ts'
import { otherContent, unproved } from '../reports/refusals.ts'
import { resident } from '../reports/resident.ts'
import { json, objectId, problems } from '../schemas.ts'
import { aboutAnswer, fault, newFault } from '../schemas-around.ts'

const noStore = { 'cache-control': 'no-store' }
const params = z.object({ id: objectId })
const kept = z.object({ id: z.uuid() })
const nobodyFound = { sv: 'Felanmälan finns inte.', en: 'There is no such fault.' }

/** Whose service this is, how long what concerns the public is kept, and faults in its accessibility. */
export function aboutRoutes({ audit, database, env, retention }: Services) {
  const proofs = createProofs(env.SESSION_SECRET, env.REPORT_PROOF_BITS)
  const pace = createPace(parseRates(env.RATE_LIMITS).reports)
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/about',
        summary: 'Whose map this is, whom to ask, and how long what concerns the public is kept',
        responses: { 200: json(aboutAnswer, 'About the service') },
      }),
      async (c) => {
        const municipality = await database.read('public', (sql) => readMunicipality(sql, env, 'public'))
        const answer: AboutAnswer = {
          municipality,
          contact: env.CONTACT ?? null,
          dataProtection: env.DATA_PROTECTION_CONTACT ?? null,
          embedOrigins: [...env.EMBED_ORIGINS],
          clocks: await retention.open(),
        }
        return c.json(answer as never, 200, { 'cache-control': 'public, max-age=300' })
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/accessibility/faults/{id}',
        summary: 'Report a fault in accessibility; sent twice it is kept once',
        request: {
          params,
          body: { content: { 'application/json': { schema: newFault } }, required: true },
        },
        responses: {
          201: json(kept, 'Kept'),
          200: json(kept, 'Kept already'),
          ...problems(409, 422, 429),
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const said = c.req.valid('json')
        refusePersons({ page: said.page, what: said.what, aid: said.aid })
        pace.step(c.var.caller)
        const proof = proofs.check(said.proof)
        // Nobody signed in reports as the account they have: all go by the public's door.
        const how = await database.write(resident, (sql) => keepFault(sql, id, said, proof))
        if (how === 'unproved') throw unproved()
        if (how === 'other') throw otherContent()
        if (how === 'many')
          throw new ProblemError(
            'too-many-requests',
            {
              sv: 'Många har skrivit i dag. Försök igen i morgon.',
              en: 'Many have written today. Try again tomorrow.',
            },
            { retryAfter: 3600 },
          )
        return c.json({ id }, how === 'made' ? 201 : 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/accessibility/faults',
        summary: 'Faults in accessibility that have been reported, those that wait first',
        responses: { 200: json(z.array(fault), 'Faults'), ...problems(401, 403) },
      }),
      async (c) => c.json(await database.read('admin', listFaults), 200, noStore),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/accessibility/faults/{id}/handled',
        summary: 'Mark a fault as dealt with',
        request: { params },
        responses: { 204: { description: 'Marked' }, ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const there = await database.write({ ...actorOf(c.var.caller), audience: 'admin' }, (sql) =>
          handleFault(sql, id),
        )
        if (!there) throw new ProblemError('not-found', nobodyFound)
        await audit.record(c.var.caller, {
          action: 'accessibility.handled',
          kind: 'accessibility-fault',
          object: id,
        })
        return c.body(null, 204, noStore)
      },
    )
}
