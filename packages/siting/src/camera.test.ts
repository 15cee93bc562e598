import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Camera, cameraView, distanceAtDensity } from './camera.ts'
import {
  type CameraCoverage,
  cameraCoverage,
  cameraSees,
  coverageShares,
  multiPolygonOf,
  pointsSeen,
} from './coverage-area.ts'
import { densityZones } from './density-zones.ts'
import { type Corner, prepareScene } from './scene.ts'

const golden: Camera = {
  x: 0,
  y: 0,
  height: 4,
  direction: 0,
  tilt: 20,
  movement: 'fixed',
  lens: { focalLength: 4, sensorWidth: 5.4 },
  pixels: { across: 1920, down: 1080 },
  reach: 60,
}
const given = <T>(value: T | Refusal): T => {
  if (isRefusal(value)) throw new Error(value.text.en)
  return value
}
const nothing = prepareScene({ buildings: [] })
const square = (x: number, y: number, side: number): Corner[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
]
const ringArea = (ring: readonly number[]): number => {
  let doubled = 0
  for (let i = 0; i + 3 < ring.length; i += 2)
    doubled += ring[i]! * ring[i + 3]! - ring[i + 2]! * ring[i + 1]!
  return doubled / 2
}
const bandArea = (polygons: number[][][]): number =>
  polygons.flat().reduce((sum, ring) => sum + ringArea(ring), 0)

describe('a camera', () => {
  it('reaches the densities of 1920 px, 4.0 mm and 5.40 mm at 56.9, 22.8, 11.4 and 5.7 m', () => {
    const view = given(cameraView(golden))
    expect(
      [25, 62.5, 125, 250].map((density) => Number(distanceAtDensity(view, density).toFixed(1))),
    ).toEqual([56.9, 22.8, 11.4, 5.7])
  })

  it('says the same by lens and by field of view', () => {
    const view = given(cameraView(golden))
    const byAngle = given(cameraView({ ...golden, lens: { fieldOfView: (view.horizontal * 180) / Math.PI } }))
    expect(byAngle.densityAtOneMetre).toBeCloseTo(view.densityAtOneMetre, 9)
    expect(byAngle.vertical).toBeCloseTo(view.vertical, 12)
  })

  it('has a dead zone under it and an end above it by tilt and vertical field of view', () => {
    // Square picture 90° wide, tilted 60°: from 105° (straight down and behind) to 15° below the horizon.
    const wide = { ...golden, lens: { fieldOfView: 90 }, pixels: { across: 1000, down: 1000 } }
    const steep = given(cameraView({ ...wide, tilt: 60 }))
    expect(steep.near).toBe(0)
    expect(steep.far).toBeCloseTo(4 / Math.tan((15 * Math.PI) / 180), 9)
    // Level: from 45° down to the sky; the dead zone is as wide as the camera is high.
    const level = given(cameraView({ ...wide, tilt: 0 }))
    expect(level.near).toBeCloseTo(4, 9)
    expect(level.far).toBe(60)
  })

  it.each([
    ['height', { height: 0 }],
    ['height', { height: 4000 }],
    ['focal-length', { lens: { focalLength: 0, sensorWidth: 5.4 } }],
    ['sensor-width', { lens: { focalLength: 4, sensorWidth: Number.NaN } }],
    ['field-of-view', { lens: { fieldOfView: 400 } }],
    ['pixels', { pixels: { across: 0, down: 1080 } }],
    ['reach', { reach: -5 }],
    ['position', { x: Number.NaN }],
    ['sees-no-ground', { tilt: -80 }],
    ['nothing-in-reach', { height: 90, tilt: 0, reach: 10 }],
  ] as const)('is refused for its %s: %o', (code, change) => {
    const answer = cameraView({ ...golden, ...change } as Camera)
    expect(isRefusal(answer) && answer.code).toBe(code)
    expect(isRefusal(answer) && answer.text.sv.length).toBeGreaterThan(10)
  })
})

describe('what a camera covers', () => {
  it('is the sector of a ring on open ground, split in the zones of the edition', () => {
    for (const edition of [2014, 2025] as const) {
      const { view, seen, zones } = given(cameraCoverage(nothing, golden, edition))
      const sector = (near: number, far: number) => (view.horizontal / 2) * (far * far - near * near)
      expect(seen.area).toBeCloseTo(sector(view.near, view.far), 8)
      expect(zones.reduce((sum, { band }) => sum + band.area, 0)).toBeCloseTo(seen.area, 8)
      for (const { near, far, band } of zones) {
        expect(band.area).toBeCloseTo(sector(near, far), 8)
        expect(bandArea(band.polygons) / band.area).toBeCloseTo(1, 3)
      }
      expect(zones.map(({ zone }) => zone?.id)).toEqual(
        edition === 2014
          ? ['monitor', 'detect', 'observe', 'recognise', 'identify'].slice(0, zones.length)
          : [undefined, 'overview', 'outline', 'discern', 'perceive', 'characterise'].slice(
              zones[0]!.zone === null ? 0 : 1,
              (zones[0]!.zone === null ? 0 : 1) + zones.length,
            ),
      )
      // The slant distance counts: 62.5 px/m is reached 22.8 m from the lens, 22.4 m along the ground.
      if (edition === 2014)
        expect(zones.find(({ zone }) => zone?.id === 'observe')?.far).toBeCloseTo(
          Math.sqrt(22.7556 ** 2 - 16),
          3,
        )
    }
    expect(densityZones[2014].length + densityZones[2025].length).toBe(12)
  })

  it('stops at a façade and counts its metres', () => {
    const scene = prepareScene({
      buildings: [
        [
          [
            [-50, 20],
            [50, 20],
            [50, 30],
            [-50, 30],
          ],
        ],
      ],
    })
    const camera: Camera = {
      ...golden,
      lens: { fieldOfView: 90 },
      tilt: 60,
      pixels: { across: 1000, down: 1000 },
      reach: 14,
    }
    // Reach 14 m: nothing of a façade 20 m off is seen; with 60 m and a picture to the horizon all between -20 and 20.
    expect(given(cameraCoverage(scene, camera, 2014)).facades.size).toBe(0)
    const far = given(cameraCoverage(scene, { ...camera, reach: 60, tilt: 45 }, 2014))
    expect(far.facades.get(0)).toBeCloseTo(40, 9)
    expect(far.seen.area).toBeCloseTo(400, 6)
  })

  it('goes all round with a hole for nothing but what is far: turning cameras have rings as zones', () => {
    const { zones, seen } = given(cameraCoverage(nothing, { ...golden, movement: 'ptz' }, 2014))
    expect(seen.area).toBeCloseTo(Math.PI * 3600, 6)
    expect(zones[0]!.band.polygons[0]).toHaveLength(2)
    expect(zones.at(-1)!.band.polygons[0]).toHaveLength(1)
    const lonLat = multiPolygonOf(zones[0]!.band, (x, y) => [x, y])
    expect(lonLat[0]![0]!.at(0)).toEqual(lonLat[0]![0]!.at(-1))
  })

  it('leaves masked points out of the count and tells what other cameras see already', () => {
    const coverage = given(cameraCoverage(nothing, { ...golden, movement: 'all_round', reach: 20 }, 2014))
    expect([...pointsSeen(coverage, [0, 5, 30], [5, 5, 0])]).toEqual([1, 1, 0])
    expect([...pointsSeen(coverage, [0, 5, 30], [5, 5, 0], [[square(4, 4, 2)]])]).toEqual([1, 0, 0])
    const same = coverageShares(coverage, [coverage], [[square(0, 0, 4)]], 0.25)
    expect(same.seen).toBeCloseTo(Math.PI * 400, -1)
    expect(same.masked).toBeCloseTo(16, 0)
    expect(same.overlap).toBeCloseTo(same.seen - same.masked, 9)
    const away = given(cameraCoverage(nothing, { ...golden, movement: 'all_round', reach: 20, x: 20 }, 2014))
    // Two circles of radius r, r apart: lens of r²(2π/3 − √3/2).
    expect(
      coverageShares(coverage, [away], [], 0.1).overlap / (400 * ((2 * Math.PI) / 3 - Math.sqrt(3) / 2)),
    ).toBeCloseTo(1, 2)
  })

  it('is refused inside a building', () => {
    const answer = cameraCoverage(prepareScene({ buildings: [[square(-5, -5, 10)]] }), golden, 2014)
    expect(isRefusal(answer) && answer.code).toBe('inside-building')
  })

  it('has zones that add up, and polygons that hold the points it sees, whatever stands there', () => {
    const coordinate = fc.integer({ min: -30, max: 30 })
    const scenes = fc.array(
      fc
        .tuple(coordinate, coordinate, fc.integer({ min: 1, max: 8 }))
        .map(([x, y, side]) => [square(x, y, side)]),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(
        scenes,
        fc.integer({ min: 0, max: 359 }),
        fc.integer({ min: 20, max: 340 }),
        (buildings, direction, width) => {
          const camera: Camera = {
            ...golden,
            x: 0.3,
            y: 0.2,
            direction,
            lens: { fieldOfView: width },
            tilt: 45,
            reach: 40,
          }
          const answer = cameraCoverage(prepareScene({ buildings }), camera, 2014)
          if (isRefusal(answer)) return
          const coverage: CameraCoverage = answer
          expect(coverage.zones.reduce((sum, { band }) => sum + band.area, 0)).toBeCloseTo(
            coverage.seen.area,
            6,
          )
          expect(Math.abs(bandArea(coverage.seen.polygons) - coverage.seen.area)).toBeLessThan(
            0.002 * Math.PI * 1600,
          )
          let counted = 0
          for (let i = 0; i < 80; i++)
            for (let j = 0; j < 80; j++) if (cameraSees(coverage, i - 39.5, j - 39.5)) counted++
          expect(Math.abs(counted - coverage.seen.area)).toBeLessThan(60 + 0.15 * coverage.seen.area)
        },
      ),
      { numRuns: 60 },
    )
  })
})
