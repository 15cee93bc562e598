import { isRefusal, validateGeometry } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { squareMetresOf } from '../area/study-area.ts'
import { cellAt } from '../grids/cell-at.ts'
import { cellArea, type Grid, type GridKind, gridOver } from '../grids/grid.ts'
import { gridNeighbours } from '../grids/neighbours.ts'
import { areaOf, rectangle } from '../testing/areas.ts'
import { zoneOutline } from './zone-outline.ts'

function gridOf(kind: GridKind): Grid {
  const made = gridOver(areaOf(rectangle(6_200_000, 450_000, 6_201_000, 451_000)), { kind, size: 100 })
  if (isRefusal(made)) throw new Error(made.code)
  return made
}
const isValid = (rings: ReturnType<typeof zoneOutline>) =>
  validateGeometry({
    type: 'Polygon',
    coordinates: rings.map((ring) => ring.map(([x, y]) => [(x - 6_200_000) / 100, (y - 450_000) / 100])),
  }) === null

test('squares about a hole that touches the outside in a corner are a ring and a hole', () => {
  const grid = gridOf('square')
  const at = (column: number, row: number) => cellAt(grid, 6_200_050 + 100 * column, 450_050 + 100 * row)
  const around = [at(0, 0), at(1, 0), at(2, 0), at(2, 1), at(2, 2), at(1, 2), at(0, 1)]
  const rings = zoneOutline(grid, around)
  expect(rings.map((ring) => ring.length)).toEqual([13, 5])
  expect(squareMetresOf({ srid: 3006, polygons: [rings] })).toBe(70_000)
})

test.each(['square', 'hexagon'] as const)(
  '%ss that hang together have one valid outline of their area',
  (kind) => {
    const grid = gridOf(kind)
    const neighbours = gridNeighbours(grid, 'sides')
    if (isRefusal(neighbours)) throw new Error(neighbours.code)
    fc.assert(
      fc.property(
        fc.nat({ max: grid.length - 1 }),
        fc.array(fc.nat(), { minLength: 0, maxLength: 40 }),
        (seed, steps) => {
          const cells = new Set([seed])
          for (const step of steps) {
            const from = [...cells][step % cells.size]!
            const around = neighbours.index.subarray(neighbours.start[from], neighbours.start[from + 1])
            cells.add(around[step % around.length]!)
          }
          const rings = zoneOutline(grid, cells)
          expect(isValid(rings)).toBe(true)
          const area = squareMetresOf({ srid: 3006, polygons: [rings] })
          expect(area / (cells.size * cellArea(grid) * 1e6)).toBeCloseTo(1, 9)
        },
      ),
      { numRuns: 80, seed: 3 },
    )
  },
)
