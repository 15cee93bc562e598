import type { IncidentColumns } from './columns.ts'

/** The incidents of those rows, in their order. */
export function takeRows(incidents: IncidentColumns, rows: ArrayLike<number>): IncidentColumns {
  const length = rows.length
  const take = <T extends Float64Array | Int32Array | Uint16Array | Uint8Array>(from: T, to: T): T => {
    for (let k = 0; k < length; k++) to[k] = from[rows[k]!]!
    return to
  }
  const { srid, kinds, sources } = incidents
  return {
    ...{ length, srid, kinds, sources },
    x: take(incidents.x, new Float64Array(length)),
    y: take(incidents.y, new Float64Array(length)),
    from: take(incidents.from, new Int32Array(length)),
    to: take(incidents.to, new Int32Array(length)),
    timePrecision: take(incidents.timePrecision, new Uint8Array(length)),
    kind: take(incidents.kind, new Uint16Array(length)),
    precision: take(incidents.precision, new Uint8Array(length)),
    source: take(incidents.source, new Uint8Array(length)),
  }
}
