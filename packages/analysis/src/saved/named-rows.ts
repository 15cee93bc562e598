import { isKnownSrid, type Position, toWgs84 } from '@trygghetskartan/geo'
import type { AnalysisTable, Shape } from './table-of.ts'

/** A row of a table, and a place in it in degrees. */
export interface RowPlace {
  readonly row: number
  readonly at: Position
}

/**
 * Rows that a name says something of, at most so many, those with most incidents first: cells that are told from chance,
 * clusters and repeat places. None of a density, which is of a class nowhere.
 */
export function rowsToName({ columns, rows, shapes }: AnalysisTable, srid: number, most: number): RowPlace[] {
  const [byClass, incidents] = [columns.indexOf('class'), columns.indexOf('incidents')]
  if (!shapes || !isKnownSrid(srid) || columns.includes('per_km2')) return []
  return [...rows.keys()]
    .filter((row) => {
      const value = byClass < 0 ? 1 : rows[row]![byClass]
      return value !== 0 && value !== 'none' && value !== 'sporadic' && value !== null
    })
    .toSorted((a, b) => Number(rows[b]![incidents] ?? 0) - Number(rows[a]![incidents] ?? 0))
    .slice(0, most)
    .map((row) => ({ row, at: toWgs84(srid, middleOf(shapes[row]!)) }))
}

/** The table with a last column `where`: the rows' names, null where they have none. */
export function withNames(table: AnalysisTable, names: ReadonlyMap<number, string>): AnalysisTable {
  if (names.size === 0) return table
  return {
    ...table,
    columns: [...table.columns, 'where'],
    rows: table.rows.map((row, at) => [...row, names.get(at) ?? null]),
  }
}

/** A place in a shape: of a stretch its middle corner, of an outline the middle of its corners. */
function middleOf(shape: Shape): Position {
  if (shape.type === 'Point') return shape.coordinates
  if (shape.type === 'LineString') return shape.coordinates[Math.floor(shape.coordinates.length / 2)]!
  const ring = shape.coordinates[0]!.slice(1)
  const mean = (k: 0 | 1) => ring.reduce((sum, corner) => sum + corner[k]!, 0) / ring.length
  return [mean(0), mean(1)]
}
