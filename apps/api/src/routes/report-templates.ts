import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { AnswerTemplate } from '../contract-moderation.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { refusePersons } from '../no-persons.ts'
import { deleteTemplate, insertTemplate, readTemplates, updateTemplate } from '../queries/moderation.ts'
import { json, objectId, problems as refusals } from '../schemas.ts'
import { answerTemplate, newTemplate } from '../schemas-moderation.ts'

const path = '/api/moderation/templates/{id}'
const request = { body: { content: { 'application/json': { schema: newTemplate } }, required: true } }
const params = z.object({ id: objectId })
const noStore = { 'cache-control': 'no-store' }

/** /api/moderation/templates: answers that are given often, kept by planners. */
export function reportTemplateRoutes({ audit, database }: Services) {
  const written = (caller: Caller, action: string, id: string, work: (sql: Sql) => Promise<unknown>) =>
    database.write(actorOf(caller), async (sql) => {
      if ((await work(sql)) === false) throw new ProblemError('not-found')
      await audit.append(sql, { action, kind: 'report_template', object: id })
    })

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/moderation/templates',
        summary: 'Answers that are given often',
        responses: { 200: json(z.array(answerTemplate), 'Templates'), ...refusals(401, 403) },
      }),
      async (c) => {
        const templates = await database.read(actorOf(c.var.caller), readTemplates)
        return c.json([...templates], 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/moderation/templates',
        summary: 'Keep an answer',
        request,
        responses: { 201: json(answerTemplate, 'The template'), ...refusals(401, 403, 413, 422) },
      }),
      async (c) => {
        const given = c.req.valid('json')
        refusePersons(given)
        const template: AnswerTemplate = { id: randomUUID(), ...given }
        await written(c.var.caller, 'report.template-created', template.id, (sql) =>
          insertTemplate(sql, template.id, given),
        )
        return c.json(template, 201, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path,
        summary: 'Change a kept answer',
        request: { params, ...request },
        responses: { 200: json(answerTemplate, 'The template'), ...refusals(401, 403, 404, 413, 422) },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const given = c.req.valid('json')
        refusePersons(given)
        await written(c.var.caller, 'report.template-changed', id, (sql) => updateTemplate(sql, id, given))
        return c.json({ id, ...given }, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path,
        summary: 'Remove a kept answer',
        request: { params },
        responses: { 204: { description: 'Removed' }, ...refusals(401, 403, 404) },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        await written(c.var.caller, 'report.template-removed', id, (sql) => deleteTemplate(sql, id))
        return c.body(null, 204)
      },
    )
}
