import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { LayerDefinition } from '@trygghetskartan/layers'
import { methodsVersion } from '@trygghetskartan/siting'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { pack } from '../kept-inputs.ts'
import { readLuminaires } from '../queries/luminaires.ts'
import { plansOf } from '../queries/plans.ts'
import { deleteRun, insertRun, keepInput, listRuns } from '../queries/siting-runs.ts'
import { json, objectId, problems } from '../schemas.ts'
import { mostRequest, newSitingRun, sitingRun, sitingRunInfo, sitingRunQuery } from '../schemas-siting.ts'
import { digestOf } from '../siting/digest.ts'
import { readDemand } from '../siting/read-demand.ts'
import { readGround, sharedSitingLayers } from '../siting/read-ground.ts'
import { readRun } from '../siting/saved-run.ts'
import { checkedBox } from '../siting/study-box.ts'

const params = z.object({ id: objectId })
const noStore = { 'cache-control': 'no-store' }
const gone = () =>
  new ProblemError('not-found', { sv: 'Resultatet finns inte.', en: 'There is no such result.' })
const invalid = (field: string, sv: string, en: string) =>
  new ProblemError('invalid', { sv, en }, { errors: [{ field, message: { sv, en } }] })

type NewRun = z.infer<typeof newSitingRun>

/** /api/siting/runs: results saved with everything they follow from. */
export function sitingRunRoutes({ audit, database, layers }: Services) {
  const accountOf = (caller: Caller) => caller.account?.id ?? ''

  async function save(sql: Sql, caller: Caller, id: string, run: NewRun): Promise<void> {
    const { audience } = caller
    if (run.plan !== null && !(await plansOf(sql, audience)).has(run.plan))
      throw invalid('plan', 'Du är inte med i planen.', 'You are not a member of the plan.')
    const luminaires = await readLuminaires(sql, audience, run.luminaires)
    const missing = run.luminaires.find((one) => !(one in luminaires))
    if (missing)
      throw invalid('luminaires', 'En ljusfil finns inte längre.', 'A photometric file is no longer there.')
    const box = checkedBox(run.bbox)
    const ground = digestOf(await readGround(sql, layers, audience, box))
    const demand = digestOf(await readDemand(sql, audience, box))
    if (ground.digest !== run.groundDigest || demand.digest !== run.demandDigest)
      throw new ProblemError('conflict', {
        sv: 'Underlaget har ändrats sedan resultatet räknades fram. Räkna om det och spara igen.',
        en: 'What the result was made of has changed since. Reckon it again and save.',
      })
    for (const { digest, text } of [ground, demand]) await keepInput(sql, audience, digest, await pack(text))
    const { kind, title, plan, methods, request, result } = run
    await insertRun(sql, audience, {
      ...{ id, kind, title, plan, methods, request, result, luminaires },
      ground: ground.digest,
      demand: demand.digest,
    })
  }

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/siting/runs',
        summary: 'Saved results of one’s plans, and one’s own, newest first',
        request: { query: sitingRunQuery },
        responses: { 200: json(z.array(sitingRunInfo), 'Results'), ...problems(400, 401, 403) },
      }),
      async (c) => {
        const { caller } = c.var
        const runs = await database.read(actorOf(caller), (sql) =>
          listRuns(sql, caller.audience, accountOf(caller), c.req.valid('query')),
        )
        return c.json(runs, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/siting/runs',
        summary: 'Save a result with everything it follows from, if that is still as it was',
        request: { body: { content: { 'application/json': { schema: newSitingRun } }, required: true } },
        responses: { 201: json(sitingRunInfo, 'The saved result'), ...problems(401, 403, 409, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const run = c.req.valid('json')
        checkRequest(run, layers)
        const { id = randomUUID() } = run
        const [made] = await database.write(actorOf(caller), async (sql) => {
          await save(sql, caller, id, run)
          return (await listRuns(sql, caller.audience, accountOf(caller), {})).filter((one) => one.id === id)
        })
        return c.json(made!, 201, { ...noStore, location: `/api/siting/runs/${id}` })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/siting/runs/{id}',
        summary: 'A saved result with its inputs: `npm run siting -- reproduce` makes it again',
        request: { params },
        responses: { 200: json(sitingRun, 'The result'), ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const run = caller.operator
          ? await database.owner((sql) => readRun(sql, 'owner', '', id))
          : await database.read(actorOf(caller), (sql) =>
              readRun(sql, caller.audience, accountOf(caller), id),
            )
        if (!run) throw gone()
        // It holds the places of reports.
        await audit.witness(caller, { layer: 'unsafe_reports', by: 'export', object: id })
        const inputs = run.inputs as Record<string, unknown>
        return c.json({ ...run, inputs, result: run.result as Record<string, unknown> }, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/api/siting/runs/{id}',
        summary: 'Remove a result one has saved',
        request: { params },
        responses: { 204: { description: 'Removed' }, ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        await database.write(actorOf(caller), async (sql) => {
          if (!(await deleteRun(sql, caller.audience, id))) throw gone()
        })
        return c.body(null, 204)
      },
    )
}

/** 422 where the inputs are too large, made by methods that are not these, or tell members of a plan what is not for all of them. */
function checkRequest(run: NewRun, layers: readonly LayerDefinition[]): void {
  if (JSON.stringify(run.request).length > mostRequest)
    throw invalid('request', 'Underlaget är större än 256 KiB.', 'The inputs are larger than 256 KiB.')
  for (const name of ['ground', 'demand', 'luminaires'])
    if (name in run.request)
      throw invalid('request', `Servern läser själv ${name}.`, `The server itself reads ${name}.`)
  if (run.methods !== methodsVersion)
    throw invalid(
      'methods',
      'Resultatet är framräknat med en äldre version. Ladda om sidan och räkna om det.',
      'The result was made by an older version. Reload the page and reckon it again.',
    )
  if (run.plan === null) return
  const shared = new Set(sharedSitingLayers(layers).map(({ id }) => id))
  const hidden = layers.filter(({ id }) => !shared.has(id)).map(({ id }) => id)
  if (mentions(run.request, new Set(hidden)))
    throw invalid(
      'plan',
      'Resultatet bygger på åtgärder som bara polisen ser. Spara det utan plan.',
      'The result follows from measures that only the police see. Save it without a plan.',
    )
}

function mentions(value: unknown, layers: ReadonlySet<string>): boolean {
  if (Array.isArray(value)) return value.some((one) => mentions(one, layers))
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, inner]) =>
    name === 'layer' && typeof inner === 'string' ? layers.has(inner) : mentions(inner, layers),
  )
}
