import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { Text } from '@trygghetskartan/layers'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { NewPlanComment, PlanComment } from '../contract-plans.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { findObject } from '../queries/measures.ts'
import {
  deleteComment,
  hasAnswers,
  insertComment,
  listComments,
  resolveComment,
} from '../queries/plan-comments.ts'
import { layersSeenBy } from '../rights/layers.ts'
import { json, objectId, problems } from '../schemas.ts'
import { commentChange, newPlanComment, planComment } from '../schemas-plans.ts'
import { checkShape } from '../validation.ts'
import { ownPlan } from './plans.ts'

const params = z.object({ id: objectId })
const noStore = { 'cache-control': 'no-store' }
const pins = ['Point', 'LineString', 'Polygon'] as const

const invalid = (field: string, message: Text) =>
  new ProblemError('invalid', message, { errors: [{ field, message }] })

const elsewhere: Text = {
  sv: 'Åtgärden finns inte i planen.',
  en: 'The measure is not in the plan.',
}
const notThere: Text = {
  sv: 'Kommentaren som besvaras finns inte i planen.',
  en: 'The comment that is answered is not in the plan.',
}
const pinOfAnswer: Text = {
  sv: 'Ett svar hör till trådens plats och har ingen egen.',
  en: 'An answer belongs to the place of its thread and has none of its own.',
}
const answered: Text = {
  sv: 'Kommentaren har fått svar och kan inte tas bort.',
  en: 'The comment has been answered and cannot be removed.',
}
const threadAlone: Text = {
  sv: 'Det är tråden som markeras som löst, inte ett enskilt svar.',
  en: 'It is the thread that is resolved, not a single answer.',
}

/** What a plan's members say to each other, pinned to the map. Members of both audiences read it; /api/changes tells of it as of the plan. */
export function planCommentRoutes({ audit, database, layers }: Services) {
  const idOf = (caller: Caller) => caller.account?.id ?? ''

  async function seen(sql: Sql, caller: Caller, id: string): Promise<PlanComment> {
    const [comment] = await listComments(sql, caller.audience, idOf(caller), { id })
    if (!comment)
      throw new ProblemError('not-found', { sv: 'Kommentaren finns inte.', en: 'There is no such comment.' })
    return comment
  }

  /** The layer of the measure that a comment is about. Throws a 422 where the comment hangs on what is not in the plan. */
  async function checkComment(
    sql: Sql,
    caller: Caller,
    plan: string,
    { geometry, measure, answers }: NewPlanComment,
  ): Promise<string | null> {
    if (answers) {
      if (geometry || measure) throw invalid(geometry ? 'geometry' : 'measure', pinOfAnswer)
      const [first] = await listComments(sql, caller.audience, idOf(caller), { id: answers })
      if (first?.plan !== plan) throw invalid('answers', notThere)
    }
    if (!measure) return null
    const object = await findObject(sql, layersSeenBy(layers, caller), caller.audience, measure)
    if (object?.properties.plan_id !== plan) throw invalid('measure', elsewhere)
    return object.layer.id
  }

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/plans/{id}/comments',
        summary: 'What the members of a plan say, oldest first',
        request: { params },
        responses: { 200: json(z.array(planComment), 'Comments'), ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id: plan } = c.req.valid('param')
        const comments = await database.read(actorOf(caller), async (sql) => {
          await ownPlan(sql, caller, layers, plan)
          return listComments(sql, caller.audience, idOf(caller), { plan })
        })
        return c.json(comments, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/plans/{id}/comments',
        summary: 'Say something to the members of a plan',
        request: {
          params,
          body: { content: { 'application/json': { schema: newPlanComment } }, required: true },
        },
        responses: { 201: json(planComment, 'The comment'), ...problems(401, 403, 404, 413, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id: plan } = c.req.valid('param')
        const given = c.req.valid('json') as NewPlanComment
        if (given.geometry) checkShape(pins, given.geometry)
        const id = randomUUID()
        const made = await database.write(actorOf(caller), async (sql) => {
          await ownPlan(sql, caller, layers, plan)
          const layer = await checkComment(sql, caller, plan, given)
          await insertComment(sql, caller.audience, { ...given, id, plan, layer })
          const detail = { comment: id }
          await audit.append(sql, { action: 'plan.commented', kind: 'plan', object: plan, detail })
          return seen(sql, caller, id)
        })
        return c.json(made, 201, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/api/plan-comments/{id}',
        summary: 'Say that a thread is settled, or open it again',
        request: {
          params,
          body: { content: { 'application/json': { schema: commentChange } }, required: true },
        },
        responses: { 200: json(planComment, 'The comment'), ...problems(401, 403, 404, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const { resolved } = c.req.valid('json')
        const changed = await database.write(actorOf(caller), async (sql) => {
          const before = await seen(sql, caller, id)
          if (before.answers) throw invalid('resolved', threadAlone)
          if ((before.resolved !== null) === resolved) return before
          await resolveComment(sql, caller.audience, id, resolved)
          await audit.append(sql, {
            action: resolved ? 'plan.comment-resolved' : 'plan.comment-reopened',
            kind: 'plan',
            object: before.plan,
            detail: { comment: id },
          })
          return seen(sql, caller, id)
        })
        return c.json(changed, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/plan-comments/{id}',
        summary: 'Remove a comment of one’s own that nobody has answered',
        request: { params },
        responses: { 204: { description: 'Removed' }, ...problems(401, 403, 404, 409) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        await database.write(actorOf(caller), async (sql) => {
          const { plan } = await seen(sql, caller, id)
          if (await hasAnswers(sql, caller.audience, id)) throw new ProblemError('conflict', answered)
          await deleteComment(sql, caller.audience, id)
          const detail = { comment: id }
          await audit.append(sql, { action: 'plan.comment-removed', kind: 'plan', object: plan, detail })
        })
        return c.body(null, 204)
      },
    )
}
