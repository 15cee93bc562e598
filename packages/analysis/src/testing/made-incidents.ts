import type { IncidentColumns } from '../incidents/columns.ts'

type Columns = { -readonly [K in keyof IncidentColumns]?: IncidentColumns[K] | readonly number[] }

/** A table of incidents from the columns a test names; the others say exactly here, to the minute, at minute 0. */
export function madeIncidents({ srid = 3006, kinds = ['any'], sources = ['incidents'], ...given }: Columns) {
  const x = Float64Array.from((given.x ?? []) as number[])
  const length = x.length
  const from = Int32Array.from((given.from ?? new Int32Array(length)) as number[])
  return {
    length,
    srid: srid as number,
    x,
    y: Float64Array.from((given.y ?? x) as number[]),
    from,
    to: Int32Array.from((given.to ?? from) as number[]),
    timePrecision: Uint8Array.from((given.timePrecision ?? new Uint8Array(length)) as number[]),
    kind: Uint16Array.from((given.kind ?? new Uint16Array(length)) as number[]),
    kinds: kinds as string[],
    precision: Uint8Array.from((given.precision ?? new Uint8Array(length)) as number[]),
    source: Uint8Array.from((given.source ?? new Uint8Array(length)) as number[]),
    sources: sources as string[],
  } satisfies IncidentColumns
}
