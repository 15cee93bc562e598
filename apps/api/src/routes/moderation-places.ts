import { createRoute, z } from '@hono/zod-openapi'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { PlaceChange } from '../contract-moderation.ts'
import { ProblemError } from '../errors.ts'
import { wantedVersion } from '../if-match.ts'
import { refusePersons } from '../no-persons.ts'
import { dayInSweden } from '../problems/day-in-sweden.ts'
import { readChain } from '../queries/chain.ts'
import { readMonths } from '../queries/moderation.ts'
import {
  closeWork,
  readPlace,
  reportsOfPlace,
  takeReport,
  updatePlace,
  writeReport,
} from '../queries/moderation-steps.ts'
import { json, layerId, objectId, problems as refusals } from '../schemas.ts'
import { chainAnswer, moderatedPlace, placeChange, reportStatistics } from '../schemas-moderation.ts'
import { visibleLayer } from './layers.ts'

const noStore = { 'cache-control': 'no-store' }

/** Public places as planners keep them, how fast reports are answered, and what came of them for anybody. */
export function moderationPlaceRoutes({ audit, database, layers }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'patch',
        path: '/api/moderation/places/{id}',
        summary:
          'Change what is said of a public place, if the version holds; one that is done takes its reports along',
        request: {
          params: z.object({ id: objectId }),
          headers: z.object({ 'if-match': z.string().optional() }),
          body: { content: { 'application/json': { schema: placeChange } }, required: true },
        },
        responses: {
          200: json(moderatedPlace, 'The place'),
          ...refusals(401, 403, 404, 412, 413, 422, 428),
        },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const change = c.req.valid('json') as PlaceChange
        const version = wantedVersion(c.req.header('if-match'))
        refusePersons({ words: change.words, answer: change.answer })
        const told = await database.write(actorOf(caller), async (sql) => {
          if (!(await readPlace(sql, id))) throw noPlace()
          if (!(await updatePlace(sql, { id, version }, change))) throw new ProblemError('version-conflict')
          if (change.state === 'done')
            for (const report of await reportsOfPlace(sql, id)) {
              await takeReport(sql, report)
              await writeReport(sql, report, { state: 'handled' })
              await closeWork(sql, report)
            }
          await audit.append(sql, {
            action: 'report.place-changed',
            kind: 'reported_places',
            object: id,
            detail: { changed: Object.keys(change), ...(change.state && { to: change.state }) },
          })
          return readPlace(sql, id)
        })
        return c.json(told as never, 200, { ...noStore, etag: `"${told?.version}"` })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/moderation/statistics',
        summary: 'How many reports came in by month, and how fast they were answered and closed',
        responses: { 200: json(reportStatistics, 'By month'), ...refusals(401, 403) },
      }),
      async (c) => {
        const months = await database.read(actorOf(c.var.caller), (sql) =>
          readMonths(sql, dayInSweden(new Date())),
        )
        return c.json({ months } as never, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/chain/{layer}/{id}',
        summary: 'What a reported place led to, or which places a measure answers',
        request: { params: z.object({ layer: layerId, id: objectId }) },
        responses: { 200: json(chainAnswer, 'As anybody sees it'), ...refusals(400, 404) },
      }),
      async (c) => {
        const { layer, id } = c.req.valid('param')
        const { id: seen } = visibleLayer(layers, c.var.caller, layer)
        // The same whoever asks: it is what the public may know.
        const chain = await database.read('public', (sql) => readChain(sql, seen, id))
        // Of what nobody may see it is not even said whether it is there.
        return c.json((chain ?? { measures: [], places: [], heard: null, photo: null }) as never, 200, {
          'cache-control': 'no-cache',
        })
      },
    )
}

const noPlace = () =>
  new ProblemError('not-found', { sv: 'Platsen finns inte.', en: 'There is no such place.' })
