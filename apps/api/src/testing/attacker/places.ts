import { createHash } from 'node:crypto'
import { fromWgs84, type Position } from '@trygghetskartan/geo'
import { areaOf, type Rules } from '@trygghetskartan/privacy'
import type { Geometry } from 'geojson'
import { publicShapeOf } from '../../coarsening/public-shape.ts'
import { readGround, readGroundInMetres } from '../../coarsening/read-ground.ts'
import type { ModeratedReport, PublicPreview } from '../../contract-moderation.ts'
import type { Sql } from '../../database/database.ts'
import { readAddresses } from '../../queries/public-ground.ts'
import { planners } from '../plans.ts'
import type { TestApp } from '../test-app.ts'

/** What whoever knows the published rules reckons for every door of the town: the point that a report from there is shown as. */
export interface Doors {
  readonly behind: ReadonlyMap<string, readonly { readonly door: Position; readonly area: string }[]>
  /** The point that a report from just here is shown as. */
  readonly shownAs: (place: Position) => Promise<string | null>
}

export const keyOf = ([lon, lat]: Position): string => `${lon.toFixed(5)},${lat.toFixed(5)}`

const pointOf = (shape: Geometry | null): string | null =>
  shape?.type === 'Point' ? keyOf(shape.coordinates as unknown as Position) : null

export async function readDoors(app: TestApp, rules: Rules): Promise<Doors> {
  const shownAs = (place: Position): Promise<string | null> =>
    app.database.read('planner', async (sql) =>
      pointOf(
        await publicShapeOf(
          sql,
          { type: 'Point', coordinates: [...place] },
          place,
          await readGround(sql, rules),
          rules,
        ),
      ),
    )
  const [doors, areas] = await app.database.read('planner', async (sql) => [
    await readAddresses(sql, rules.leastAddresses),
    (await readGroundInMetres(sql, rules)).areas,
  ])
  const behind = new Map<string, { door: Position; area: string }[]>()
  for (const door of doors) {
    const shown = await shownAs(door)
    if (shown === null) continue
    const area = areaOf(fromWgs84(rules.grid.srid, door), areas)
    behind.set(shown, [...(behind.get(shown) ?? []), { door, area }])
  }
  return { behind, shownAs }
}

export interface Published {
  readonly report: string
  readonly place: string
}

/** A planner publishes reports as they do: looks at what becomes public, and lets it. What may not be shown stays as it is. */
export async function publishReports(app: TestApp, reports: readonly string[]): Promise<Published[]> {
  const at = planners(app)
  const published: Published[] = []
  for (const report of reports) {
    const path = `/api/moderation/reports/${report}`
    const reasons = ['darkness']
    const shown = await app.ask('demo-planner', 'POST', `${path}/preview`, { reasons })
    if (shown.status === 422) continue
    const { seal } = (await shown.json()) as PublicPreview
    const before = await at.read<ModeratedReport>('demo-planner', path)
    const step = { step: 'publish', seal, reasons }
    const { place } = await at.send<ModeratedReport>(
      'demo-planner',
      'POST',
      `${path}/steps`,
      step,
      at.held(before),
    )
    published.push({ report, place: place! })
  }
  return published
}

/** Another report of a place. */
export async function mergeReport(app: TestApp, report: string, place: string): Promise<void> {
  const at = planners(app)
  const path = `/api/moderation/reports/${report}`
  const before = await at.read<ModeratedReport>('demo-planner', path)
  await at.send('demo-planner', 'POST', `${path}/steps`, { step: 'merge', place }, at.held(before))
}

/** As many as these agreed with a place in a month that is over. */
export const agree = (sql: Sql, place: string, n: number): Promise<unknown> => sql`
  insert into core.report_support (id, place_id, month) select gen_random_uuid(), ${place}, '2026-06-01' from generate_series(1, ${n}::integer)`

/** Whoever sent a report takes it back. */
export async function withdraw(app: TestApp, report: string): Promise<void> {
  const code = createHash('sha256').update(report).digest()
  await app.database.owner(
    (sql) =>
      sql`insert into core.report_receipts (report_id, code_sha256, language) values (${report}, ${code}, 'sv')`,
  )
  await app.database.write(
    { id: '', name: '', audience: 'public' },
    (sql) => sql`select public_map.withdraw_report(${code})`,
  )
}
