import fc from 'fast-check'
import type { Geometry, Position } from 'geojson'
import { expect, test } from 'vitest'
import { geometrySchema, validateGeometry } from './index.ts'

const polygon = (...rings: Position[][]): Geometry => ({ type: 'Polygon', coordinates: rings })
const parts = (...polygons: Position[][][]): Geometry => ({ type: 'MultiPolygon', coordinates: polygons })
const box = (x: number, y: number, size: number): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const codeOf = (geometry: Geometry) => validateGeometry(geometry)?.code ?? 'valid'

test.each<[string, Geometry, string]>([
  ['a square', polygon(box(0, 0, 4)), 'valid'],
  ['a square drawn clockwise', polygon(box(0, 0, 4).reverse()), 'valid'],
  [
    'a corner given twice',
    polygon([
      [0, 0],
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 0],
    ]),
    'valid',
  ],
  ['a hole', polygon(box(0, 0, 4), box(1, 1, 1)), 'valid'],
  [
    'a hole that touches the shell in a point',
    polygon(box(0, 0, 4), [
      [0, 2],
      [1, 1],
      [1, 3],
      [0, 2],
    ]),
    'valid',
  ],
  [
    'a hole that touches the shell in two points',
    polygon(box(0, 0, 4), [
      [0, 2],
      [2, 1],
      [4, 2],
      [2, 3],
      [0, 2],
    ]),
    'interior-split',
  ],
  ['two holes that touch in a point', polygon(box(0, 0, 9), box(1, 1, 2), box(3, 3, 2)), 'valid'],
  [
    'three holes that touch in a loop',
    polygon(
      box(0, 0, 9),
      [
        [1, 1],
        [3, 1],
        [2, 3],
        [1, 1],
      ],
      [
        [3, 1],
        [5, 1],
        [4, 3],
        [3, 1],
      ],
      [
        [2, 3],
        [4, 3],
        [3, 5],
        [2, 3],
      ],
    ),
    'interior-split',
  ],
  [
    'a bow tie',
    polygon([
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 4],
      [0, 0],
    ]),
    'self-intersection',
  ],
  [
    'a ring that touches itself',
    polygon([
      [0, 0],
      [4, 0],
      [2, 2],
      [4, 4],
      [0, 4],
      [2, 2],
      [0, 0],
    ]),
    'self-intersection',
  ],
  [
    'a ring with a spike',
    polygon([
      [0, 0],
      [4, 0],
      [4, 4],
      [4, 6],
      [4, 4],
      [0, 4],
      [0, 0],
    ]),
    'self-intersection',
  ],
  ['a hole outside', polygon(box(0, 0, 4), box(8, 8, 1)), 'hole-outside'],
  [
    'a hole outside whose box is inside',
    polygon(
      [
        [0, 0],
        [9, 0],
        [0, 9],
        [0, 0],
      ],
      box(7, 7, 1),
    ),
    'hole-outside',
  ],
  ['a hole around the shell', polygon(box(1, 1, 1), box(0, 0, 4)), 'hole-outside'],
  ['a hole across the shell', polygon(box(0, 0, 4), box(3, 1, 2)), 'self-intersection'],
  [
    'a hole that crosses the shell through corners only',
    polygon(box(0, 0, 4), [
      [2, 2],
      [4, 4],
      [5, 5],
      [2, 3],
      [2, 2],
    ]),
    'self-intersection',
  ],
  ['a hole along the shell', polygon(box(0, 0, 4), box(0, 1, 1)), 'self-intersection'],
  ['a hole in a hole', polygon(box(0, 0, 9), box(1, 1, 5), box(2, 2, 1)), 'nested-holes'],
  ['the same hole twice', polygon(box(0, 0, 9), box(1, 1, 5), box(1, 1, 5)), 'self-intersection'],
  ['two parts', parts([box(0, 0, 1)], [box(5, 5, 1)]), 'valid'],
  ['two parts that touch in a corner', parts([box(0, 0, 1)], [box(1, 1, 1)]), 'valid'],
  ['two parts along one border', parts([box(0, 0, 1)], [box(1, 0, 1)]), 'parts-overlap'],
  ['the same part twice', parts([box(0, 0, 1)], [box(0, 0, 1)]), 'parts-overlap'],
  ['a part in a part', parts([box(0, 0, 4)], [box(1, 1, 1)]), 'parts-overlap'],
  ['an island in a lake', parts([box(0, 0, 9), box(1, 1, 5)], [box(2, 2, 1)]), 'valid'],
  [
    'an island whose corners all lie on the shore',
    parts(
      [box(0, 0, 9), box(2, 2, 4)],
      [
        [
          [4, 2],
          [6, 4],
          [4, 6],
          [2, 4],
          [4, 2],
        ],
      ],
    ),
    'valid',
  ],
  [
    'a part whose corners all lie on the other',
    parts(
      [box(2, 2, 4)],
      [
        [
          [4, 2],
          [6, 4],
          [4, 6],
          [2, 4],
          [4, 2],
        ],
      ],
    ),
    'parts-overlap',
  ],
  [
    'an open ring',
    polygon([
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
    ]),
    'ring-not-closed',
  ],
  [
    'a ring of two corners',
    polygon([
      [0, 0],
      [4, 0],
      [0, 0],
    ]),
    'too-few-points',
  ],
  [
    'a ring all in one place',
    polygon([
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ]),
    'too-few-points',
  ],
  [
    'a flat ring',
    polygon([
      [0, 0],
      [1, 1],
      [2, 2],
      [0, 0],
    ]),
    'self-intersection',
  ],
  ['a polygon without rings', polygon(), 'too-few-points'],
  ['an empty ring', polygon([]), 'too-few-points'],
  [
    'a line',
    {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 1],
      ],
    },
    'valid',
  ],
  [
    'a line that crosses itself',
    {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [4, 4],
        [4, 0],
        [0, 4],
      ],
    },
    'valid',
  ],
  ['a line of one point', { type: 'LineString', coordinates: [[0, 0]] }, 'too-few-points'],
  [
    'a line without length',
    {
      type: 'LineString',
      coordinates: [
        [1, 1],
        [1, 1],
      ],
    },
    'too-few-points',
  ],
  ['a line without points', { type: 'LineString', coordinates: [] }, 'too-few-points'],
  ['a point', { type: 'Point', coordinates: [14, 56] }, 'valid'],
  ['a point that is not a number', { type: 'Point', coordinates: [Number.NaN, 56] }, 'not-finite'],
  ['a point at infinity', { type: 'Point', coordinates: [14, Infinity] }, 'not-finite'],
  ['a point off the earth', { type: 'Point', coordinates: [14, 91] }, 'out-of-range'],
  ['metres where degrees belong', { type: 'Point', coordinates: [190_000, 6_200_000] }, 'out-of-range'],
  ['a collection', { type: 'GeometryCollection', geometries: [] }, 'wrong-kind'],
])('%s', (_name, geometry, code) => {
  expect(codeOf(geometry)).toBe(code)
})

test('a problem says where it is', () => {
  expect(
    validateGeometry(
      polygon([
        [0, 0],
        [4, 4],
        [4, 0],
        [0, 4],
        [0, 0],
      ]),
    ),
  ).toEqual({ code: 'self-intersection', at: [2, 2] })
})

test('kinds and the number of vertices are bounded', () => {
  const line: Geometry = {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 1],
      [2, 0],
    ],
  }
  expect(validateGeometry(line, { kinds: ['Point', 'Polygon'] })?.code).toBe('wrong-kind')
  expect(validateGeometry(line, { maxVertices: 2 })?.code).toBe('too-many-vertices')
  expect(validateGeometry(line, { kinds: ['LineString'], maxVertices: 3 })).toBeNull()
})

/** A star around the origin: its corners in order of angle, so it never crosses itself. */
const star = fc
  .uniqueArray(fc.integer({ min: 0, max: 719 }), { minLength: 8, maxLength: 60 })
  .chain((angles) =>
    fc
      .array(fc.double({ min: 1, max: 50, noNaN: true }), {
        minLength: angles.length,
        maxLength: angles.length,
      })
      .map((radii) => {
        const corners = angles
          .sort((a, b) => a - b)
          .map(
            (angle, i): Position => [
              radii[i]! * Math.cos((angle * Math.PI) / 360),
              radii[i]! * Math.sin((angle * Math.PI) / 360),
            ],
          )
        return [...corners, corners[0]!]
      }),
  )
  .filter((ring) => wideAround(ring))

/** Without a gap of half a turn between neighbours, which would let the closing edge cut corners. */
function wideAround(ring: Position[]): boolean {
  const angles = ring
    .slice(1)
    .map(([x, y]) => Math.atan2(y!, x!))
    .sort((a, b) => a - b)
  return angles.every((angle, i) => (angles[i + 1] ?? angles[0]! + 2 * Math.PI) - angle < 3)
}

test('a star is valid wherever its ring starts and whichever way it runs', () => {
  fc.assert(
    fc.property(star, fc.nat(), fc.boolean(), (ring, shift, reverse) => {
      const open = ring.slice(1)
      const k = shift % open.length
      const turned = [...open.slice(k), ...open.slice(0, k)]
      const closed = [...turned, turned[0]!]
      expect(codeOf(polygon(reverse ? closed.reverse() : closed))).toBe('valid')
    }),
  )
})

test('a star with two far corners exchanged crosses itself, as trying every pair of edges shows', () => {
  fc.assert(
    fc.property(star, fc.nat(), (ring, at) => {
      const open = ring.slice(1)
      const i = at % open.length
      const j = (i + Math.floor(open.length / 2)) % open.length
      ;[open[i], open[j]] = [open[j]!, open[i]!]
      const closed = [...open, open[0]!]
      if (crossesItself(closed)) expect(codeOf(polygon(closed))).toBe('self-intersection')
      else expect(codeOf(polygon(closed))).toBe('valid')
    }),
  )
})

function crossesItself(ring: Position[]): boolean {
  const turn = (a: Position, b: Position, c: Position) =>
    Math.sign((b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!))
  for (let i = 1; i < ring.length; i++) {
    for (let j = i + 2; j < ring.length; j++) {
      const [a, b, c, d] = [ring[i - 1]!, ring[i]!, ring[j - 1]!, ring[j]!]
      if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) return true
    }
  }
  return false
}

test('the order of two nearly parallel edges is decided exactly', () => {
  const tiny = 2 ** -52
  const sliver = (gap: number) =>
    polygon([
      [0, 0],
      [3, 1],
      [3 + 3 * gap, 1],
      [6, 2],
      [6, 3],
      [0, 3],
      [0, 0],
    ])
  expect(codeOf(sliver(tiny))).toBe('valid')
  expect(
    codeOf(
      polygon([
        [0, 0],
        [0.1, 0.1],
        [0.3, 0.3],
        [0.2, 0.2],
        [0, 1],
        [0, 0],
      ]),
    ),
  ).toBe('self-intersection')
})

test('ten thousand vertices take a moment, be they a comb, a spiral or a coast', () => {
  const n = 4_999
  const comb: Position[] = Array.from({ length: n }, (_, i) => [i / 100, i % 2 ? 40 : 0.5] as Position)
  const spiral: Position[] = Array.from({ length: n }, (_, i) => {
    const angle = i / 40
    return [(angle / 2) * Math.cos(angle), (angle / 2) * Math.sin(angle)] as Position
  })
  const inward = spiral.map(([x, y], i): Position => {
    const length = Math.hypot(x!, y!) || 1
    const shrink = i === 0 ? 0.5 : (length + 0.6) / length
    return [x! * shrink, y! * shrink]
  })
  const coast: Position[] = Array.from({ length: 2 * n }, (_, i) => {
    const angle = (i / (2 * n)) * 2 * Math.PI
    const radius = 30 + 5 * Math.sin(31 * angle) + Math.sin(977 * angle)
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as Position
  })
  const shapes = [
    [...comb, [49.98, -5], [0, -5], comb[0]!],
    [...spiral.slice(1), ...inward.slice(1).reverse(), spiral[1]!],
    [...coast, coast[0]!],
  ] as Position[][]
  for (const ring of shapes) {
    const began = performance.now()
    expect(codeOf(polygon(ring))).toBe('valid')
    expect(performance.now() - began).toBeLessThan(500)
  }
})

test('the shape of GeoJSON is checked before its geometry', () => {
  expect(geometrySchema.safeParse({ type: 'Point', coordinates: [14, 56] }).success).toBe(true)
  for (const wrong of [
    { type: 'Point', coordinates: ['14', '56'] },
    { type: 'Point', coordinates: [14] },
    { type: 'Point', coordinates: [14, 56, 3] },
    { type: 'Point', coordinates: [14, 56], crs: 'EPSG:3006' },
    { type: 'Polygon', coordinates: [[14, 56]] },
    { type: 'Circle', coordinates: [14, 56] },
    null,
  ]) {
    expect(geometrySchema.safeParse(wrong).success).toBe(false)
  }
})
