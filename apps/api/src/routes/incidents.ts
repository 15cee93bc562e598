import { createRoute, z } from '@hono/zod-openapi'
import { parseBBox } from '@trygghetskartan/geo'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { Incident, IncidentChange } from '../contract-incidents.ts'
import { ProblemError } from '../errors.ts'
import { wantedVersion } from '../if-match.ts'
import { refusePersons } from '../no-persons.ts'
import { incidentSources } from '../queries/incident-columns.ts'
import {
  findIncident,
  type IncidentFilter,
  listIncidentKinds,
  listIncidents,
  updateIncident,
} from '../queries/incidents.ts'
import { json, objectId, problems } from '../schemas.ts'
import {
  incident,
  incidentChange,
  incidentKind,
  incidentQuery,
  incidentsAnswer,
} from '../schemas-incidents.ts'

const params = z.object({ id: objectId })
const noStore = { 'cache-control': 'no-store' }
const etag = ({ version }: Incident) => ({ etag: `"${version}"`, ...noStore })
const notThere = () =>
  new ProblemError('not-found', { sv: 'Händelsen finns inte.', en: 'There is no such incident.' })

/** /api/incidents: rows for lists and explanations, one with what it said before, and corrections. To the police alone. */
export function incidentRoutes({ audit, database }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/incidents/kinds',
        summary: 'What an incident can be',
        responses: { 200: json(z.array(incidentKind), 'Kinds'), ...problems(401, 403) },
      }),
      async (c) =>
        c.json(await database.read(actorOf(c.var.caller), listIncidentKinds), 200, {
          'cache-control': 'private, max-age=300',
        }),
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/incidents',
        summary: 'Incidents, police events and what was logged in the field, the latest first',
        request: { query: incidentQuery },
        responses: { 200: json(incidentsAnswer, 'A page of incidents'), ...problems(400, 401, 403) },
      }),
      async (c) => {
        const { caller } = c.var
        const filter = filterOf(c.req.valid('query'))
        const page = await database.read(actorOf(caller), (sql) => listIncidents(sql, filter))
        audit.sensitiveRead(caller, { layer: 'incidents', by: 'items' })
        return c.json(page, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/incidents/{id}',
        summary: 'An incident with what it said before it was corrected',
        request: { params },
        responses: { 200: json(incident, 'The incident'), ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const found = await database.read(actorOf(caller), (sql) => findIncident(sql, id))
        if (!found) throw notThere()
        await audit.witness(caller, { layer: 'incidents', by: 'object', object: id })
        return c.json(found, 200, etag(found))
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/api/incidents/{id}',
        summary: 'Correct, withdraw or restore an incident, and say why; if the version holds',
        request: {
          params,
          headers: z.object({ 'if-match': z.string().optional() }),
          body: { content: { 'application/json': { schema: incidentChange } }, required: true },
        },
        responses: { 200: json(incident, 'The incident'), ...problems(401, 403, 404, 412, 422, 428) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const change = c.req.valid('json') as IncidentChange
        const version = wantedVersion(c.req.header('if-match'))
        const changed = await database.write(actorOf(caller), async (sql) => {
          const before = await findIncident(sql, id)
          if (!before) throw notThere()
          await checkChange(before, change, () => listIncidentKinds(sql))
          if (!(await updateIncident(sql, id, version, change))) throw new ProblemError('version-conflict')
          const after = await findIncident(sql, id)
          if (after!.version !== before.version)
            await audit.append(sql, {
              action: `incident.${after!.changes[0]!.action}`,
              kind: 'incidents',
              object: id,
              detail: { reason: change.reason },
            })
          return after!
        })
        return c.json(changed, 200, etag(changed))
      },
    )
}

function filterOf(query: z.infer<typeof incidentQuery>): IncidentFilter {
  const { bbox, from, to, kinds, sources, withdrawn, limit, cursor } = query
  const box = bbox === undefined ? null : parseBBox(bbox)
  if (bbox !== undefined && !box)
    throw new ProblemError('bad-request', {
      sv: 'bbox ska vara väst,syd,öst,nord i grader.',
      en: 'bbox must be west,south,east,north in degrees.',
    })
  const [, micros, id] = /^(-?\d{1,18})\.([0-9a-f-]{36})$/.exec(cursor ?? '') ?? []
  if (cursor !== undefined && (!micros || !id || !objectId.safeParse(id).success))
    throw new ProblemError('bad-request', {
      sv: 'cursor ska vara vad förra sidan gav som next.',
      en: 'cursor must be what the page before gave as next.',
    })
  return {
    bbox: box,
    from: from ?? null,
    to: to ?? null,
    kinds: kinds?.split(',') ?? null,
    sources: sources?.split(',') ?? incidentSources,
    withdrawn: withdrawn === '1',
    limit,
    after: micros && id ? { micros, id } : null,
  }
}

/** Throws `invalid` with what cannot be, in words. */
async function checkChange(
  before: Incident,
  change: IncidentChange,
  kinds: () => Promise<readonly { code: string }[]>,
): Promise<void> {
  const refuse = (field: string, sv: string, en: string) =>
    new ProblemError('invalid', undefined, { errors: [{ field, message: { sv, en } }] })
  const from = change.occurredFrom ?? before.occurredFrom
  const to = change.occurredTo ?? before.occurredTo
  if (Date.parse(from) > Date.parse(to))
    throw refuse('occurredTo', 'Sluttiden ligger före starttiden.', 'The end lies before the beginning.')
  if (change.kind !== undefined && !(await kinds()).some(({ code }) => code === change.kind))
    throw refuse('kind', 'Slaget finns inte.', 'There is no such kind.')
  const { note, place, reason } = change
  refusePersons({ note, place, reason })
}
