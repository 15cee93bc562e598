import { metresBetween, type Position, validateGeometry } from '@trygghetskartan/geo'
import { layerById, statusSteps } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'
import { beforeAll, describe, expect, it } from 'vitest'
import { type DemoLayer, demoLayers } from './demo-layers.ts'
import { toDegrees } from './frame.ts'
import { type Plan, readPlan } from './plan.ts'
import { readEvents } from './rows/event-patterns.ts'
import { groundOf } from './rows/ground.ts'
import { drawTown, type Town } from './town.ts'

const now = new Date('2026-11-22T10:00:00Z')
let plan: Plan
let town: Town
let all: DemoLayer[]
beforeAll(async () => {
  plan = await readPlan()
  town = drawTown(plan)
  all = await demoLayers(plan, town, now)
})
const rowsOf = (layer: string) => all.find((l) => l.layer === layer)!.rows

/** Weekday 1-7, hour and month on the clocks of Sweden. */
function local(instant: unknown): { weekday: number; hour: number; month: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Stockholm',
    weekday: 'short',
    hour: '2-digit',
    month: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(new Date(String(instant)))
  const part = (type: string) => parts.find((p) => p.type === type)!.value
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1
  return { weekday, hour: Number(part('hour')), month: Number(part('month')) }
}

/** Reads back the EWKT the generator writes. */
function geometryOf(ewkt: string): Geometry {
  const [, kind, body] = /^SRID=4326;([A-Z]+)\((.*)\)$/.exec(ewkt)!
  const list = (text: string) => text.split(',').map((pair) => pair.trim().split(' ').map(Number) as Position)
  if (kind === 'POINT') return { type: 'Point', coordinates: list(body!)[0]! }
  if (kind === 'LINESTRING') return { type: 'LineString', coordinates: list(body!) }
  return { type: 'Polygon', coordinates: [...body!.matchAll(/\(([^()]*)\)/g)].map((ring) => list(ring[1]!)) }
}

function pointOf(ewkt: string): Position {
  const geometry = geometryOf(ewkt)
  if (geometry.type !== 'Point') throw new TypeError(`${ewkt} is not a point`)
  return geometry.coordinates as Position
}

describe('the demonstration’s rows', () => {
  it('are the same for the same day, to the byte', async () => {
    const later = await demoLayers(plan, town, new Date('2026-11-22T21:30:00Z'))
    expect(JSON.stringify(later)).toBe(JSON.stringify(all))
    const tomorrow = await demoLayers(plan, town, new Date('2026-11-23T10:00:00Z'))
    expect(JSON.stringify(tomorrow)).not.toBe(JSON.stringify(all))
  })

  it('are marked as demonstration, with an id each', () => {
    const rows = all.flatMap((l) => l.rows)
    expect(rows.every((row) => row.demo === true)).toBe(true)
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
  })

  it('follow their layer’s schema', () => {
    const refused = all.flatMap(({ layer, rows }) =>
      rows.flatMap(({ id, geom, version, ...properties }) => {
        const parsed = layerById(layer)!.properties.safeParse(properties)
        return parsed.success ? [] : [{ layer, id, issues: parsed.error.issues }]
      }),
    )
    expect(refused).toEqual([])
  })

  it('have valid geometry of their layer’s kinds', () => {
    const problems = all.flatMap(({ layer, rows }) =>
      rows.flatMap((row) => {
        const problem = validateGeometry(geometryOf(row.geom), { kinds: layerById(layer)!.geometry })
        return problem ? [{ layer, title: row.title, problem }] : []
      }),
    )
    expect(problems).toEqual([])
  })

  it('lie in the past, but for what is planned', () => {
    const today = now.toISOString()
    expect(all.flatMap(({ past }) => past.filter((entry) => entry.at > today))).toEqual([])
    expect(rowsOf('police_events').filter((row) => String(row.published_at) > today)).toEqual([])
  })

  it('have a past in order whose steps are allowed', () => {
    for (const { rows, past } of all) {
      const entries = Map.groupBy(past, (entry) => entry.object_id)
      for (const row of rows) {
        const own = entries.get(row.id)!
        expect(own.map((entry) => entry.version)).toEqual(own.map((_, i) => i + 1))
        expect(own.map((entry) => entry.at)).toEqual(own.map((entry) => entry.at).sort())
        expect(own.at(-1)).toMatchObject({ version: row.version, was: {} })
        const statuses = own.map((entry) => entry.was.status ?? row.status)
        for (const [i, to] of statuses.entries())
          if (i > 0 && to !== undefined) expect(statusSteps).toContainEqual({ from: statuses[i - 1], to })
      }
    }
  })

  it('hold measures of every status from idea to ended', () => {
    const measures = ['lighting_upgrades', 'shrub_clearances', 'camera_sites', 'patrol_zones'].flatMap(rowsOf)
    expect(new Set(measures.map((row) => row.status)).size).toBe(10)
  })

  it('name no telephone number, personal identity number or plate in any text', () => {
    const texts = all.flatMap((l) =>
      l.rows.flatMap((row) => [row.words, row.summary, row.public_text, row.internal_text, row.remarks]),
    )
    for (const text of texts)
      expect(String(text ?? '')).not.toMatch(/\d{5,}|\b\d{6}-\d{4}\b|\b[A-Z]{3} ?\d{2}[A-Z0-9]\b/)
  })

  it('are written in Swedish letters, none of them broken', () => {
    const text = JSON.stringify(all)
    expect(text).toMatch(/[åäö]/)
    expect(text).not.toMatch(/Ã|�/)
  })
})

describe('the police events of two years', () => {
  const events = () => rowsOf('police_events')

  it('are some thousands, a few known only to municipality or county', () => {
    expect(events().length).toBeGreaterThan(1500)
    expect(events().length).toBeLessThan(3000)
    const coarse = events().filter((row) => row.precision === 'municipality' || row.precision === 'county')
    expect(coarse.length).toBeGreaterThan(80)
    expect(new Set(coarse.map((row) => row.geom)).size).toBe(2)
  })

  it('see violence and brawls above all on Friday and Saturday nights', () => {
    const rough = events().filter((row) => ['Misshandel', 'Bråk', 'Fylleri/LOB'].includes(String(row.kind)))
    const nights = rough.filter((row) => {
      const { weekday, hour } = local(row.occurred_at)
      return (
        (hour >= 20 && (weekday === 5 || weekday === 6)) || (hour < 5 && (weekday === 6 || weekday === 7))
      )
    })
    expect(nights.length / rough.length).toBeGreaterThan(0.55)
  })

  it('see burglary on winter afternoons', () => {
    const burglaries = events().filter((row) => String(row.kind).startsWith('Inbrott'))
    const winter = burglaries.filter((row) => [11, 12, 1, 2].includes(local(row.occurred_at).month))
    const afternoon = burglaries.filter(
      (row) => local(row.occurred_at).hour >= 13 && local(row.occurred_at).hour < 20,
    )
    expect(winter.length / burglaries.length).toBeGreaterThan(0.5)
    expect(afternoon.length / burglaries.length).toBeGreaterThan(0.7)
  })

  it('see bicycles taken by the station in the daytime', () => {
    const thefts = events().filter((row) => String(row.summary).match(/[Cc]ykel/) && row.kind === 'Stöld')
    const day = thefts.filter((row) => local(row.occurred_at).hour >= 7 && local(row.occurred_at).hour < 19)
    expect(thefts.length).toBeGreaterThan(150)
    expect(day.length).toBe(thefts.length)
  })

  it('hold the planted hotspot: Friday nights at one corner, since half a year', async () => {
    const { spots, trend } = (await readEvents()).patterns.find(({ id }) => id === 'friday-hotspot')!
    const [quarter, u, v] = spots![0]!
    const ground = groundOf(plan, town)
    const centre = toDegrees(plan.origin)(ground.inQuarter(quarter, [u, v])) as Position
    const close = events().filter((row) => {
      if (row.precision !== 'exact' && row.precision !== 'street') return false
      const { weekday, hour } = local(row.occurred_at)
      const friday = (weekday === 5 && hour >= 21) || (weekday === 6 && hour < 5)
      return friday && metresBetween(pointOf(row.geom), centre) < 60
    })
    const since = new Date(now.getTime() - trend!.since * 86_400_000).toISOString()
    const late = close.filter((row) => String(row.occurred_at) >= since)
    expect(late.length).toBeGreaterThan(45)
    // 182 days against 548: a rate more than four times as high.
    expect(late.length / 182).toBeGreaterThan((4 * (close.length - late.length)) / 548)
  })
})

describe('the reports of unsafe places', () => {
  it('are some hundreds, of every reason', () => {
    const reports = rowsOf('unsafe_reports')
    expect(reports.length).toBeGreaterThan(300)
    expect(new Set(reports.map((row) => (row.reasons as string[])[0])).size).toBe(10)
  })

  it('hear of darkness mostly in the dark half of the year', () => {
    const dark = rowsOf('unsafe_reports').filter((row) => (row.reasons as string[])[0] === 'darkness')
    const winter = dark.filter((row) =>
      [10, 11, 12, 1, 2, 3].includes(Number(String(row.received_on).slice(5, 7))),
    )
    expect(winter.length / dark.length).toBeGreaterThan(0.6)
  })
})
