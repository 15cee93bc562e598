import {
  type IncidentColumns,
  type Precision,
  precisions,
  type TimePrecision,
  timePrecisions,
} from './columns.ts'

/** One incident as a row, fields as in `IncidentColumns`. */
export interface IncidentRow {
  readonly x: number
  readonly y: number
  readonly from: number
  /** As `from` where absent. */
  readonly to?: number
  readonly timePrecision: TimePrecision
  readonly kind: string
  readonly precision: Precision
  readonly source: string
}

/** Rows as columns; kinds and sources are numbered in the order they first come. */
export function columnsOf(rows: readonly IncidentRow[], srid: number): IncidentColumns {
  const length = rows.length
  const kinds = new Map<string, number>()
  const sources = new Map<string, number>()
  const numberOf = (known: Map<string, number>, name: string): number => {
    const number = known.get(name) ?? known.size
    known.set(name, number)
    return number
  }
  const columns = {
    length,
    srid,
    x: Float64Array.from(rows, ({ x }) => x),
    y: Float64Array.from(rows, ({ y }) => y),
    from: Int32Array.from(rows, ({ from }) => from),
    to: Int32Array.from(rows, ({ from, to }) => to ?? from),
    timePrecision: Uint8Array.from(rows, (row) => timePrecisions.indexOf(row.timePrecision)),
    kind: Uint16Array.from(rows, ({ kind }) => numberOf(kinds, kind)),
    precision: Uint8Array.from(rows, (row) => precisions.indexOf(row.precision)),
    source: Uint8Array.from(rows, ({ source }) => numberOf(sources, source)),
  }
  return { ...columns, kinds: [...kinds.keys()], sources: [...sources.keys()] }
}
