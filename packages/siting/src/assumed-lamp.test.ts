import { describe, expect, it } from 'vitest'
import { assumedLamp } from './assumed-lamp.ts'
import { intensityAt, lumensOf } from './photometry.ts'

describe('a lamp of the map', () => {
  it('says everything that is assumed of it', () => {
    const { lamp, assumed } = assumedLamp({ x: 1, y: 2 })
    expect(assumed).toEqual(['height', 'lumens', 'luminaire', 'direction'])
    expect(lamp).toMatchObject({ x: 1, y: 2, height: 5 })
    expect(assumedLamp({ x: 0, y: 0, height: 6, direction: 90 }).assumed).toEqual(['lumens', 'luminaire'])
  })

  it('hangs and shines as its mounting and kind let expect', () => {
    expect(assumedLamp({ x: 0, y: 0, mount: 'wall_mounted' }).lamp.height).toBe(4)
    expect(assumedLamp({ x: 0, y: 0, mount: 'bent_mast' }).lamp.height).toBe(8)
    const gas = assumedLamp({ x: 0, y: 0, lampType: 'gas_lantern' }).lumens
    const led = assumedLamp({ x: 0, y: 0, lampType: 'LED' }).lumens
    expect(gas).toBeLessThan(led)
    expect(assumedLamp({ x: 0, y: 0, lampType: 'LED', height: 10 }).lumens).toBe(2 * led)
    expect(assumedLamp({ x: 0, y: 0, height: -3 }).assumed).toContain('height')
  })

  it('lights alike all round where nobody knows its direction, with the same lumens', () => {
    const { lamp, lumens } = assumedLamp({ x: 0, y: 0 })
    const { planes, gammas, candela } = lamp.luminaire
    expect(lumensOf(planes, gammas, candela)).toBeCloseTo(lumens, 6)
    expect(intensityAt(lamp.luminaire, 90, 60)).toBe(intensityAt(lamp.luminaire, 270, 60))
    const turned = assumedLamp({ x: 0, y: 0, direction: 0 }).lamp.luminaire
    expect(intensityAt(turned, 90, 60)).toBeGreaterThan(intensityAt(turned, 270, 60))
    expect(assumedLamp({ x: 9, y: 9 }).lamp.luminaire).toBe(lamp.luminaire)
  })
})
