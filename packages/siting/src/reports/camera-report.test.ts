import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { describe, expect, it } from 'vitest'
import type { Demand } from '../ground/demand.ts'
import type { Ground } from '../ground/ground.ts'
import type { CameraMeasure, KnownCamera } from '../ground/measure.ts'
import { townFrom } from '../ground/town.ts'
import { at, building, demandOf, groundOf, rectangle } from '../testing/grounds.ts'
import { type CameraReportInputs, cameraReport } from './camera-report.ts'
import { cameraShape } from './camera-shape.ts'

/** Looks north over a quarter turn from its own foot to 60 m: 90° by 90°, 4 m up. */
const lens: KnownCamera = {
  movement: 'fixed',
  height: 4,
  direction: 0,
  tilt: 47,
  fieldOfView: 90,
  across: 1000,
  down: 1000,
  reach: 60,
}
const camera = (more: Partial<CameraMeasure> = {}): CameraMeasure => ({
  id: 'own',
  layer: 'camera_sites',
  title: 'Torget',
  status: 'idea',
  investment: null,
  yearly: null,
  kind: 'camera',
  at: at(0, 0),
  camera: lens,
  masks: [],
  hours: null,
  ...more,
})
/** A house 20 m north of the camera: of what it sees, 400 m² of ground and 40 m of façade are left. */
const house = building('house', [-30, 20, 30, 30], { use: 'home', homes: 12 })
const report = (
  ground: Partial<Ground>,
  demand: Partial<Demand> = {},
  more: Partial<CameraReportInputs> = {},
) =>
  cameraReport({
    camera: camera(),
    edition: 2014,
    ground: groundOf(200, ground),
    demand: demandOf(200, demand),
    others: [],
    ...more,
  })
const given = <T>(answer: T | Refusal): T => {
  if (isRefusal(answer)) throw new Error(answer.text.en)
  return answer
}
const near = (value: number, wanted: number, share = 0.01) =>
  expect(Math.abs(value - wanted)).toBeLessThanOrEqual(share * wanted)

const mask = rectangle(-20, 10, 0, 30)
const events = {
  id: 'square',
  ring: rectangle(-20, -20, 20, 20)[0]!,
  n: 16,
  kinds: { violence: 12, theft: 4 },
  blocks: Array.from({ length: 56 }, (_, block) => (block === 0 ? 6 : block === 55 ? 3 : 0)),
  quarters: [16],
}

describe('what a camera sees', () => {
  it('is its whole sector where nothing stands', () => {
    const { area, zones, blindSpots } = given(report({}))
    near(area.seen, (Math.PI / 4) * 3600)
    expect(area).toMatchObject({ masked: 0, overlap: 0, blind: 0 })
    expect(blindSpots).toEqual([])
    expect(zones.map(({ id }) => id)).toEqual(['below', 'monitor', 'detect', 'observe', 'recognise'])
    near(
      zones.reduce((sum, zone) => sum + zone.area, 0),
      area.seen,
    )
    expect(given(report({}, {}, { edition: 2025 })).zones.map(({ id }) => id)).toContain('outline')
  })

  it('ends at a building, and what lies behind it is blind', () => {
    const { area, blindSpots } = given(report({ buildings: [house] }))
    near(area.seen, 400)
    // The sector without the ground seen and without the house itself, 500 m² of which lie in it.
    near(area.blind, (Math.PI / 4) * 3600 - 400 - 500)
    expect(blindSpots).toHaveLength(1)
  })

  it('is drawn live as it is counted', () => {
    const town = townFrom(groundOf(200, { buildings: [house] }))
    const shape = given(cameraShape(town, camera(), 2014))
    const { zones } = given(report({ buildings: [house] }))
    expect(shape.zones.map(({ shape }) => shape)).toEqual(zones.map(({ shape }) => shape))
    expect(shape.blindSpots).toHaveLength(1)
  })

  it('leaves masked ground out of every count but its own', () => {
    const { area, homes, incidents, sensitive, reports } = given(
      report(
        {
          buildings: [house],
          sensitive: [{ id: 'yard', kind: 'yard', use: 'yard', rings: rectangle(-15, 10, 15, 20) }],
        },
        {
          incidents: [events],
          reports: [
            {
              id: 'hidden',
              geometry: { type: 'Point', coordinates: at(-5, 15) },
              reasons: ['darkness'],
              receivedOn: '2026-09-01',
              weekdays: null,
              from: null,
              to: null,
            },
          ],
        },
        { camera: camera({ masks: [mask] }) },
      ),
    )
    near(area.masked, 150, 0.02)
    near(area.seen, 250, 0.02)
    near(homes.facade, 20, 0.05)
    near(incidents.n, (16 * 250) / 1600, 0.02)
    // Half of the 20 m to 30 m wide wedge in front of the house.
    near(sensitive.find(({ id }) => id === 'yard')!.area, 137.5, 0.02)
    expect(reports.n).toBe(0)
  })

  it('hides a façade whose mask is drawn over the building alone', () => {
    const over = rectangle(-40, 20.1, 40, 30)
    const { homes } = given(report({ buildings: [house] }, {}, { camera: camera({ masks: [over] }) }))
    expect(homes).toEqual({ n: 0, facade: 0 })
  })

  it('counts events by the share of open ground, the hour and the kind', () => {
    const { incidents, hotspotShare } = given(
      report(
        { buildings: [house] },
        { incidents: [events] },
        { camera: camera({ hours: { weekdays: [1], from: '00:00', to: '01:30' } }) },
      ),
    )
    near(incidents.n, 4, 0.02)
    near(incidents.byKind.violence!, 3, 0.02)
    near(incidents.byHour[0]!, 0.5, 0.02)
    near(incidents.byHour[167]!, 0.25, 0.02)
    expect(incidents.byHour[3]).toBe(0)
    near(incidents.inHours, 0.75, 0.02)
    near(hotspotShare!, 0.25, 0.02)
  })

  it('counts reports: points whole, lines and areas by share, by hour and first reason', () => {
    const common = { receivedOn: '2026-09-01', weekdays: null, from: null, to: null }
    const { reports, hotspotShare } = given(
      report(
        { buildings: [house] },
        {
          reports: [
            {
              id: 'seen',
              geometry: { type: 'Point', coordinates: at(0, 10) },
              reasons: ['people', 'darkness'],
              receivedOn: '2026-09-01',
              weekdays: [7],
              from: '23:00',
              to: '01:00',
            },
            {
              id: 'behind',
              geometry: { type: 'Point', coordinates: at(0, -10) },
              reasons: ['people'],
              ...common,
            },
            {
              id: 'line',
              geometry: { type: 'LineString', coordinates: [at(0, 10), at(0, -10)] },
              reasons: ['darkness'],
              ...common,
            },
            {
              id: 'area',
              geometry: { type: 'Polygon', coordinates: rectangle(-20, 0, 20, 20) },
              reasons: ['darkness'],
              ...common,
            },
          ],
        },
      ),
    )
    expect(reports.ids).toEqual(['seen', 'line', 'area'])
    near(reports.n, 2)
    expect(reports.byReason.people).toBe(1)
    near(reports.byReason.darkness!, 1)
    near(reports.byHour[0]!, 0.5 + 1 / 168)
    near(reports.byHour[167]!, 0.5 + 1 / 168)
    near(reports.byHour[100]!, 1 / 168)
    near(hotspotShare!, 0.5)
  })

  it('has no share of what is not there', () => {
    expect(given(report({})).hotspotShare).toBeNull()
    expect(given(report({})).incidents).toMatchObject({ n: 0, byKind: {} })
  })

  it('overlaps standing and planned cameras, each by its area, and never itself', () => {
    const twin = camera({ id: 'twin' })
    const turned = camera({ id: 'turned', title: 'Söderut', camera: { ...lens, direction: 180 } })
    const answer = given(
      report(
        {
          buildings: [house],
          measures: [camera(), twin],
          cameras: [{ id: 'dome', at: at(0, 5), type: 'dome' }],
        },
        {},
        { others: [turned, camera({ id: 'planned', title: 'Bredvid', at: at(0, 10) })] },
      ),
    )
    expect(answer.overlaps.map(({ id }) => id)).toEqual(['dome', 'twin', 'planned'])
    near(answer.area.overlap, 400)
    // From 10 m further north a quarter turn sees 100 m² of the same ground.
    near(answer.overlaps[2]!.area, 100, 0.05)
  })

  it('says what of homes and sensitive ground it watches', () => {
    const { homes, sensitive, assumptions } = given(
      report({
        buildings: [house, building('school', [-60, -20, -40, -10], { use: 'school', name: 'Skolan' })],
        sensitive: [
          {
            id: 'play',
            kind: 'playground',
            use: 'playground',
            name: 'Leken',
            rings: rectangle(-5, 10, 5, 20),
          },
        ],
      }),
    )
    expect(homes.n).toBe(12)
    near(homes.facade, 40)
    expect(sensitive.map(({ id, use, name }) => [id, use, name])).toEqual([
      ['play', 'playground', 'Leken'],
      ['house', 'home', ''],
    ])
    near(sensitive[0]!.area, 100)
    expect(assumptions.some(({ sv }) => sv.startsWith('Antalet bostäder är uppskattat'))).toBe(true)
  })

  it('is the same text each time it is reckoned', () => {
    const again = () => JSON.stringify(report({ buildings: [house] }, { incidents: [events] }))
    expect(again()).toBe(again())
    expect(JSON.parse(again())).toEqual(report({ buildings: [house] }, { incidents: [events] }))
  })
})

describe('a camera that cannot be', () => {
  const code = (known: Partial<KnownCamera>) => {
    const answer = report({}, {}, { camera: camera({ camera: { ...lens, ...known } }) })
    return isRefusal(answer) ? answer.code : null
  }

  it('is refused by what is wrong with it', () => {
    expect(code({ height: 0 })).toBe('height')
    expect(code({ height: 1e6 })).toBe('height')
    expect(code({ fieldOfView: 0 })).toBe('field-of-view')
    expect(code({ reach: 0 })).toBe('reach')
    expect(code({ tilt: -80 })).toBe('sees-no-ground')
    const focal = report({}, {}, { camera: camera({ camera: { direction: 0, focalLength: 0 } }) })
    expect(isRefusal(focal) && focal.text.sv).toMatch(/^Brännvidden/)
  })

  it('is refused inside a building in clear words, and stands on the façade where it is just within it', () => {
    const buildings = [house]
    const inside = report({ buildings }, {}, { camera: camera({ at: at(0, 25) }) })
    expect(isRefusal(inside) && inside.text.sv).toBe(
      'Platsen ligger inne i en byggnad. Flytta den ut till fasaden.',
    )
    const wall = given(
      report({ buildings }, {}, { camera: camera({ at: at(0, 20.3), camera: { ...lens, direction: 180 } }) }),
    )
    near(wall.area.seen, (Math.PI / 4) * 3600)
    expect(wall.assumptions[0]!.sv).toContain('in i en vägg')
  })

  it('stands where self-crossing buildings are left out, and says so', () => {
    const bow = building('bow', [0, 0, 1, 1], {
      rings: [[at(-9, 10), at(9, 19), at(9, 10), at(-9, 19), at(-9, 10)]],
    })
    const { area, assumptions } = given(report({ buildings: [bow] }))
    near(area.seen, (Math.PI / 4) * 3600)
    expect(assumptions.some(({ en }) => en.includes('cross themselves'))).toBe(true)
  })

  it('keeps its picture where a mask crosses itself, and says so', () => {
    const bow = [[at(-9, 10), at(9, 19), at(9, 10), at(-9, 19), at(-9, 10)]]
    const { area, assumptions } = given(report({}, {}, { camera: camera({ masks: [bow] }) }))
    expect(area.masked).toBe(0)
    expect(assumptions.some(({ en }) => en.includes('Draw anew'))).toBe(true)
  })
})
