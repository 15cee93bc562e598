import { createHash } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { addReportPhoto, readReceipt } from '../queries/receipts.ts'
import { digestOfCode } from '../reports/receipt-code.ts'
import { gone, noReceipt, otherContent } from '../reports/refusals.ts'
import { resident } from '../reports/resident.ts'
import { objectId, problems } from '../schemas.ts'
import { cleanPicture } from '../uploads/clean-picture.ts'
import { createQueue } from '../uploads/queue.ts'

const secondsToWait = 5

/** The photograph of a report: drawn anew, seen by planners, and by others once it is released with a public place. */
export function reportPhotoRoutes({ database }: Services) {
  const queue = createQueue({ atOnce: 2, waiting: 8 })
  return createRouter().openapi(
    createRoute({
      method: 'put',
      path: '/api/reports/{id}/photo',
      summary: 'Add the photograph of a report: JPEG, PNG or WebP as the body, at most 15 MB',
      request: {
        params: z.object({ id: objectId }),
        headers: z.object({ 'x-receipt': z.string().max(200) }),
      },
      responses: {
        200: { description: 'It was there already' },
        201: { description: 'Added' },
        ...problems(404, 409, 410, 413, 415, 429, 503, 507),
      },
    }),
    async (c) => {
      const { id: report } = c.req.valid('param')
      const code = digestOfCode(c.req.valid('header')['x-receipt'])
      // Before a file is taken in: whether there is anything to add it to.
      const receipt = await database.read('public', (sql) => readReceipt(sql, code))
      if (receipt?.gone) throw gone(receipt.gone)
      if (receipt?.report !== report) throw noReceipt()
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      const clean = await (queue.run(() => cleanPicture(bytes)) ?? Promise.reject(busy()))
      if ('refusal' in clean) throw new ProblemError('unsupported-media-type', clean.refusal)
      const sent = createHash('sha256').update(bytes).digest()
      const how = await database.write(resident, (sql) => addReportPhoto(sql, { report, code, sent, clean }))
      if (how === 'none') throw noReceipt()
      if (how === 'gone') throw gone()
      if (how === 'other') throw otherContent()
      return c.body(null, how === 'made' ? 201 : 200)
    },
  )
}

const busy = () =>
  new ProblemError(
    'busy',
    { sv: 'Många bilder tas emot just nu.', en: 'Many pictures are being taken in right now.' },
    { retryAfter: secondsToWait },
  )
