import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bboxOf, metresBetween, type Position, toWgs84, validateGeometry } from '@trygghetskartan/geo'
import { beforeAll, describe, expect, it } from 'vitest'
import { type BasemapFeature, basemapOf } from './basemap.ts'
import { blocksOf } from './blocks.ts'
import { type Plan, readPlan } from './plan.ts'
import { drawTown, type Town } from './town.ts'

let plan: Plan
let town: Town
let features: BasemapFeature[]
beforeAll(async () => {
  plan = await readPlan()
  town = drawTown(plan)
  features = basemapOf(plan, town)
})
const named = (name: string, theme?: string) =>
  features.filter((f) => f.name === name && (!theme || f.theme === theme))
const pointOf = (f: BasemapFeature) =>
  f.geom.type === 'Point' ? (f.geom.coordinates as Position) : undefined

describe('the schematic town', () => {
  it('is the same each time it is drawn', async () => {
    const again = await readPlan()
    expect(JSON.stringify(basemapOf(again, drawTown(again)))).toBe(JSON.stringify(features))
  })

  it('has valid geometry throughout, within the municipality', () => {
    const problems = features.flatMap((f) => {
      const problem = validateGeometry(f.geom)
      return problem ? [{ ...f, problem }] : []
    })
    expect(problems).toEqual([])
    const boxes = features.map((f) => bboxOf(f.geom))
    const far = boxes.filter(([w, s, e, n]) => w < 14.05 || s < 55.98 || e > 14.25 || n > 56.08)
    expect(far).toEqual([])
  })

  it('gives each feature an id of its own', () => {
    expect(new Set(features.map((f) => f.source_id)).size).toBe(features.length)
  })

  it('has the size of a town one can walk about in', () => {
    const count = (theme: string) => features.filter((f) => f.theme === theme).length
    expect(count('building')).toBeGreaterThan(3000)
    expect(count('lamp')).toBeGreaterThan(2500)
    expect(count('address')).toBeGreaterThan(2500)
    expect(count('road')).toBeGreaterThan(200)
    expect(features.length).toBeLessThan(20_000)
  })

  it('knows the streets, squares and districts of the town by their Swedish names', () => {
    for (const name of [
      'Västra Storgatan',
      'Östra Boulevarden',
      'Döbelnsgatan',
      'J H Dahlsgatan',
      'Härlövsängaleden',
    ])
      expect(named(name, 'road').length, name).toBeGreaterThan(0)
    for (const name of ['Gamlegården', 'Österäng', 'Näsby', 'Charlottesborg', 'Egna hem'])
      expect(named(name, 'place').length, name).toBe(1)
    for (const name of ['Stora torg', 'Lilla torg']) expect(named(name, 'ground').length, name).toBe(1)
    expect(named('Heliga Trefaldighetskyrkan', 'building')).toHaveLength(1)
  })

  it('lights the streets but leaves the riverside and some paths dark', () => {
    const lit = features.filter((f) => f.theme === 'road' && f.props.lit === true)
    const dark = features.filter((f) => f.theme === 'road' && f.props.lit === false)
    expect(lit.length).toBeGreaterThan(dark.length * 3)
    expect(dark.map((f) => f.name)).toContain('Åpromenaden')
  })

  it('numbers the doors of a street without giving a number twice', () => {
    const doors = features.filter((f) => f.theme === 'address').map((f) => f.name)
    expect(new Set(doors).size).toBe(doors.length)
    expect(doors).toContain('Västra Storgatan 1')
  })

  it('puts Stora torg beside the church, and the station to the west of it', () => {
    const station = pointOf(named('Kristianstad C', 'stop')[0]!)!
    const church = pointOf(named('Heliga Trefaldighetskyrkan', 'poi')[0]!)!
    expect(metresBetween(church, plan.origin)).toBeLessThan(150)
    expect(station[0]).toBeLessThan(church[0])
    expect(metresBetween(station, [14.151, 56.0317])).toBeLessThan(150)
  })

  it('says in the plan that it is a drawing and not a survey', () => {
    expect(plan.title).toContain('schematisk')
    expect(plan.note).toContain('not a survey')
  })

  it('agrees with the official centres of the localities', async (context) => {
    const file = join(
      import.meta.dirname,
      '../../../../../shared/data/boundaries/kristianstad_tatorter_3006.geojson',
    )
    const text = await readFile(file, 'utf8').catch(() => null)
    if (text === null) {
      if (process.env.CI) throw new Error(`the localities are not at ${file}`)
      return context.skip('the localities of Statistics Sweden are not on this machine')
    }
    const localities = JSON.parse(text) as {
      features: { properties: { name: string }; geometry: { coordinates: Position } }[]
    }
    const official = (name: string) => {
      const found = localities.features.find((f) => f.properties.name === name)!
      return toWgs84(3006, found.geometry.coordinates)
    }
    expect(metresBetween(pointOf(named('Hammar', 'place')[0]!)!, official('Hammar'))).toBeLessThan(600)
    // The locality reaches far west of the old town.
    expect(metresBetween(plan.origin, official('Kristianstad'))).toBeLessThan(2500)
  })
})

describe('the blocks between streets', () => {
  const quarter = {
    id: 'q',
    name: 'Q',
    at: [0, 0],
    turn: 0,
    bend: 0,
    levels: [2, 3],
    use: 'villas',
    blocks: [],
  } as const
  const street = (name: string, at: number, from: number, to: number) =>
    [name, at, from, to, 'residential'] as const

  it('are what the streets enclose, drawn back from them', () => {
    const blocks = blocksOf({
      ...quarter,
      columns: [[...street('A', 0, 0, 100)], [...street('B', 60, 0, 100)]],
      rows: [[...street('C', 0, 0, 60)], [...street('D', 100, 0, 60)]],
    } as never)
    expect(blocks).toEqual([
      {
        u0: 6.5,
        v0: 6.5,
        u1: 53.5,
        v1: 93.5,
        use: 'villas',
        name: null,
        street: { west: 'A', east: 'B', south: 'C', north: 'D' },
      },
    ])
  })

  it('are no block where the ring of streets is open', () => {
    const open = { ...quarter, columns: [[...street('A', 0, 0, 100)]], rows: [[...street('C', 0, 0, 60)]] }
    expect(blocksOf(open as never)).toEqual([])
  })

  it('refuse a plan that names a block where there is none', () => {
    const lost = { ...quarter, columns: [], rows: [], blocks: [['park', 'Borta', 5, 5]] }
    expect(() => blocksOf(lost as never)).toThrow(/no block at 5, 5/)
  })
})
