import { isRefusal } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeIn } from '../area/place-in.ts'
import type { StudyArea } from '../area/study-area.ts'
import { everyIncident, selectIncidents } from '../incidents/filter.ts'
import { areaOf, rectangle } from '../testing/areas.ts'
import { incidentsAt } from '../testing/incidents.ts'
import { binIncidents } from './bin.ts'
import { cellAt, ringOf } from './cell-at.ts'
import { type GridChoice, gridOver, sizeThatWorks } from './grid.ts'
import { gridNeighbours, type NeighbourRule } from './neighbours.ts'

const town = areaOf(
  rectangle(447_000, 6_208_000, 449_000, 6_210_000),
  rectangle(447_500, 6_208_500, 447_900, 6_209_100),
)
/** A corner of the town about the hole. */
const block = areaOf(
  rectangle(447_300, 6_208_300, 448_300, 6_209_300),
  ...town.polygons[0]!.slice(1).map((ring) => [...ring]),
)
const grid = (area: StudyArea, choice: GridChoice) => {
  const answer = gridOver(area, choice)
  if (isRefusal(answer)) throw new Error(answer.text.en)
  return answer
}
const neighbours = (of: ReturnType<typeof grid>, rule: NeighbourRule) => {
  const answer = gridNeighbours(of, rule)
  if (isRefusal(answer)) throw new Error(answer.text.en)
  return answer
}
const kinds = ['square', 'hexagon'] as const

describe('a grid over a study area', () => {
  it.each(kinds)('has every %s whose middle lies in the area, and no other', (kind) => {
    const cells = grid(town, { kind, size: 70 })
    const isIn = placeIn(town)
    for (let cell = 0; cell < cells.length; cell++) expect(isIn(cells.x[cell]!, cells.y[cell]!)).toBe(true)
    // The area by the number of cells, within the length of the outline times half a cell.
    const km2 = cells.length * (kind === 'square' ? 0.07 ** 2 : 0.07 ** 2 * Math.sqrt(0.75))
    expect(Math.abs(km2 - (4 - 0.24))).toBeLessThan(10 * 0.07 * 0.5)
  })

  it.each(kinds)('finds the %s a place lies in: the one whose middle is nearest', (kind) => {
    const cells = grid(town, { kind, size: 130, origin: [447_011, 6_208_017] })
    fc.assert(
      fc.property(
        fc.double({ min: 447_600, max: 448_900, noNaN: true }),
        fc.double({ min: 6_209_200, max: 6_209_900, noNaN: true }),
        (x, y) => {
          let nearest = 0
          const away = (cell: number) => Math.hypot(cells.x[cell]! - x, cells.y[cell]! - y)
          for (let cell = 1; cell < cells.length; cell++) if (away(cell) < away(nearest)) nearest = cell
          const found = cellAt(cells, x, y)
          expect(away(found)).toBeLessThanOrEqual(away(nearest) + 1e-9)
        },
      ),
    )
    for (let cell = 0; cell < cells.length; cell++)
      expect(cellAt(cells, cells.x[cell]!, cells.y[cell]!)).toBe(cell)
    expect(cellAt(cells, 447_700, 6_208_800)).toBe(-1)
    expect(cellAt(cells, 0, 0)).toBe(-1)
    expect(cellAt(cells, Number.NaN, 6_209_000)).toBe(-1)
  })

  it.each(kinds)('draws each %s as a ring about its middle that meets its neighbours', (kind) => {
    const cells = grid(town, { kind, size: 100 })
    const cell = cellAt(cells, 448_500, 6_209_500)
    const ring = ringOf(cells, cell)
    expect(ring).toHaveLength(kind === 'square' ? 5 : 7)
    expect(ring[0]).toEqual(ring.at(-1))
    for (const [x, y] of ring) {
      const inwards = (share: number): [number, number] => [
        cells.x[cell]! + share * (x - cells.x[cell]!),
        cells.y[cell]! + share * (y - cells.y[cell]!),
      ]
      expect(cellAt(cells, ...inwards(0.999))).toBe(cell)
      expect(cellAt(cells, ...inwards(1.001))).not.toBe(cell)
    }
  })

  it('knows the neighbours of each cell, the same both ways, by sides, corners or metres', () => {
    const cases: [GridChoice['kind'], NeighbourRule, number][] = [
      ['square', 'sides', 4],
      ['square', 'adjacent', 8],
      ['square', { within: 200 }, 12],
      ['hexagon', 'adjacent', 6],
      ['hexagon', { within: 200 }, 18],
    ]
    for (const [kind, rule, most] of cases) {
      const cells = grid(block, { kind, size: 100 })
      const { start, index } = neighbours(cells, rule)
      const reach =
        typeof rule === 'object' ? rule.within : rule === 'adjacent' && kind === 'square' ? 142 : 100
      let pairs = 0
      for (let i = 0; i < cells.length; i++) {
        const own = [...index.subarray(start[i]!, start[i + 1]!)]
        expect(own.length).toBeLessThanOrEqual(most)
        expect(new Set(own).size).toBe(own.length)
        for (const j of own) {
          expect(Math.hypot(cells.x[i]! - cells.x[j]!, cells.y[i]! - cells.y[j]!)).toBeLessThan(reach + 1)
          expect(index.subarray(start[j]!, start[j + 1]!)).toContain(i)
        }
        pairs += own.length
      }
      let byHand = 0
      for (let i = 0; i < cells.length; i++)
        for (let j = 0; j < cells.length; j++)
          if (i !== j && Math.hypot(cells.x[i]! - cells.x[j]!, cells.y[i]! - cells.y[j]!) < reach + 1)
            byHand++
      expect(pairs).toBe(byHand)
    }
  })

  it('refuses ten million cells with the size that works, and that size works', () => {
    const county = areaOf(rectangle(400_000, 6_150_000, 500_000, 6_250_000))
    for (const kind of kinds) {
      const answer = gridOver(county, { kind, size: Math.sqrt(1000) })
      if (!isRefusal(answer)) throw new Error('taken')
      const size = sizeThatWorks(county, { kind })
      expect(answer.code).toBe('too-many-cells')
      expect(answer.text.en).toMatch(new RegExp(`at least ${size} m`))
      expect(grid(county, { kind, size }).length).toBeLessThanOrEqual(250_000)
    }
    expect(gridOver(county, { kind: 'square', size: Number.NaN })).toMatchObject({ code: 'cell-size' })
    expect(gridOver(town, { kind: 'square', size: 90_000 })).toMatchObject({ code: 'cells-too-large' })
    const cells = grid(town, { kind: 'square', size: 20 })
    expect(gridNeighbours(cells, { within: 10 })).toMatchObject({ code: 'neighbour-distance' })
    expect(gridNeighbours(cells, { within: 1000 })).toMatchObject({ code: 'too-many-neighbours' })
  })

  it('refuses areas that are none', () => {
    const code = (area: StudyArea) => {
      const answer = gridOver(area, { kind: 'square', size: 100 })
      return isRefusal(answer) ? answer.code : 'taken'
    }
    expect(code({ srid: 3006, polygons: [] })).toBe('area-empty')
    expect(
      code(
        areaOf([
          [0, 0],
          [1000, 1000],
          [1000, 0],
          [0, 1000],
          [0, 0],
        ]),
      ),
    ).toBe('area-invalid')
    expect(code(areaOf(rectangle(0, 0, 1000, 1000).slice(0, 4)))).toBe('area-invalid')
    expect(code(areaOf(rectangle(0, 0, Number.NaN, 1000)))).toBe('area-invalid')
  })

  it('counts incidents by weight, says how many lie outside and refuses an area that meets none', () => {
    const cells = grid(town, { kind: 'square', size: 100 })
    const incidents = incidentsAt([
      { x: 447_050, y: 6_208_050 },
      { x: 447_060, y: 6_208_060 },
      { x: 447_700, y: 6_208_700 },
    ])
    const selection = selectIncidents(incidents, everyIncident)
    if (isRefusal(selection)) throw new Error(selection.code)
    const binned = binIncidents(cells, incidents, selection)
    if (isRefusal(binned)) throw new Error(binned.code)
    expect(binned).toMatchObject({ n: 2, total: 2, outside: 1 })
    expect(binned.counts[cellAt(cells, 447_050, 6_208_050)]).toBe(2)
    expect([...binned.cells]).toEqual([0, 0, -1])
    const away = incidentsAt([{ x: 0, y: 0 }])
    const chosen = selectIncidents(away, everyIncident)
    if (isRefusal(chosen)) throw new Error(chosen.code)
    expect(binIncidents(cells, away, chosen)).toMatchObject({ code: 'area-misses-incidents' })
  })
})
