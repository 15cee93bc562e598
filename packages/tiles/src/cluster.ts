import { searchBoxes } from './box-tree.ts'
import {
  type ByteWriter,
  closeMessage,
  openMessage,
  putBytes,
  putVarint,
  reserve,
  varintSize,
} from './byte-writer.ts'
import { createFoundFor } from './choose.ts'
import { isPointSegment, type Segment, valueAt } from './segment.ts'
import { frameBox, type TileFrame } from './tile-address.ts'
import { clusterCell } from './tile-options.ts'
import { encodeValue } from './tile-value.ts'

interface Cell {
  count: number
  x: number
  y: number
  segment: Segment
  place: number
}

/** Side of a cell in units of the tile's own extent. */
const cellSide = (frame: TileFrame) => (clusterCell * frame.extent) / 4096

/**
 * Points gathered in a grid that is fixed to the zoom, not to the tile: a cell beyond the tile's edge holds the same
 * points in both tiles that show it. A cell of one keeps its feature.
 */
export function gatherCells(segments: readonly Segment[], frame: TileFrame): Cell[] {
  const side = cellSide(frame)
  const cells = new Map<number, Cell>()
  const [west, north, east, south] = frameBox(frame, side)
  const scale = (2 ** frame.z * frame.extent) / side
  const across = Math.round(frame.extent / side)
  for (const segment of segments) {
    if (!isPointSegment(segment)) continue
    const found = createFoundFor(segment)
    searchBoxes(segment, west, north, east, south, found)
    for (let i = 0; i < found.count; i++) {
      const place = found.places[i]!
      const x = segment.coordinates[place * 2]! * scale - frame.x * across
      const y = segment.coordinates[place * 2 + 1]! * scale - frame.y * across
      const column = Math.floor(x)
      const row = Math.floor(y)
      if (column < -1 || column > across || row < -1 || row > across) continue
      const key = (row + 1) * (across + 2) + column + 1
      const cell = cells.get(key)
      if (cell) {
        cell.count++
        cell.x += x
        cell.y += y
      } else cells.set(key, { count: 1, x, y, segment, place })
    }
  }
  return [...cells.entries()].sort(([a], [b]) => a - b).map(([, cell]) => cell)
}

/** Writes gathered points as one MVT layer: a point at the mean place with `point_count`, or the lone feature itself. */
export function putClusters(
  writer: ByteWriter,
  name: string,
  columns: readonly string[],
  cells: readonly Cell[],
  frame: TileFrame,
): number {
  if (cells.length === 0) return 0
  const text = new TextEncoder()
  const side = cellSide(frame)
  const start = openMessage(writer, 0x1a)
  reserve(writer, 2)
  writer.bytes[writer.position++] = 0x78
  writer.bytes[writer.position++] = 2
  putBytes(writer, 0x0a, text.encode(name))
  for (const column of [...columns, 'point_count']) putBytes(writer, 0x1a, text.encode(column))
  let values = 0
  for (const cell of cells) {
    const tags: number[] = []
    const addTag = (column: number, value: Uint8Array) => {
      putBytes(writer, 0x22, value)
      tags.push(column, values++)
    }
    if (cell.count > 1) addTag(columns.length, encodeValue(cell.count))
    else
      columns.forEach((_, column) => {
        const code = cell.segment.codes[cell.place * columns.length + column]!
        if (code !== 0) addTag(column, valueAt(cell.segment, code))
      })
    const x = Math.round((cell.x / cell.count) * side)
    const y = Math.round((cell.y / cell.count) * side)
    putPoint(writer, tags, x, y)
  }
  reserve(writer, 6)
  writer.bytes[writer.position] = 0x28
  writer.position = putVarint(writer.bytes, writer.position + 1, frame.extent)
  closeMessage(writer, start)
  return cells.length
}

/** Writes one point feature with its tags. */
export function putPoint(writer: ByteWriter, tags: readonly number[], x: number, y: number): void {
  const steps = [9, ((x << 1) ^ (x >> 31)) >>> 0, ((y << 1) ^ (y >> 31)) >>> 0]
  const tagsLength = tags.reduce((sum, word) => sum + varintSize(word), 0)
  const stepsLength = steps.reduce((sum, word) => sum + varintSize(word), 0)
  const body = 1 + varintSize(tagsLength) + tagsLength + 2 + 1 + varintSize(stepsLength) + stepsLength
  reserve(writer, body + 6)
  const { bytes } = writer
  bytes[writer.position] = 0x12
  let at = putVarint(bytes, writer.position + 1, body)
  bytes[at] = 0x12
  at = putVarint(bytes, at + 1, tagsLength)
  for (const word of tags) at = putVarint(bytes, at, word)
  bytes[at++] = 0x18
  bytes[at++] = 1
  bytes[at] = 0x22
  at = putVarint(bytes, at + 1, stepsLength)
  for (const word of steps) at = putVarint(bytes, at, word)
  writer.position = at
}
