import { createRoute } from '@hono/zod-openapi'
import type { Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { ProblemError } from '../errors.ts'
import { refusePersons } from '../no-persons.ts'
import { callerKey } from '../protection/hold-rates.ts'
import { createLimiter } from '../protection/limiter.ts'
import { parseRates } from '../protection/rates.ts'
import { answerReceipt, readReceipt, withdrawReport } from '../queries/receipts.ts'
import { findPlace } from '../queries/reports.ts'
import { receiptOf } from '../reports/receipt.ts'
import { digestOfCode } from '../reports/receipt-code.ts'
import { gone, noReceipt, otherContent } from '../reports/refusals.ts'
import { resident } from '../reports/resident.ts'
import { json, problems } from '../schemas.ts'
import { receiptAnswer, receiptCode, reportReceipt } from '../schemas-reports.ts'

const noStore = { 'cache-control': 'no-store' }

/** /api/receipts: what the code of a receipt opens. In the body, so that no code stands in a log or an address. */
export function receiptRoutes({ database, env }: Services) {
  const limiter = createLimiter()
  const perMinute = parseRates(env.RATE_LIMITS)['sign-in']

  /** Of wrong codes there are not many from one address; a right one opens all the same, so that nobody's guesses keep another out. */
  function wrong(caller: Caller): ProblemError {
    const whose = callerKey(caller)
    const wait = whose ? limiter.take(whose, perMinute) : 0
    if (wait === 0) return noReceipt()
    const detail = { sv: `Försök igen om ${wait} s.`, en: `Try again in ${wait} s.` }
    return new ProblemError('too-many-requests', detail, { retryAfter: wait })
  }

  return createRouter()
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/receipts/read',
        summary: 'What became of a report, to whoever has the code of its receipt',
        request: { body: { content: { 'application/json': { schema: receiptCode } }, required: true } },
        responses: { 200: json(reportReceipt, 'The receipt'), ...problems(404, 410, 422, 429) },
      }),
      async (c) => {
        const code = digestOfCode(c.req.valid('json').code)
        const found = await database.read('public', async (sql) => {
          const stored = await readReceipt(sql, code)
          const place = stored?.place ? await findPlace(sql, stored.place) : undefined
          return { stored, place }
        })
        if (!found.stored) throw wrong(c.var.caller)
        if (found.stored.gone) throw gone(found.stored.gone)
        return c.json(receiptOf(found.stored, found.place ?? null), 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/receipts/answer',
        summary: 'Answer the municipality; sent again with the same id, it is kept once',
        request: { body: { content: { 'application/json': { schema: receiptAnswer } }, required: true } },
        responses: { 204: { description: 'Kept' }, ...problems(404, 409, 410, 422, 429, 503) },
      }),
      async (c) => {
        const { code, id, text } = c.req.valid('json')
        refusePersons({ text })
        const how = await database.write(resident, (sql) => answerReceipt(sql, digestOfCode(code), id, text))
        if (how === 'none') throw wrong(c.var.caller)
        if (how === 'gone') throw gone()
        if (how === 'other') throw otherContent()
        if (how === 'many')
          throw new ProblemError('conflict', {
            sv: 'Du har redan skrivit 30 svar. Skicka en ny rapport i stället.',
            en: 'You have written 30 answers already. Send a new report instead.',
          })
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/receipts/withdraw',
        summary: 'Take a report back: all of it is removed, for good',
        request: { body: { content: { 'application/json': { schema: receiptCode } }, required: true } },
        responses: { 204: { description: 'Taken back' }, ...problems(404, 410, 422, 429, 503) },
      }),
      async (c) => {
        const code = digestOfCode(c.req.valid('json').code)
        const how = await database.write(resident, (sql) => withdrawReport(sql, code))
        if (how === 'none') throw wrong(c.var.caller)
        // Taken back twice is taken back.
        if (how === 'expired') throw gone('expired')
        return c.body(null, 204)
      },
    )
}
