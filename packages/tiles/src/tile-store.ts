import { findById, sameBytes } from './id-table.ts'
import { isPointSegment, type Segment, valueAt } from './segment.ts'
import { createSegmentBuilder } from './segment-builder.ts'
import { decodeValue, type TileValue } from './tile-value.ts'
import type { WkbProblem } from './wkb.ts'

/** An object as it is now: WKB in EPSG:4326 and a value per column (the first is its id); null where it is no longer seen. */
export interface RowNow {
  readonly id: string
  readonly row: { readonly wkb: Uint8Array; readonly values: readonly TileValue[] } | null
}

export interface StoreChange {
  readonly id: string
  readonly op: 'insert' | 'update' | 'delete'
  /** West, north, east, south in the unit square: where it was and where it is. */
  readonly boxes: readonly (readonly number[])[]
}

export interface TileStore {
  readonly columns: readonly string[]
  /** The packed base and what has changed since, for `encodeTile`. */
  segments(): readonly Segment[]
  /** Objects that can be seen. */
  count(): number
  /**
   * Brings objects up to date. What is as it was is not in the answer; an object whose geometry cannot be read is treated
   * as gone and named in `problems`.
   */
  apply(rows: readonly RowNow[]): { changes: StoreChange[]; problems: { id: string; problem: WkbProblem }[] }
}

/** Changes kept beside the base before both are packed anew. */
const leastOverlay = 512

/** A layer as one caller sees it: a packed base that is never rewritten, and a small overlay of what has changed. */
export function createTileStore(loaded: Segment): TileStore {
  const { columns } = loaded
  let base = loaded
  let overlay: Segment | null = null
  let living = loaded.count
  const rowsNow = new Map<string, NonNullable<RowNow['row']>>()
  const segments = () => (overlay ? [base, overlay] : [base])

  const apply: TileStore['apply'] = (rows) => {
    const changes: StoreChange[] = []
    const problems: { id: string; problem: WkbProblem }[] = []
    // Of an object told twice the last word counts.
    for (const { id, row } of new Map(rows.map((each) => [each.id, each])).values()) {
      const builder = createSegmentBuilder(columns, true)
      const problem = row ? builder.add(row.wkb, row.values) : undefined
      if (problem) problems.push({ id, problem })
      const now = row && !problem ? builder.finish() : null
      const before = find(segments(), id)
      if (!now && !before) continue
      if (now && before && sameFeature(now, 0, before.segment, before.place)) continue
      const boxes: number[][] = []
      if (before) {
        boxes.push(boxAt(before.segment, before.place))
        before.segment.dead[before.place] = 1
        rowsNow.delete(id)
        living--
      }
      if (now && row) {
        boxes.push(boxAt(now, 0))
        rowsNow.set(id, row)
        living++
      }
      changes.push({ id, op: before ? (now ? 'update' : 'delete') : 'insert', boxes })
    }
    if (changes.length > 0) overlay = rowsNow.size > 0 ? packOverlay() : null
    if (rowsNow.size > Math.max(leastOverlay, base.count / 8)) compact()
    return { changes, problems }
  }

  function packOverlay(): Segment {
    const builder = createSegmentBuilder(columns, true)
    for (const { wkb, values } of rowsNow.values()) builder.add(wkb, values)
    return builder.finish()
  }

  function compact(): void {
    const builder = createSegmentBuilder(columns, true)
    for (const segment of segments())
      for (let place = 0; place < segment.count; place++)
        if (segment.dead[place] === 0) builder.copy(segment, place)
    base = builder.finish()
    overlay = null
    rowsNow.clear()
  }

  return { columns, segments, count: () => living, apply }
}

/** True where both hold the same objects with the same values and shapes, however they are packed. */
export function sameContent(a: TileStore, b: TileStore): boolean {
  if (a.count() !== b.count() || a.columns.join() !== b.columns.join()) return false
  const width = a.columns.length
  for (const segment of a.segments()) {
    for (let place = 0; place < segment.count; place++) {
      if (segment.dead[place] === 1) continue
      const id = decodeValue(valueAt(segment, segment.codes[place * width]!))
      const other = find(b.segments(), String(id))
      if (!other || !sameFeature(segment, place, other.segment, other.place)) return false
    }
  }
  return true
}

function find(segments: readonly Segment[], id: string): { segment: Segment; place: number } | null {
  for (const segment of segments) {
    const place = findById(segment, id)
    if (place >= 0) return { segment, place }
  }
  return null
}

const boxAt = (segment: Segment, place: number): number[] =>
  Array.from(segment.boxes.subarray(place * 4, place * 4 + 4))

function sameFeature(a: Segment, i: number, b: Segment, j: number): boolean {
  const width = a.columns.length
  for (let column = 0; column < width; column++) {
    const one = a.codes[i * width + column]!
    const other = b.codes[j * width + column]!
    if ((one === 0) !== (other === 0) || !sameBytes(valueAt(a, one), valueAt(b, other))) return false
  }
  return a.types[i] === b.types[j] && sameNumbers(shapeOf(a, i), shapeOf(b, j))
}

/** Everything a geometry is made of, as one list: per part its vertices, role and coordinates. */
function shapeOf(segment: Segment, place: number): number[] {
  if (isPointSegment(segment)) return [1, 0, ...segment.coordinates.subarray(place * 2, place * 2 + 2)]
  const shape: number[] = []
  for (let part = segment.featureStart[place]!; part < segment.featureStart[place + 1]!; part++) {
    const start = segment.partStart[part]!
    const end = segment.partStart[part + 1]!
    shape.push(end - start, segment.partHole[part]!)
    for (let at = start * 2; at < end * 2; at++) shape.push(segment.coordinates[at]!)
  }
  return shape
}

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((number, at) => number === b[at])
