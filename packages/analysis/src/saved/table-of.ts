import { isRefusal, type Position, type Refusal } from '@trygghetskartan/geo'
import type { Raster } from '../density/raster.ts'
import { ringOf } from '../grids/cell-at.ts'
import { type GridChoice, gridOver } from '../grids/grid.ts'
import type { StreetChoice } from '../hotspot-question.ts'
import { moranQuadrants } from '../local-moran.ts'
import { type Segments, streetSegments } from '../streets/segments.ts'
import { trendClasses } from '../trend.ts'
import { plainRows } from './plain-rows.ts'
import type { AnalysisQuestion, QuestionOf } from './question.ts'
import type { SavedResult } from './reproduce.ts'

export type Cell = string | number | null

/** Where a row is, in metres of the result's reference system. */
export type Shape =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }

/** A saved result as a table; `shapes` where its rows are places. */
export interface AnalysisTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  readonly shapes: readonly Shape[] | null
}

type Streets = readonly (readonly Position[])[] | undefined
type Numbers = readonly (number | null)[]

/**
 * A saved result as a table, its rows with their places where they have any: outlines are made again from the question. Refuses
 * where the area or the streets are none.
 */
export function tableOf(
  question: AnalysisQuestion,
  result: SavedResult,
  streets?: Streets,
): AnalysisTable | Refusal {
  switch (question.kind) {
    case 'hotspots':
      return hotspotRows(question, result, streets)
    case 'trend': {
      const { z, p, classes } = result as unknown as { z: Numbers; p: Numbers; classes: number[] }
      return cellRows(question, undefined, ['z', 'p', 'class'], (at) => [
        z[at]!,
        p[at]!,
        trendClasses[classes[at]!]!,
      ])
    }
    case 'change': {
      const { ratio, low, high, p, classes } = result as unknown as Record<string, Numbers>
      return cellRows(question, undefined, ['ratio', 'low', 'high', 'p', 'class'], (at) => [
        ...[ratio![at]!, low![at]!, high![at]!, p![at]!, classes![at]!],
      ])
    }
    default:
      return plainRows(question, result)
  }
}

function hotspotRows(
  question: QuestionOf<'hotspots'>,
  result: SavedResult,
  streets: Streets,
): AnalysisTable | Refusal {
  const { area, method } = question
  if (method.name === 'density') {
    const { density } = result.figures as { density: Raster & { values: Numbers } }
    return squareRows(density)
  }
  const { counts, statistic, p, q, classes, quadrant } = result.figures as Record<string, Numbers | null>
  const columns = ['incidents', method.name === 'gi' ? 'z' : 'i', 'p', 'q', 'class']
  return cellRows(
    { area, cells: method.cells },
    streets,
    [...columns, ...(quadrant ? ['quadrant'] : [])],
    (at) => [
      ...[counts![at]!, statistic![at]!, p![at]!, q![at]!, classes![at]!],
      ...(quadrant ? [moranQuadrants[quadrant[at]!]!] : []),
    ],
  )
}

function cellRows(
  { area, cells }: { area: QuestionOf<'hotspots'>['area']; cells: GridChoice | StreetChoice },
  streets: Streets,
  columns: readonly string[],
  valuesOf: (at: number) => Cell[],
): AnalysisTable | Refusal {
  if (cells.kind === 'street') {
    const segments = streetSegments(streets ?? [], area, cells.longest)
    if (isRefusal(segments)) return segments
    const shapes = Array.from({ length: segments.length }, (_, at) => lineOf(segments, at))
    const rows = shapes.map((_, at) => [at, round(segments.metres[at]!), ...valuesOf(at)])
    return { columns: ['stretch', 'metres', ...columns], rows, shapes }
  }
  const grid = gridOver(area, cells)
  if (isRefusal(grid)) return grid
  const shapes = Array.from(
    { length: grid.length },
    (_, at): Shape => ({ type: 'Polygon', coordinates: [ringOf(grid, at)] }),
  )
  const rows = shapes.map((_, at) => [at, round(grid.x[at]!), round(grid.y[at]!), ...valuesOf(at)])
  return { columns: ['cell', 'east', 'north', ...columns], rows, shapes }
}

function lineOf({ start, corners }: Segments, at: number): Shape {
  const coordinates: Position[] = []
  for (let k = start[at]!; k < start[at + 1]!; k++) coordinates.push([corners[2 * k]!, corners[2 * k + 1]!])
  return { type: 'LineString', coordinates }
}

/** Squares with any density, as their middles in the table. */
function squareRows({
  west,
  south,
  step,
  columns,
  values,
}: Pick<Raster, 'west' | 'south' | 'step' | 'columns'> & { values: Numbers }): AnalysisTable {
  const rows: Cell[][] = []
  const shapes: Shape[] = []
  values.forEach((value, at) => {
    if (!value) return
    const x = west + (at % columns) * step
    const y = south + Math.floor(at / columns) * step
    rows.push([x + step / 2, y + step / 2, value])
    const ring: Position[] = [
      [x, y],
      [x + step, y],
      [x + step, y + step],
      [x, y + step],
      [x, y],
    ]
    shapes.push({ type: 'Polygon', coordinates: [ring] })
  })
  return { columns: ['east', 'north', 'per_km2'], rows, shapes }
}

/** To the centimetre. */
const round = (metres: number): number => Math.round(metres * 100) / 100
