import { latOf, lonOf } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeTile } from './encode-tile.ts'
import { createSegmentBuilder } from './segment-builder.ts'
import { decodeLayer, type TestGeometry, toWkb } from './testing.ts'
import { tilesHolding } from './tile-address.ts'
import { createTileStore } from './tile-store.ts'

const columns = ['id', 'title']
interface Row {
  wkb: Uint8Array
  values: (string | null)[]
}

const build = (rows: ReadonlyMap<string, Row>) => {
  const builder = createSegmentBuilder(columns, true)
  for (const { wkb, values } of rows.values()) builder.add(wkb, values)
  return builder.finish()
}
const cut = (segments: Parameters<typeof encodeTile>[0][number]['segments'], z = 14, x = 8835, y = 5110) =>
  decodeLayer(encodeTile([{ name: 'l', columns, segments, options: {} }], z, x, y).bytes, 'l')
    .map((feature) => JSON.stringify(feature))
    .sort()

const place = fc.tuple(fc.integer({ min: -4000, max: 8000 }), fc.integer({ min: -4000, max: 8000 }))
const position = ([x, y]: readonly [number, number]): [number, number] => [
  lonOf((8835 + x / 4096) / 2 ** 14),
  latOf((5110 + y / 4096) / 2 ** 14),
]
const geometry = fc.oneof(
  place.map((at): TestGeometry => ({ type: 'Point', coordinates: position(at) })),
  fc.tuple(place, fc.integer({ min: 5, max: 900 })).map(
    ([[x, y], side]): TestGeometry => ({
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x + side, y],
          [x + side, y + side],
          [x, y],
        ].map((corner) => position(corner as [number, number])),
      ],
    }),
  ),
)
const step = fc.record({
  id: fc.integer({ min: 0, max: 30 }).map((id) => `object-${id}`),
  row: fc.option(fc.tuple(geometry, fc.option(fc.constantFrom('a', 'b', 'c')))),
})

const rowOf = (id: string, [shape, title]: [TestGeometry, string | null]): Row => ({
  wkb: toWkb(shape),
  values: [id, title],
})

test('a store that followed the changes shows what one packed anew shows, and touches every tile that differs', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.array(step, { maxLength: 60 }), (first, later) => {
      const truth = new Map<string, Row>()
      for (const { id, row } of first) if (row) truth.set(id, rowOf(id, row))
      const store = createTileStore(build(truth))
      for (const { id, row } of later) {
        const around = [8834, 8835, 8836].map((x) => cut(store.segments(), 14, x))
        const existed = truth.has(id)
        if (row) truth.set(id, rowOf(id, row))
        else truth.delete(id)
        const { changes } = store.apply([{ id, row: row ? rowOf(id, row) : null }])
        for (const change of changes) expect(change.op).toBe(existed ? (row ? 'update' : 'delete') : 'insert')
        const spans = changes.flatMap(({ boxes }) => boxes.map((box) => tilesHolding(box, 14, 64 / 4096)))
        ;[8834, 8835, 8836].forEach((x, at) => {
          const changed = JSON.stringify(cut(store.segments(), 14, x)) !== JSON.stringify(around[at])
          const touched = spans.some((s) => s.minX <= x && x <= s.maxX && s.minY <= 5110 && 5110 <= s.maxY)
          if (changed) expect(touched).toBe(true)
        })
      }
      expect(store.count()).toBe(truth.size)
      expect(cut(store.segments())).toEqual(cut([build(truth)]))
    }),
    { numRuns: 60 },
  )
})

test('what is told again as it was is no change', () => {
  const row = rowOf('a', [{ type: 'Point', coordinates: [14, 56] }, 'x'])
  const store = createTileStore(build(new Map([['a', row]])))
  expect(store.apply([{ id: 'a', row }]).changes).toEqual([])
  expect(store.apply([{ id: 'b', row: null }]).changes).toEqual([])
})

test('many changes are packed into a new base and nothing is lost', () => {
  const store = createTileStore(build(new Map()))
  const rows = Array.from({ length: 1500 }, (_, i) => ({
    id: `o${i}`,
    row: rowOf(`o${i}`, [{ type: 'Point', coordinates: position([i, i]) }, null]),
  }))
  for (let at = 0; at < rows.length; at += 100) store.apply(rows.slice(at, at + 100))
  expect(store.count()).toBe(1500)
  expect(store.segments()[0]!.count).toBeGreaterThan(500)
  expect(cut(store.segments())).toHaveLength(1500)
})

test('an object whose geometry cannot be read is gone, and named', () => {
  const store = createTileStore(
    build(new Map([['a', rowOf('a', [{ type: 'Point', coordinates: [14, 56] }, 'x'])]])),
  )
  const { changes, problems } = store.apply([
    { id: 'a', row: { wkb: new Uint8Array([1]), values: ['a', 'x'] } },
  ])
  expect(changes).toMatchObject([{ id: 'a', op: 'delete' }])
  expect(problems).toEqual([{ id: 'a', problem: 'truncated' }])
})
