import { Readable } from 'node:stream'
import { createRoute, z } from '@hono/zod-openapi'
import { createRouter, type Services } from '../context.ts'
import { backupOpen } from '../database/open-database.ts'
import { ProblemError } from '../errors.ts'
import { problems } from '../schemas.ts'

/** POST /api/backup: the whole embedded database as one file, for the operator's command on the server's own machine. */
export function backupRoutes({ database, log }: Services) {
  return createRouter().openapi(
    createRoute({
      method: 'post',
      path: '/api/backup',
      summary: 'Back up the embedded database (the operator on the server’s own machine only)',
      responses: {
        200: { description: 'A gzipped tar file', content: { 'application/gzip': { schema: z.string() } } },
        ...problems(401, 403, 404),
      },
    }),
    async (c) => {
      const backup = await backupOpen(database)
      if (!backup) throw new ProblemError('not-found')
      log.info('backup')
      const body = Readable.toWeb(backup) as ReadableStream<Uint8Array>
      return c.body(body, 200, { 'content-type': 'application/gzip' }) as never
    },
  )
}
