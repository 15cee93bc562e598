import { describe, expect, it } from 'vitest'
import type { Ground } from '../ground/ground.ts'
import type { CameraMeasure, LightMeasure, SitingMeasure } from '../ground/measure.ts'
import { at, building, groundOf, rectangle } from '../testing/grounds.ts'
import { isotropic } from '../testing/luminaires.ts'
import { placeFacts } from './place-facts.ts'

const base = { status: 'idea', investment: null, yearly: null }
/** 100 cd in every direction, 4 m up: 6.25 lx straight under it. */
const light = (id: string, x: number, y: number): LightMeasure => ({
  ...base,
  id,
  layer: 'lighting_upgrades',
  title: id,
  kind: 'light',
  geometry: { type: 'Point', coordinates: at(x, y) },
  light: { height: 4, luminaire: 'even', maintenance: 1, direction: 0 },
})
/** 1000 px over 90°: 500 px/m at one metre. */
const camera = (id: string, more: Partial<CameraMeasure> = {}): CameraMeasure => ({
  ...base,
  id,
  layer: 'camera_sites',
  title: id,
  kind: 'camera',
  at: at(0, -3),
  camera: {
    movement: 'fixed',
    height: 4,
    direction: 0,
    tilt: 47,
    fieldOfView: 90,
    across: 1000,
    down: 1000,
    reach: 60,
  },
  masks: [],
  hours: null,
  ...more,
})
const facts = (
  ground: Partial<Ground>,
  planned: readonly SitingMeasure[] = [],
  place: readonly [number, number] = [0, 0],
) =>
  placeFacts({
    at: at(...place),
    ground: groundOf(200, ground),
    planned,
    luminaires: { even: { format: 'ldt', text: isotropic(100) } },
  })

describe('the facts of a place', () => {
  it('say what lights it, lamp by lamp, now and as planned', () => {
    const { lux, luxPlanned, lamps } = facts({ measures: [light('under', 0, 0)] }, [light('beside', 3, 0)])
    // 100 * 4 / (16 + 9)^1.5 = 3.2 lx from three metres aside.
    expect(lux).toBe(6.25)
    expect(luxPlanned).toBe(9.45)
    expect(lamps).toEqual([
      { id: 'under', title: 'under', metres: 0, lux: 6.25, planned: false, assumed: false },
      { id: 'beside', title: 'beside', metres: 3, lux: 3.2, planned: true, assumed: false },
    ])
  })

  it('count no lamp behind a building, and mark what is assumed', () => {
    const wall = building('wall', [1, -20, 2, 20])
    const lamps = [{ id: 'map', at: at(-4, 0), height: 5 }]
    const { lux, lamps: told } = facts({ buildings: [wall], lamps }, [light('behind', 4, 0)])
    expect(told.map(({ id, assumed }) => [id, assumed])).toEqual([['map', true]])
    expect(lux).toBeGreaterThan(1)
  })

  it('say which cameras see it, how well, and when', () => {
    const hours = { weekdays: [5, 6], from: '20:00', to: '04:00' }
    const { cameras } = facts({ measures: [camera('near', { hours })] }, [
      camera('far', { at: at(0, -30) }),
      camera('away', { camera: { ...camera('').camera, direction: 180 } }),
      camera('masked', { masks: [rectangle(-2, -2, 2, 2)] }),
      camera('absurd', { camera: { height: 0 } }),
    ])
    // 500 px/m at one metre, 5 m (3 along the ground, 4 up) and 30.3 m away.
    expect(cameras).toEqual([
      { id: 'near', title: 'near', metres: 3, density: 100, hours, planned: false, assumed: false },
      { id: 'far', title: 'far', metres: 30, density: 16.5, hours: null, planned: true, assumed: false },
    ])
  })

  it('count what stands once, planned or not', () => {
    const measures = [camera('same'), light('lamp', 0, 0)]
    const answer = facts({ measures }, measures)
    expect(answer.cameras).toHaveLength(1)
    expect(answer.luxPlanned).toBe(answer.lux)
  })

  it('say who overlooks it, the nearest first, and how much one sees', () => {
    const { overlooked, openView } = facts({
      buildings: [
        building('school', [20, -10, 30, 10], { use: 'school', name: 'Skolan' }),
        building('house', [-20, -5, -10, 5], { use: 'home', homes: 4 }),
        building('behind', [-40, -2, -30, 2], { use: 'home' }),
        building('out', [-10, 70, 10, 80], { use: 'home' }),
      ],
    })
    expect(overlooked).toEqual([
      { id: 'house', name: '', use: 'home', metres: 10 },
      { id: 'school', name: 'Skolan', use: 'school', metres: 20 },
    ])
    expect(openView).toBeLessThan(Math.PI * 3600)
    expect(facts({}).openView).toBeCloseTo(Math.PI * 3600, 0)
  })

  it('see little among shrubs, and outside them what they hide', () => {
    const scrub = [{ id: 'scrub', kind: 'scrub', rings: rectangle(5, -60, 10, 60) }]
    expect(facts({ greenery: scrub }).openView).toBeLessThan(0.6 * Math.PI * 3600)
    expect(facts({ greenery: scrub }, [], [7, 0]).openView).toBeCloseTo(Math.PI * 3600, 0)
  })

  it('say where it is inside a building, and nothing of the light there', () => {
    const hall = building('hall', [-10, -10, 10, 10], { name: 'Saluhallen' })
    expect(facts({ buildings: [hall], measures: [light('lamp', 0, 12)] })).toEqual({
      lux: 0,
      luxPlanned: 0,
      lamps: [],
      cameras: [],
      overlooked: [],
      openView: 0,
      inside: 'Saluhallen',
    })
  })
})
