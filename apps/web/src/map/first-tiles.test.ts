import { describe, expect, test } from 'vitest'
import { placesOf } from './first-tiles.ts'

const bounds = [14.148, 56.0215, 14.1636, 56.0345] as const
const phone = { width: 390, height: 792, padding: { left: 0, bottom: 132 } }

describe('the tiles a map will open on', () => {
  test('are those about the bounds on a phone, what the panel covers too', () => {
    expect(placesOf({ ...phone, bounds, camera: undefined })).toEqual({
      zoom: 13,
      places: ['13/4417/2549', '13/4418/2549', '13/4417/2550', '13/4418/2550'],
    })
  })

  test('are those about the camera of an address', () => {
    const { zoom, places } = placesOf({ ...phone, bounds, camera: { lon: 14.155, lat: 56.03, zoom: 15.6 } })
    expect(zoom).toBe(15)
    expect(places).toContain('15/17672/10198')
    expect(places.length).toBeLessThanOrEqual(6)
  })
})
