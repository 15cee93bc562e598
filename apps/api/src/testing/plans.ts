import type { Geometry } from 'geojson'
import type { Measure, Problem } from '../contract.ts'
import type { NewPlan, Plan } from '../contract-identity.ts'
import type { DemoId, TestApp } from './test-app.ts'

const point: Geometry = { type: 'Point', coordinates: [14.1567, 56.0294] }
const area: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [14.155, 56.0285],
      [14.159, 56.0285],
      [14.159, 56.0305],
      [14.155, 56.0305],
      [14.155, 56.0285],
    ],
  ],
}

/** People of the demonstration who work on plans over HTTP. What goes wrong is thrown with its status. */
export function planners(app: TestApp) {
  const ok = async <T>(response: Response): Promise<T> => {
    if (response.ok) return (response.status === 204 ? null : await response.json()) as T
    throw new Error(`${response.status} ${await response.text()}`)
  }
  const send = async <T>(
    who: DemoId | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => ok<T>(await app.ask(who, method, path, body, headers))
  const held = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` })
  const idOf = async (who: DemoId) =>
    (await send<{ account: { id: string } }>(who, 'GET', '/auth/me')).account.id
  const put = (who: DemoId, layer: string, properties: Record<string, unknown>, geometry?: Geometry) =>
    send<Measure>(who, 'POST', '/api/measures', {
      layer,
      geometry: geometry ?? (layer === 'patrol_zones' || layer === 'shrub_clearances' ? area : point),
      properties,
    })

  return {
    send,
    held,
    idOf,
    read: <T>(who: DemoId | null, path: string) => send<T>(who, 'GET', path),
    plan: (who: DemoId, plan: Partial<NewPlan> = {}) =>
      send<Plan>(who, 'POST', '/api/plans', { title: 'Stationen', ...plan }),
    join: async (plan: Plan, who: DemoId, role: 'owner' | 'member' = 'member', by: DemoId = 'demo-planner') =>
      send<Plan>(by, 'PUT', `/api/plans/${plan.id}/members/${await idOf(who)}`, { role }),
    /** A measure: a draft in a plan where `plan_id` says so. */
    put,
    change: (
      who: DemoId,
      measure: Measure,
      change: { properties?: Record<string, unknown>; geometry?: Geometry },
    ) => send<Measure>(who, 'PATCH', `/api/measures/${measure.id}`, change, held(measure)),
    step: (who: DemoId, measure: Measure, to: string, more: object = {}) =>
      send<Measure>(who, 'POST', `/api/measures/${measure.id}/status`, { to, ...more }, held(measure)),
    remove: (who: DemoId, measure: Measure) =>
      send<null>(who, 'DELETE', `/api/measures/${measure.id}`, undefined, held(measure)),
    restore: (who: DemoId, measure: Measure) =>
      send<Measure>(who, 'POST', `/api/measures/${measure.id}/restore`),
    /** The status of a request and the problem it answers with. */
    refused: async (...request: Parameters<TestApp['ask']>) => {
      const response = await app.ask(...request)
      const problem = (await response.json().catch(() => ({}))) as Partial<Problem>
      return { status: response.status, problem }
    },
  }
}
