import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { deleteLuminaire, findLuminaire, insertLuminaire, listLuminaires } from '../queries/luminaires.ts'
import { json, objectId, problems } from '../schemas.ts'
import { luminaire, luminaireWhole, newLuminaire } from '../schemas-siting.ts'
import { readPhotometry } from '../siting/read-photometry.ts'

const params = z.object({ id: objectId })
const noStore = { 'cache-control': 'no-store' }
const foreignKey = '23503'
const gone = () =>
  new ProblemError('not-found', { sv: 'Ljusfilen finns inte.', en: 'There is no such photometric file.' })

/** /api/luminaires: photometric files that lamps are reckoned with. */
export function luminaireRoutes({ audit, database }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/luminaires',
        summary: 'Photometric files, by name',
        responses: { 200: json(z.array(luminaire), 'Files'), ...problems(401, 403) },
      }),
      async (c) => {
        const { caller } = c.var
        const files = await database.read(actorOf(caller), (sql) => listLuminaires(sql, caller.audience))
        return c.json(files, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/luminaires',
        summary: 'Add a photometric file: EULUMDAT or IES LM-63 of type C, at most 1 MiB',
        request: { body: { content: { 'application/json': { schema: newLuminaire } }, required: true } },
        responses: { 201: json(luminaire, 'The file'), ...problems(401, 403, 413, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { name, text } = c.req.valid('json')
        const read = readPhotometry(text)
        const id = randomUUID()
        const made = await database.write(actorOf(caller), async (sql) => {
          await insertLuminaire(sql, caller.audience, { id, name, text, ...read })
          await audit.append(sql, {
            action: 'luminaire.added',
            kind: 'luminaire',
            object: id,
            after: { name },
          })
          return findLuminaire(sql, caller.audience, id)
        })
        const { text: _, ...info } = made!
        return c.json(info, 201, { ...noStore, location: `/api/luminaires/${id}` })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/luminaires/{id}',
        summary: 'A photometric file with its text',
        request: { params },
        responses: { 200: json(luminaireWhole, 'The file'), ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const found = await database.read(actorOf(caller), (sql) => findLuminaire(sql, caller.audience, id))
        if (!found) throw gone()
        return c.json(found, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/luminaires/{id}',
        summary: 'Remove a photometric file that no lamps use',
        request: { params },
        responses: { 204: { description: 'Removed' }, ...problems(401, 403, 404, 409) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const removing = database.write(actorOf(caller), async (sql) => {
          const found = await findLuminaire(sql, caller.audience, id)
          if (!found || !(await deleteLuminaire(sql, caller.audience, id))) throw gone()
          await audit.append(sql, {
            action: 'luminaire.removed',
            kind: 'luminaire',
            object: id,
            before: { name: found.name },
          })
        })
        await removing.catch((error: unknown) => {
          if (!(error instanceof Error && 'code' in error && error.code === foreignKey)) throw error
          throw new ProblemError('conflict', {
            sv: 'Ljusfilen används av en belysningsåtgärd. Byt fil där först.',
            en: 'The photometric file is used by a lighting upgrade. Choose another file there first.',
          })
        })
        return c.body(null, 204)
      },
    )
}
