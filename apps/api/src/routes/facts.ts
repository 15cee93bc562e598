import { createRoute } from '@hono/zod-openapi'
import type { LonLat } from '@trygghetskartan/siting'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { FactsAnswer } from '../contract-siting.ts'
import type { Sql } from '../database/database.ts'
import { readSquareAt } from '../queries/demand.ts'
import {
  eventsNear,
  groundNear,
  measuresNear,
  nameOf,
  reportsNear,
  surveysAt,
  walksNear,
} from '../queries/facts.ts'
import { layersSeenBy } from '../rights/layers.ts'
import { json, problems } from '../schemas.ts'
import { atQuery, factsAnswer } from '../schemas-siting.ts'

/** Months that the squares count. */
const months = 24

/** GET /api/facts: what has happened, is and is planned at a place. */
export function factsRoutes({ audit, database, layers }: Services) {
  async function incidentsAt(sql: Sql, caller: Caller, at: LonLat): Promise<FactsAnswer['incidents']> {
    const seesEvents = layersSeenBy(layers, caller).some(({ id }) => id === 'police_events')
    if (seesEvents) return { as: 'events', events: await eventsNear(sql, caller.audience, at) }
    const square = await readSquareAt(sql, caller.audience, at)
    if (!square) return { as: 'squares', n: 0, kinds: {}, months, suppressed: true }
    const kinds = Object.fromEntries(Object.entries(square.kinds).filter(([, n]) => n > 0))
    return { as: 'squares', n: square.n, kinds, months, suppressed: false }
  }

  return createRouter().openapi(
    createRoute({
      method: 'get',
      path: '/api/facts',
      summary: 'What has happened, is and is planned within 50 m of a place',
      request: { query: atQuery },
      responses: { 200: json(factsAnswer, 'Facts of the place'), ...problems(400, 401, 403) },
    }),
    async (c) => {
      const { caller } = c.var
      const { at } = c.req.valid('query')
      const seen = layersSeenBy(layers, caller)
      const facts = await database.read(
        actorOf(caller),
        async (sql): Promise<FactsAnswer> => ({
          place: await nameOf(sql, at),
          reports: await reportsNear(sql, caller.audience, at),
          incidents: await incidentsAt(sql, caller, at),
          surveys: await surveysAt(sql, caller.audience, at),
          measures: await measuresNear(sql, seen, caller.audience, at),
          walks: await walksNear(sql, caller.audience, at),
          ground: await groundNear(sql, at),
        }),
      )
      if (facts.reports.length > 0) await audit.witness(caller, { layer: 'unsafe_reports', by: 'object' })
      if (facts.incidents.as === 'events')
        await audit.witness(caller, { layer: 'police_events', by: 'object' })
      return c.json(facts, 200, { 'cache-control': 'no-store' })
    },
  )
}
