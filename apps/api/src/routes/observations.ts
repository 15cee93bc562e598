import { createRoute, z } from '@hono/zod-openapi'
import { parseBBox } from '@trygghetskartan/geo'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { NewObservation } from '../contract-observations.ts'
import { ProblemError } from '../errors.ts'
import { checkObservation, timesOf } from '../observations/check-observation.ts'
import { digestOf } from '../observations/digest.ts'
import {
  findOwn,
  insertObservation,
  listKinds,
  listObservations,
  listOwn,
  withdrawObservation,
} from '../queries/observations.ts'
import { readSettings } from '../queries/settings.ts'
import { json, objectId, problems } from '../schemas.ts'
import {
  newObservation,
  observationKind,
  observationsAnswer,
  ownObservation,
  ownObservationsAnswer,
} from '../schemas-observations.ts'

const noStore = { 'cache-control': 'no-store' }
const params = z.object({ id: objectId })
const day = z.iso.date()
const listQuery = z.strictObject({
  bbox: z.string().max(200).optional().openapi({ description: 'West, south, east and north in degrees' }),
  from: day.optional(),
  to: day.optional(),
  kind: z.string().max(500).optional().openapi({ description: 'Kinds with commas between' }),
  limit: z.coerce.number().int().min(1).max(5000).default(500),
})

/** /api/observations: what reporters log in the field. What a phone sends twice is kept once. */
export function observationRoutes({ audit, database }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/observations/kinds',
        summary: 'What can be logged in the field',
        responses: { 200: json(z.array(observationKind), 'Kinds'), ...problems(401, 403) },
      }),
      async (c) => {
        const audience = c.var.caller.audience as 'reporter' | 'planner' | 'police'
        return c.json(await database.read(audience, (sql) => listKinds(sql, audience)), 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/observations/mine',
        summary: 'What one has logged oneself in a week, the latest first',
        request: {
          query: z.strictObject({
            week: z
              .string()
              .regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/)
              .optional()
              .openapi({ description: 'ISO 8601, such as 2026-W48; the present week without it' }),
          }),
        },
        responses: { 200: json(ownObservationsAnswer, 'Own observations'), ...problems(400, 401, 403) },
      }),
      async (c) => {
        const { week = null } = c.req.valid('query')
        const answer = await database.read(actorOf(c.var.caller), (sql) => listOwn(sql, week))
        return c.json(answer, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/observations/{id}',
        summary: 'Log an observation; sent again, it is answered as before',
        request: {
          params,
          body: { content: { 'application/json': { schema: newObservation } }, required: true },
        },
        responses: {
          200: json(ownObservation, 'It was there already'),
          201: json(ownObservation, 'Logged'),
          ...problems(401, 403, 409, 410, 422),
        },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const sent = c.req.valid('json')
        const observation: NewObservation = { ...sent, words: sent.words || null }
        const sha256 = digestOf(observation)
        const answer = await database.write(actorOf(c.var.caller), async (sql) => {
          const before = await findOwn(sql, id)
          if (before) return { ...before, made: false }
          const now = Date.now()
          const times = timesOf(observation, now)
          checkObservation(observation, times, (await readSettings(sql, 'reporter')).bounds, now)
          const { accuracy, precision, kind, people, words, geometry } = observation
          const row = {
            id,
            at: geometry.coordinates,
            accuracy,
            precision,
            kind,
            people,
            words,
            sha256,
            ...times,
          }
          // Somebody else's, or one that came in at the same moment.
          const made = await insertObservation(sql, row)
          const found = await findOwn(sql, id)
          if (!found) throw otherContent()
          if (made) await audit.append(sql, { action: 'observation.logged', kind: 'observation', object: id })
          return { ...found, made }
        })
        if (answer.observation.withdrawnAt)
          throw new ProblemError('gone', {
            sv: 'Posten har återkallats.',
            en: 'The entry has been taken back.',
          })
        if (answer.sha256 !== sha256.toString('hex')) throw otherContent()
        return c.json(answer.observation, answer.made ? 201 : 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/observations/{id}',
        summary: 'Take back an observation of one’s own, within a day',
        request: { params },
        responses: { 204: { description: 'Taken back' }, ...problems(401, 403, 404, 422) },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        await database.write(actorOf(c.var.caller), async (sql) => {
          if (await withdrawObservation(sql, id)) {
            await audit.append(sql, { action: 'observation.withdrawn', kind: 'observation', object: id })
            return
          }
          // Taken back twice is taken back.
          if (!(await findOwn(sql, id)))
            throw new ProblemError('not-found', { sv: 'Posten finns inte.', en: 'There is no such entry.' })
        })
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/observations',
        summary: 'What reporters have logged, as far as the caller may read it',
        request: { query: listQuery },
        responses: { 200: json(observationsAnswer, 'Observations'), ...problems(400, 401, 403) },
      }),
      async (c) => {
        const { caller } = c.var
        const { bbox: box, from = null, to = null, kind, limit } = c.req.valid('query')
        const bbox = box === undefined ? null : parseBBox(box)
        if (box !== undefined && !bbox) throw noBox()
        const audience = caller.audience as 'planner' | 'police'
        const filter = { bbox, from, to, kinds: kind?.split(',') ?? null, limit }
        const answer = await database.read(actorOf(caller), (sql) => listObservations(sql, audience, filter))
        const detail = { by: 'items', n: answer.observations.length, from, to }
        await audit.record(caller, { action: 'layer.read', kind: 'observations', object: null, detail })
        return c.json(answer, 200, noStore)
      },
    )
}

const otherContent = () =>
  new ProblemError('conflict', {
    sv: 'Det finns redan en annan post med samma id.',
    en: 'There is another entry with the same id.',
  })

function noBox() {
  const message = {
    sv: 'bbox ska vara väst,syd,öst,nord i grader.',
    en: 'bbox must be west,south,east,north in degrees.',
  }
  return new ProblemError('bad-request', message, { errors: [{ field: 'bbox', message }] })
}
