import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRefusal } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Isovist, isovistArea, isovistRing, seesPoint, shut } from './isovist.ts'
import { type Corner, type Obstacles, prepareScene, type Scene } from './scene.ts'
import { visibleFrom } from './visibility.ts'

const vectors = join(import.meta.dirname, '../../../../shared/data/vectors/visibility.json')
const present = existsSync(vectors)
if (!present && process.env.CI) throw new Error(`${vectors} is missing`)

const see = (scene: Scene, x: number, y: number, reach: number): Isovist => {
  const seen = visibleFrom(scene, x, y, reach)
  if (isRefusal(seen)) throw new Error(seen.text.en)
  return seen
}
const square = (x: number, y: number, side: number): Corner[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
]
const wallsOf = (ring: readonly Corner[]): Obstacles => ({ buildings: [], walls: [[...ring, ring[0]!]] })

/** How far one sees in a direction: every edge tried, by the textbook. */
function rayLength(
  { length, x0, y0, x1, y1 }: Scene,
  x: number,
  y: number,
  angle: number,
  reach: number,
): number {
  const dx = Math.cos(angle)
  const dy = Math.sin(angle)
  let least = reach
  for (let i = 0; i < length; i++) {
    const ex = x1[i]! - x0[i]!
    const ey = y1[i]! - y0[i]!
    const across = dx * ey - dy * ex
    if (across === 0) continue
    const r = ((x0[i]! - x) * ey - (y0[i]! - y) * ex) / across
    const s = ((x0[i]! - x) * dy - (y0[i]! - y) * dx) / across
    if (r > 0 && s >= 0 && s <= 1) least = Math.min(least, r)
  }
  return least
}

describe('the visibility polygon', () => {
  it.skipIf(!present)('has the area and the corners of the published cases (../shared/data/vectors)', () => {
    const { cases } = JSON.parse(readFileSync(vectors, 'utf8')) as {
      cases: { query: Corner; polygon: Corner[]; visible: Corner[]; visible_area: number }[]
    }
    expect(cases.length).toBeGreaterThanOrEqual(3)
    for (const { query, polygon, visible, visible_area } of cases) {
      const isovist = see(prepareScene(wallsOf(polygon)), query[0], query[1], 100)
      expect(isovistArea(isovist)).toBeCloseTo(visible_area, 9)
      const ring = isovistRing(isovist)
      const corners = Array.from(
        { length: ring.length / 2 },
        (_, i) => [ring[2 * i]!, ring[2 * i + 1]!] as const,
      )
      const near = (a: Corner, b: Corner) => Math.hypot(a[0] - b[0], a[1] - b[1]) < 1e-9
      for (const corner of corners)
        expect(
          visible.some((other) => near(corner, other)),
          `${corner}`,
        ).toBe(true)
      // A published corner that is none of ours lies on a straight part of the outline.
      for (const corner of visible) {
        const on = corners.some((a, i) => {
          const b = corners[(i + 1) % corners.length]!
          const length = Math.hypot(b[0] - a[0], b[1] - a[1])
          const parts =
            Math.hypot(corner[0] - a[0], corner[1] - a[1]) + Math.hypot(corner[0] - b[0], corner[1] - b[1])
          return near(corner, a) || parts - length < 1e-9
        })
        expect(on, `${corner}`).toBe(true)
      }
    }
  })

  it('is the whole circle where nothing stands', () => {
    const isovist = see(prepareScene({ buildings: [] }), 3, 4, 50)
    expect(isovistArea(isovist)).toBeCloseTo(Math.PI * 2500, 8)
    expect(seesPoint(isovist, 53, 4)).toBe(true)
    expect(seesPoint(isovist, 53.01, 4)).toBe(false)
  })

  it('loses the shadow of one building, worked by hand', () => {
    // A wall 10 m east, from y -10 to 10: a quarter of the circle of 20 m is lost but for the triangle before the wall.
    const isovist = see(
      prepareScene({
        buildings: [],
        walls: [
          [
            [10, -10],
            [10, 10],
          ],
        ],
      }),
      0,
      0,
      20,
    )
    expect(isovistArea(isovist)).toBeCloseTo(0.75 * Math.PI * 400 + 100, 8)
  })

  it('is bounded by a courtyard when the place is in it, and refused within the building itself', () => {
    const scene = prepareScene({ buildings: [[square(0, 0, 30), square(10, 10, 10)]] })
    expect(isovistArea(see(scene, 15, 15, 500))).toBeCloseTo(100, 9)
    const inside = visibleFrom(scene, 5, 5, 500)
    expect(isRefusal(inside) && inside.code).toBe('inside-building')
    expect(isRefusal(inside) && inside.text.sv).toMatch(/inne i en byggnad/)
  })

  it('looks outwards from a façade and from a corner', () => {
    const scene = prepareScene({ buildings: [[square(0, 0, 10)]] })
    expect(isovistArea(see(scene, 5, 0, 20))).toBeCloseTo((Math.PI * 400) / 2, 8)
    expect(isovistArea(see(scene, 10, 10, 20))).toBeCloseTo((Math.PI * 400 * 3) / 4, 8)
    expect(seesPoint(see(scene, 5, 0, 20), 5, 3)).toBe(false)
    // The same façade drawn clockwise, and one shared by two buildings.
    const turned = prepareScene({ buildings: [[square(0, 0, 10).reverse()]] })
    expect(isovistArea(see(turned, 5, 0, 20))).toBeCloseTo((Math.PI * 400) / 2, 8)
    const shared = prepareScene({ buildings: [[square(0, 0, 10)], [square(0, -10, 10)]] })
    expect(isRefusal(visibleFrom(shared, 5, 0, 20))).toBe(true)
    expect(see(shared, 10, 0, 20).edge).toContain(shut)
  })

  it('sees through no crossing, touching or doubled wall', () => {
    const cross: Obstacles = {
      buildings: [],
      walls: [
        [
          [5, -5],
          [15, 5],
        ],
        [
          [5, 5],
          [15, -5],
        ],
        [
          [5, 5],
          [5, 9],
        ],
        [
          [5, 6],
          [5, 12],
        ],
        [
          [5, -5],
          [5, -9],
        ],
      ],
    }
    const isovist = see(prepareScene(cross), 0, 0, 40)
    expect(seesPoint(isovist, 9.9, 0)).toBe(true)
    expect(seesPoint(isovist, 10.1, 0)).toBe(false)
    expect(seesPoint(isovist, 20, 1)).toBe(false)
    expect(seesPoint(isovist, 8, 14)).toBe(false)
  })

  it('stands on a wall, to the last bits of the position, and sees to one side of it at least', () => {
    // Both pass through the place but for rounding: cross products of about 1e-15.
    const walls: [Corner, Corner][] = [
      [
        [4, 26],
        [0, -2],
      ],
      [
        [-24, 17],
        [28, -19],
      ],
    ]
    for (const wall of walls) {
      const half = (Math.PI * 20 * 20) / 2
      const area = isovistArea(see(prepareScene({ buildings: [], walls: [wall] }), 0.31, 0.17, 20))
      expect(area).toBeGreaterThan(half - 1e-3)
      expect(area).toBeLessThan(2 * half + 1e-3)
    }
  })

  it('tells misuse from a place that cannot be', () => {
    const scene = prepareScene({ buildings: [] })
    expect(() => visibleFrom(scene, Number.NaN, 0, 10)).toThrow(RangeError)
    expect(() => visibleFrom(scene, 0, 0, 0)).toThrow(RangeError)
    expect(() =>
      prepareScene({
        buildings: [
          [
            [
              [0, 0],
              [1, Infinity],
              [2, 2],
            ],
          ],
        ],
      }),
    ).toThrow(RangeError)
  })
})

const coordinate = fc.integer({ min: -40, max: 40 })
/** On a wall, to the last bits of a position, before and behind it cannot be written as two places: tried by itself. */
const standsOn = (a: number, b: number, c: number, d: number) =>
  Math.abs((c - a) * (0.17 - b) - (d - b) * (0.31 - a)) < 1e-6
const wall = fc
  .tuple(coordinate, coordinate, coordinate, coordinate)
  .filter(([a, b, c, d]) => (a === c && b === d) || !standsOn(a, b, c, d))
  .map(([a, b, c, d]): Corner[] => [
    [a, b],
    [c, d],
  ])
const obstacles = fc.record({
  buildings: fc.array(
    fc
      .tuple(coordinate, coordinate, fc.integer({ min: 1, max: 9 }))
      .map(([x, y, side]) => [square(x, y, side)]),
    { maxLength: 25 },
  ),
  walls: fc.array(wall, { maxLength: 25 }),
})

describe('any scene, crossing and touching as it may', () => {
  it('agrees with every ray tried against every edge', () => {
    fc.assert(
      fc.property(obstacles, fc.double({ min: 0, max: 6.28, noNaN: true }), (given, turn) => {
        const scene = prepareScene(given)
        const seen = visibleFrom(scene, 0.31, 0.17, 45)
        if (isRefusal(seen)) return
        for (let i = 0; i < 40; i++) {
          const angle = turn + i * 0.157
          const far = rayLength(scene, 0.31, 0.17, angle, 45)
          const at = (r: number) => [0.31 + r * Math.cos(angle), 0.17 + r * Math.sin(angle)] as const
          expect(seesPoint(seen, ...at(far * (1 - 1e-7)))).toBe(true)
          expect(seesPoint(seen, ...at(far * (1 + 1e-7)))).toBe(false)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('has only corners in sight of the place', () => {
    fc.assert(
      fc.property(obstacles, (given) => {
        const scene = prepareScene(given)
        const seen = visibleFrom(scene, 0.31, 0.17, 45)
        if (isRefusal(seen)) return
        const ring = isovistRing(seen)
        for (let i = 0; i < ring.length; i += 2) {
          const dx = ring[i]! - 0.31
          const dy = ring[i + 1]! - 0.17
          const angle = Math.atan2(dy, dx)
          // A hair to either side, since a corner of what hides may lie before it on the very ray.
          const far = Math.max(
            rayLength(scene, 0.31, 0.17, angle - 1e-9, 46),
            rayLength(scene, 0.31, 0.17, angle + 1e-9, 46),
          )
          expect(Math.hypot(dx, dy)).toBeLessThanOrEqual(far + 1e-3)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('keeps its area when everything is turned and moved', () => {
    fc.assert(
      fc.property(obstacles, fc.double({ min: 0, max: 6.28, noNaN: true }), (given, turn) => {
        const move = ([x, y]: Corner): Corner => [
          6_200_000 + x * Math.cos(turn) - y * Math.sin(turn),
          450_000 + x * Math.sin(turn) + y * Math.cos(turn),
        ]
        const seen = visibleFrom(prepareScene(given), 0.31, 0.17, 45)
        const moved = visibleFrom(
          prepareScene({
            buildings: given.buildings.map((rings) => rings.map((ring) => ring.map(move))),
            walls: given.walls.map((line) => line.map(move)),
          }),
          ...move([0.31, 0.17]),
          45,
        )
        if (isRefusal(seen) || isRefusal(moved)) return
        // An edge may let past what rounding to a nanometre at six million metres opens.
        expect(isovistArea(moved)).toBeCloseTo(isovistArea(seen), 3)
      }),
      { numRuns: 150 },
    )
  })
})
