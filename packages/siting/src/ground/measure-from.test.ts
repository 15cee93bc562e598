import { describe, expect, it } from 'vitest'
import type { SitingMeaning } from './measure.ts'
import { measureFrom } from './measure-from.ts'

const camera: SitingMeaning = {
  kind: 'camera',
  columns: {
    movement: 'camera_type',
    height: 'mounting_height_m',
    direction: 'direction_deg',
    across: 'horizontal_pixels',
    masks: 'masks',
    weekdays: 'weekdays',
    from: 'hours_from',
    to: 'hours_to',
    investment: 'cost_sek',
    yearly: 'yearly_cost_sek',
  },
}
const light: SitingMeaning = {
  kind: 'light',
  columns: { height: 'mounting_height_m', lumens: 'flux_lm', arrangement: 'arrangement', wanted: 'class' },
}
const presence: SitingMeaning = { kind: 'presence', columns: { from: 'hours_from', to: 'hours_to' } }
const clearance: SitingMeaning = { kind: 'clearance', columns: { heightAfter: 'height_after_m' } }
const ring = [
  [14.1, 56],
  [14.2, 56],
  [14.2, 56.1],
  [14.1, 56],
]
const object = (type: string, coordinates: unknown, properties: Record<string, unknown> = {}) => ({
  id: 'a',
  layer: 'one',
  title: 'Torget',
  geometry: { type, coordinates },
  properties,
})

describe('a measure from a layer', () => {
  it('reads a camera by the roles of its columns', () => {
    const row = object('Point', [14.1, 56, 3], {
      status: 'proposed',
      camera_type: 'ptz',
      mounting_height_m: '4.5',
      direction_deg: 90,
      horizontal_pixels: null,
      masks: [[ring], 'nonsense'],
      weekdays: [5, 6],
      hours_from: '21:00:00',
      hours_to: '03:00',
      cost_sek: 40000,
      unknown: 1,
    })
    expect(measureFrom(camera, row)).toEqual({
      id: 'a',
      layer: 'one',
      title: 'Torget',
      status: 'proposed',
      investment: 40000,
      yearly: null,
      kind: 'camera',
      at: [14.1, 56],
      camera: { movement: 'ptz', height: 4.5, direction: 90 },
      masks: [[ring]],
      hours: { weekdays: [5, 6], from: '21:00', to: '03:00' },
    })
  })

  it('leaves absent what is not said or cannot be read', () => {
    const row = object('Point', [14.1, 56], { camera_type: 'flying', direction_deg: 'north' })
    expect(measureFrom(camera, row)).toMatchObject({ camera: {}, masks: [], hours: null, status: '' })
  })

  it('is around the clock on the days named where no hours are', () => {
    const row = object('Point', [14.1, 56], { weekdays: '[6,7]' })
    expect(measureFrom(camera, row)).toMatchObject({
      hours: { weekdays: [6, 7], from: '00:00', to: '00:00' },
    })
  })

  it('takes light as one lamp or a row', () => {
    expect(measureFrom(light, object('Point', [14, 56], { flux_lm: 4000 }))).toMatchObject({
      geometry: { type: 'Point', coordinates: [14, 56] },
      light: { lumens: 4000 },
    })
    const line = [
      [14, 56],
      [14.01, 56],
    ]
    expect(
      measureFrom(light, object('LineString', line, { arrangement: 'both', class: 'P3' })),
    ).toMatchObject({
      geometry: { type: 'LineString', coordinates: line },
      light: { arrangement: 'both', wanted: 'P3' },
    })
  })

  it('takes areas for clearing and presence', () => {
    expect(measureFrom(clearance, object('Polygon', [ring], { height_after_m: 0.4 }))).toMatchObject({
      rings: [ring],
      heightAfter: 0.4,
    })
    expect(
      measureFrom(presence, object('MultiPolygon', [[ring]], { hours_from: '20:00', hours_to: '02:00' })),
    ).toMatchObject({ rings: [ring], hours: { weekdays: [], from: '20:00', to: '02:00' } })
  })

  it('is nothing where the geometry does not fit', () => {
    expect(measureFrom(camera, object('Polygon', [ring]))).toBeNull()
    expect(measureFrom(light, object('LineString', [[14, 56]]))).toBeNull()
    expect(measureFrom(light, object('Polygon', [ring]))).toBeNull()
    expect(measureFrom(presence, object('MultiPolygon', [[ring], [ring]]))).toBeNull()
    expect(measureFrom(clearance, object('Polygon', [[[14, 'x']]]))).toBeNull()
  })
})
