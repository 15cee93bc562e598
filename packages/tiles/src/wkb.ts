import { geometryType } from './segment.ts'

/** Where a reader puts the parts it finds. Coordinates as they stand in the input. */
export interface GeometrySink {
  vertex(x: number, y: number): void
  /** Closes a point, a line or a ring of the vertices since the last one. */
  endPart(hole: boolean): void
}

export type WkbProblem =
  | 'truncated'
  | 'big-endian'
  | 'unsupported-type'
  | 'mixed-types'
  | 'not-finite'
  | 'empty'
export type WkbAnswer = { type: number } | { problem: WkbProblem }

const hasZ = 0x80000000
const hasM = 0x40000000
const hasSrid = 0x20000000

/**
 * Reads little-endian WKB or PostGIS' EWKB (Point, LineString, Polygon and their Multi forms; Z and M are passed over) into
 * a sink. Collections, curves and empty geometries are refused. On a problem the sink may have been given some parts.
 */
export function readWkb(bytes: Uint8Array, sink: GeometrySink): WkbAnswer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const state = { at: 0, vertices: 0 }
  try {
    const type = readGeometry(view, state, sink, 0)
    if (typeof type === 'string') return { problem: type }
    return state.vertices === 0 ? { problem: 'empty' } : { type }
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'truncated' }
    throw error
  }
}

interface State {
  at: number
  vertices: number
}

function readGeometry(view: DataView, state: State, sink: GeometrySink, within: number): number | WkbProblem {
  if (view.getUint8(state.at) !== 1) return 'big-endian'
  const word = view.getUint32(state.at + 1, true)
  state.at += word & hasSrid ? 9 : 5
  const isoKind = word & 0x1fffffff
  const kind = isoKind % 1000
  const iso = Math.floor(isoKind / 1000)
  const dimensions = 2 + (word & hasZ || iso === 1 || iso === 3 ? 1 : 0) + (word & hasM || iso >= 2 ? 1 : 0)
  if (within !== 0 && kind !== within) return 'mixed-types'
  if (kind === 1) return readPoint(view, state, sink, dimensions) ?? geometryType.point
  if (kind === 2) {
    return readVertices(view, state, sink, dimensions, false) ?? geometryType.line
  }
  if (kind === 3) {
    const rings = readCount(view, state, 4)
    for (let ring = 0; ring < rings; ring++) {
      const problem = readVertices(view, state, sink, dimensions, ring > 0)
      if (problem) return problem
    }
    return geometryType.polygon
  }
  if (kind < 4 || kind > 6) return 'unsupported-type'
  const members = readCount(view, state, 5)
  for (let member = 0; member < members; member++) {
    const answer = readGeometry(view, state, sink, kind - 3)
    if (typeof answer === 'string') return answer
  }
  return kind - 3
}

function readPoint(
  view: DataView,
  state: State,
  sink: GeometrySink,
  dimensions: number,
): WkbProblem | undefined {
  const x = view.getFloat64(state.at, true)
  const y = view.getFloat64(state.at + 8, true)
  state.at += dimensions * 8
  if (state.at > view.byteLength) return 'truncated'
  if (Number.isNaN(x) && Number.isNaN(y)) return undefined
  if (!Number.isFinite(x) || !Number.isFinite(y)) return 'not-finite'
  sink.vertex(x, y)
  sink.endPart(false)
  state.vertices++
  return undefined
}

function readVertices(
  view: DataView,
  state: State,
  sink: GeometrySink,
  dimensions: number,
  hole: boolean,
): WkbProblem | undefined {
  const count = readCount(view, state, dimensions * 8)
  for (let vertex = 0; vertex < count; vertex++) {
    const x = view.getFloat64(state.at, true)
    const y = view.getFloat64(state.at + 8, true)
    if (!Number.isFinite(x) || !Number.isFinite(y)) return 'not-finite'
    sink.vertex(x, y)
    state.at += dimensions * 8
  }
  if (count > 0) sink.endPart(hole)
  state.vertices += count
  return undefined
}

function readCount(view: DataView, state: State, bytesEach: number): number {
  const count = view.getUint32(state.at, true)
  state.at += 4
  // A count no input of this length can hold must not become a long loop.
  if (count * bytesEach > view.byteLength - state.at) throw new RangeError('count beyond the end')
  return count
}
