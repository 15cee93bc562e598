import { createRoute, z } from '@hono/zod-openapi'
import { attachment } from '../attachment.ts'
import { actorOf } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import { docxOf } from '../documents/docx.ts'
import { pdfOf } from '../documents/pdf.ts'
import { letterforms } from '../dossiers/picture/map-picture.ts'
import { readMunicipality } from '../municipality.ts'
import { dayInSweden } from '../problems/day-in-sweden.ts'
import { planDocument } from '../problems/plan-document.ts'
import { readActionPlan } from '../problems/read-action-plan.ts'
import { boardEvidence, boardPlan } from '../problems/shared-with-board.ts'
import { readEvidence, readWithheld } from '../queries/problems.ts'
import { json, problems as refusals } from '../schemas.ts'
import { actionPlan } from '../schemas-problems.ts'

const noStore = { 'cache-control': 'no-store' }
const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
const file = z.enum(['atgardsplan.docx', 'atgardsplan.pdf'])

/** The action plan as it follows from problems, measures and operations, and as the document that act 2023:196 asks for. */
export function actionPlanRoutes({ audit, database, env, layers }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/action-plan',
        summary: 'Problems against measures: what lacks what, and what is due when',
        responses: { 200: json(actionPlan, 'The action plan'), ...refusals(401, 403) },
      }),
      async (c) => {
        const { caller } = c.var
        const plan = await database.read(actorOf(caller), (sql) =>
          readActionPlan(sql, layers, caller, dayInSweden(new Date())),
        )
        return c.json(plan as never, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/action-plan/{file}',
        summary:
          'The same to print: what is for the police alone stands there as planners see it, whoever asks',
        request: { params: z.object({ file }) },
        responses: {
          200: {
            description: 'The file',
            content: Object.fromEntries(
              Object.values(mediaTypes).map((type) => [type, { schema: z.string() }]),
            ),
          },
          ...refusals(400, 401, 403),
        },
      }),
      async (c) => {
        const { caller } = c.var
        const kind = c.req.valid('param').file === 'atgardsplan.docx' ? 'docx' : 'pdf'
        const today = dayInSweden(new Date())
        const document = await database.read(actorOf(caller), async (sql) => {
          const plan = boardPlan(await readActionPlan(sql, layers, caller, today), layers)
          const evidence = new Map<string, ReturnType<typeof boardEvidence>>()
          for (const { id } of plan.problems)
            evidence.set(
              id,
              boardEvidence(
                await readEvidence(sql, caller.audience, id),
                await readWithheld(sql, caller.audience, id),
              ),
            )
          const municipality = await readMunicipality(sql, env, caller.audience)
          return planDocument({ plan, evidence, municipality, today, glyphs: letterforms() })
        })
        const bytes = kind === 'docx' ? await docxOf(document) : await pdfOf(document)
        await audit.record(caller, {
          action: 'action-plan.exported',
          kind: 'action-plan',
          object: null,
          detail: { format: kind },
        })
        return c.body(new Uint8Array(bytes), 200, {
          ...noStore,
          'content-type': mediaTypes[kind],
          'content-disposition': attachment(`${document.fileName}.${kind}`),
        }) as never
      },
    )
}
