import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { analysisMethods } from '@trygghetskartan/analysis'
import { neededIncidents } from '../analyses/needed-incidents.ts'
import { checkedTable, invalid } from '../analyses/table.ts'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { NewAnalysis } from '../contract-analyses.ts'
import { ProblemError } from '../errors.ts'
import { packedIncidents } from '../incidents/shared-packed.ts'
import { nameOf, pack } from '../kept-inputs.ts'
import { refusePersons } from '../no-persons.ts'
import {
  deleteAnalysis,
  findAnalysis,
  insertAnalysis,
  keepAnalysisInput,
  listAnalyses,
  updateAnalysis,
} from '../queries/analyses.ts'
import { json, objectId, problems } from '../schemas.ts'
import {
  analysisAnswer,
  analysisChange,
  analysisInfo,
  analysisQuery,
  newAnalysis,
} from '../schemas-analyses.ts'

const params = z.object({ id: objectId })
const noStore = { 'cache-control': 'no-store' }
const gone = () =>
  new ProblemError('not-found', { sv: 'Analysen finns inte.', en: 'There is no such analysis.' })
const accountOf = (caller: Caller): string => caller.account?.id ?? ''

/** /api/analyses: results of analysis saved with everything they follow from. To the police alone. */
export function analysisRoutes({ audit, database }: Services) {
  const packed = packedIncidents(database)

  /** What the analysis follows from, as it is kept. Throws `conflict` where incidents have changed since it was reckoned. */
  async function inputsOf(caller: Caller, { incidents, question, streets }: NewAnalysis) {
    const reader = actorOf(caller)
    const state = await packed.state(reader)
    const changed = new ProblemError('conflict', {
      sv: 'Händelserna har ändrats sedan resultatet räknades fram. Räkna om det och spara igen.',
      en: 'The incidents have changed since the result was reckoned. Reckon it again and save.',
    })
    if (question.kind !== 'effect' && state.tag !== tagOf(incidents)) throw changed
    const all = question.kind === 'effect' ? null : await packed.of(reader, state)
    if (all && all.tag !== state.tag) throw changed
    const needed = all && (await neededIncidents(all.gzip, question))
    const lines = streets ? JSON.stringify(streets) : null
    const kept = async (content: string | Uint8Array) => ({
      name: nameOf(content),
      content: await pack(content),
    })
    return { incidents: needed ? await kept(needed) : null, streets: lines ? await kept(lines) : null }
  }

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/analyses',
        summary: 'Saved analyses that are shared with the police, and one’s own, newest first',
        request: { query: analysisQuery },
        responses: { 200: json(z.array(analysisInfo), 'Analyses'), ...problems(400, 401, 403) },
      }),
      async (c) => {
        const { caller } = c.var
        const all = await database.read(actorOf(caller), (sql) =>
          listAnalyses(sql, accountOf(caller), c.req.valid('query')),
        )
        return c.json(all, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/analyses',
        summary: 'Save a result with everything it follows from, if the incidents are still as they were',
        request: { body: { content: { 'application/json': { schema: newAnalysis } }, required: true } },
        responses: { 201: json(analysisInfo, 'The saved analysis'), ...problems(401, 403, 409, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const analysis = c.req.valid('json') as NewAnalysis
        checkAnalysis(analysis)
        const { id = randomUUID(), title, shared, methods, question, result } = analysis
        const { incidents, streets } = await inputsOf(caller, analysis)
        const [made] = await database.write(actorOf(caller), async (sql) => {
          for (const input of [incidents, streets])
            if (input) await keepAnalysisInput(sql, input.name, input.content)
          await insertAnalysis(sql, {
            ...{ id, kind: question.kind, title, shared, methods, question, result },
            incidents: incidents?.name ?? null,
            streets: streets?.name ?? null,
            n: typeof result.n === 'number' ? result.n : null,
          })
          return listAnalyses(sql, accountOf(caller), { id })
        })
        return c.json(made!, 201, { ...noStore, location: `/api/analyses/${id}` })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/analyses/{id}',
        summary: 'A saved analysis: what was asked and the figures',
        request: { params },
        responses: { 200: json(analysisAnswer, 'The analysis'), ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const found = await database.read(actorOf(caller), (sql) =>
          findAnalysis(sql, 'police', accountOf(caller), id),
        )
        if (!found) throw gone()
        await audit.witness(caller, { layer: 'incidents', by: 'object', object: id })
        const { incidents: _, streets: __, question, ...rest } = found
        return c.json(
          { ...rest, question: question as unknown as Record<string, unknown>, result: { ...rest.result } },
          200,
          noStore,
        )
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/api/analyses/{id}',
        summary: 'Rename an analysis one has saved, share it with the police or take it back',
        request: {
          params,
          body: { content: { 'application/json': { schema: analysisChange } }, required: true },
        },
        responses: { 200: json(analysisInfo, 'The analysis'), ...problems(401, 403, 404, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const change = c.req.valid('json')
        if (change.title !== undefined) refusePersons({ title: change.title })
        const [changed] = await database.write(actorOf(caller), async (sql) => {
          if (!(await updateAnalysis(sql, id, change))) throw gone()
          return listAnalyses(sql, accountOf(caller), { id })
        })
        return c.json(changed!, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/analyses/{id}',
        summary: 'Remove an analysis one has saved',
        request: { params },
        responses: { 204: { description: 'Removed' }, ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        await database.write(actorOf(caller), async (sql) => {
          if (!(await deleteAnalysis(sql, id))) throw gone()
        })
        return c.body(null, 204)
      },
    )
}

/** The tag of the incidents' state in an ETag of theirs. */
const tagOf = (etag: string): string => etag.replace(/^W\//, '').replaceAll('"', '').replace(/-g$/, '')

/** 422 where it was made by methods that are not these, the title speaks of a person, or the result is no answer to the question. */
function checkAnalysis({ title, methods, question, streets, result }: NewAnalysis): void {
  refusePersons({ title })
  if (methods !== analysisMethods)
    throw invalid(
      'methods',
      'Resultatet är framräknat med en äldre version. Ladda om sidan och räkna om det.',
      'The result was made by an older version. Reload the page and reckon it again.',
    )
  checkedTable(question, result, streets)
}
