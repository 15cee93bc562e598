import { createRoute, z } from '@hono/zod-openapi'
import { mappingSchema } from '@trygghetskartan/formats'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import {
  keepMapping,
  listIncidentImports,
  listMappings,
  readIncidentRejects,
  removeMapping,
} from '../queries/incident-mappings.ts'
import { json, objectId, problems } from '../schemas.ts'
import { incidentImportInfo, incidentMapping, keptIncidentMapping } from '../schemas-incidents.ts'
import { rejectsCsv } from './imports.ts'

const noStore = { 'cache-control': 'no-store' }
const params = z.object({ name: z.string().trim().min(1).max(80) })
/** A list to look through, not an archive to page in. */
const shown = 200

/** How tables of incidents are read, kept by name; and what has been imported of incidents. To the police alone. */
export function incidentMappingRoutes({ audit, database }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/incidents/mappings',
        summary: 'Mappings that are kept, by name',
        responses: { 200: json(z.array(keptIncidentMapping), 'Mappings'), ...problems(401, 403) },
      }),
      async (c) => c.json((await database.read(actorOf(c.var.caller), listMappings)) as never, 200, noStore),
    )
    .openapi(
      createRoute({
        method: 'put',
        path: '/api/incidents/mappings/{name}',
        summary: 'Keep a mapping under a name',
        request: {
          params,
          body: { content: { 'application/json': { schema: incidentMapping } }, required: true },
        },
        responses: {
          200: json(z.array(keptIncidentMapping), 'All that are kept'),
          ...problems(401, 403, 422),
        },
      }),
      async (c) => {
        const { name } = c.req.valid('param')
        const mapping = mappingSchema.parse(c.req.valid('json'))
        const all = await database.write(actorOf(c.var.caller), async (sql) => {
          await keepMapping(sql, name, mapping)
          await audit.append(sql, { action: 'incident-mapping.kept', kind: 'incident-mapping', object: name })
          return listMappings(sql)
        })
        return c.json(all as never, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/incidents/mappings/{name}',
        summary: 'Remove a mapping',
        request: { params },
        responses: { 204: { description: 'Removed' }, ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { name } = c.req.valid('param')
        await database.write(actorOf(c.var.caller), async (sql) => {
          if (!(await removeMapping(sql, name))) throw new ProblemError('not-found')
          await audit.append(sql, {
            action: 'incident-mapping.removed',
            kind: 'incident-mapping',
            object: name,
          })
        })
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/incidents/imports',
        summary: 'What has been imported of incidents, newest first',
        responses: { 200: json(z.array(incidentImportInfo), 'Imports'), ...problems(401, 403) },
      }),
      async (c) => {
        const { caller, language } = c.var
        const rows = await database.read(actorOf(caller), (sql) => listIncidentImports(sql, shown))
        return c.json(
          rows.map((row) => ({ ...row, message: row.message?.[language] ?? null })),
          200,
          noStore,
        )
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/incidents/imports/{id}/rejects.csv',
        summary: 'What an import of incidents refused, with line and reason; the first ten thousand',
        request: { params: z.object({ id: objectId }) },
        responses: {
          200: { description: 'line;id;reason;text', content: { 'text/csv': { schema: z.string() } } },
          ...problems(401, 403, 404),
        },
      }),
      async (c) => {
        const { caller, language } = c.var
        const { id } = c.req.valid('param')
        const rows = await database.read(actorOf(caller), (sql) => readIncidentRejects(sql, id))
        if (!rows) throw new ProblemError('not-found')
        await audit.witness(caller, { layer: 'incidents', by: 'export' })
        return c.body(rejectsCsv(rows, language), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${id}-rejects.csv"`,
          ...noStore,
        }) as never
      },
    )
}
