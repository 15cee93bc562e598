import { describe, expect, it } from 'vitest'
import { readUrlState } from '../url-state.ts'
import { mapViewOf } from './map-view-of.ts'

const layers = [{ id: 'lamps' }, { id: 'walks' }, { id: 'areas' }]
const object = (layer: string, at: [number, number]) => ({
  ...{ layer, id: 'a', layerTitle: { sv: '', en: '' }, title: null, state: null, at },
})

describe('the view of a promise’s objects', () => {
  it('selects the only one, and shows its layer alone', () => {
    const view = readUrlState(mapViewOf([object('lamps', [14.15, 56.03])], layers))
    expect(view).toMatchObject({
      ...{ camera: { lon: 14.15, lat: 56.03, zoom: 16 }, selected: { layer: 'lamps', id: 'a' } },
      hidden: ['walks', 'areas'],
    })
  })

  it('holds all of several, on a phone too', () => {
    const some = [object('lamps', [14.13, 56.03]), object('walks', [14.17, 56.05])]
    const { camera, hidden } = readUrlState(mapViewOf(some, layers))
    expect(hidden).toEqual(['areas'])
    expect(camera).toMatchObject({ lon: 14.15, lat: 56.04 })
    const shown = (320 / 512) * (360 / 2 ** camera!.zoom)
    expect(shown).toBeGreaterThan(0.04)
    expect(shown).toBeLessThan(0.08)
  })

  it('comes no closer than streets can be told apart', () => {
    const some = [object('lamps', [14.15, 56.03]), object('lamps', [14.15, 56.03])]
    expect(readUrlState(mapViewOf(some, layers)).camera?.zoom).toBe(16.5)
  })
})
