import { type Refusal, refuse } from '@trygghetskartan/geo'
import { checksum } from './checksum.ts'
import { type IncidentColumns, precisions, timePrecisions } from './columns.ts'
import { blockRows, nowhere, packedMagic, packedVersion } from './pack.ts'

interface Block {
  readonly rows: number
  readonly body: Uint8Array
}

const damaged = refuse(
  'damaged-incidents',
  'Händelserna kom inte fram hela. Hämta dem igen.',
  'The incidents did not arrive whole. Fetch them again.',
)

/** What `packIncidents` packed. Refuses what is something else, of another version, cut off or changed on the way. */
export function unpackIncidents(packed: ArrayBufferLike | Uint8Array): IncidentColumns | Refusal {
  const bytes = packed instanceof Uint8Array ? packed : new Uint8Array(packed)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length < 12 || view.getUint32(0, true) !== packedMagic)
    return refuse('not-incidents', 'Det är inga packade händelser.', 'These are not packed incidents.')
  const version = view.getUint32(4, true)
  if (version !== packedVersion)
    return refuse(
      'incidents-version',
      `Händelserna är packade i version ${version}, här läses version ${packedVersion}. Ladda om sidan.`,
      `The incidents are packed in version ${version}, version ${packedVersion} is read here. Reload the page.`,
    )
  const header = jsonOf(bytes, 12, view.getUint32(8, true))
  const srid = header?.value.srid
  if (!header || typeof srid !== 'number' || !Number.isInteger(srid)) return damaged
  const blocks = blocksOf(bytes, view, header.end)
  return (blocks && columnsOf(blocks, srid)) ?? damaged
}

/** The blocks of rows where they are whole and end as they should. */
function blocksOf(bytes: Uint8Array, view: DataView, start: number): Block[] | null {
  const blocks: Block[] = []
  let total = 0
  for (let at = start; at + 12 <= bytes.length; ) {
    const rows = view.getUint32(at, true)
    const length = view.getUint32(at + 4, true)
    const end = at + 12 + length
    if (end > bytes.length || rows > blockRows) return null
    const body = bytes.subarray(at + 12, end)
    if (checksum(body) !== view.getUint32(at + 8, true)) return null
    if (rows === 0)
      return length === 4 && view.getUint32(at + 12, true) === total && end === bytes.length ? blocks : null
    blocks.push({ rows, body })
    total += rows
    at = end
  }
  return null
}

function columnsOf(blocks: readonly Block[], srid: number): IncidentColumns | null {
  const length = blocks.reduce((sum, { rows }) => sum + rows, 0)
  const columns = {
    length,
    srid,
    x: new Float64Array(length),
    y: new Float64Array(length),
    from: new Int32Array(length),
    to: new Int32Array(length),
    timePrecision: new Uint8Array(length),
    kind: new Uint16Array(length),
    kinds: [] as string[],
    precision: new Uint8Array(length),
    source: new Uint8Array(length),
    sources: [] as string[],
  }
  let start = 0
  for (const block of blocks) {
    if (!readBlock(block, columns, start)) return null
    start += block.rows
  }
  return columns
}

type Growing = IncidentColumns & { readonly kinds: string[]; readonly sources: string[] }

/** Writes a block's rows from row `start` on; false where they break the rules. */
function readBlock({ rows, body }: Block, columns: Growing, start: number): boolean {
  const { x, y, from, to, timePrecision, kind, kinds, precision, source, sources } = columns
  let at = 4
  if (body.length < at) return false
  const namesLength = new DataView(body.buffer, body.byteOffset).getUint32(0, true)
  if (namesLength > 0) {
    const names = jsonOf(body, at, namesLength)
    if (!names || !isNames(names.value.kinds) || !isNames(names.value.sources)) return false
    kinds.push(...names.value.kinds)
    sources.push(...names.value.sources)
    at = names.end
  }
  // Past the end bytes are undefined, which counts as 0: `at` tells in the end.
  const take = (): number => {
    let byte = body[at++]!
    let value = byte & 0x7f
    for (let shift = 7; byte > 0x7f && shift < 35; shift += 7) {
      byte = body[at++]!
      value |= (byte & 0x7f) << shift
    }
    return value
  }
  const takeDifference = (): number => {
    const value = take()
    return (value >>> 1) ^ -(value & 1)
  }
  const end = start + rows
  let before = 0
  for (let row = start; row < end; row++) {
    before = (before + takeDifference()) | 0
    from[row] = before
  }
  for (let row = start; row < end; row++) to[row] = from[row]! + (take() >>> 0)
  for (const column of [x, y]) {
    before = 0
    for (let row = start; row < end; row++) {
      before = (before + takeDifference()) | 0
      column[row] = before === nowhere ? Number.NaN : before / 100
    }
  }
  for (let row = start; row < end; row++) kind[row] = take()
  if (at + 2 * rows !== body.length) return false
  for (let row = start; row < end; row++) {
    timePrecision[row] = body[at]! & 7
    precision[row] = body[at++]! >>> 3
    source[row] = body[at + rows - 1]!
    if (
      timePrecision[row]! >= timePrecisions.length ||
      precision[row]! >= precisions.length ||
      source[row]! >= sources.length ||
      kind[row]! >= kinds.length ||
      to[row]! < from[row]!
    )
      return false
  }
  return true
}

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string')

function jsonOf(
  bytes: Uint8Array,
  start: number,
  length: number,
): { readonly value: Record<string, unknown>; readonly end: number } | null {
  const end = start + length
  if (end > bytes.length) return null
  try {
    // A view of shared memory cannot be decoded: a copy can.
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.slice(start, end)),
    )
    return typeof value === 'object' && value !== null
      ? { value: value as Record<string, unknown>, end }
      : null
  } catch {
    return null
  }
}
