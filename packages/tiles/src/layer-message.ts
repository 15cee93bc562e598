import {
  type ByteWriter,
  closeMessage,
  openMessage,
  putBytes,
  putVarint,
  reserve,
  varintSize,
} from './byte-writer.ts'
import { type Commands, createCommands, cutFeature } from './geometry-commands.ts'
import { isPointSegment, type Segment } from './segment.ts'
import { frameBox, type TileFrame } from './tile-address.ts'
import { freshSlots, putValues, takeSlot, type ValueSlots } from './value-slots.ts'

/** Features of one segment chosen for a tile. */
export interface Chosen {
  readonly segment: Segment
  readonly places: Uint32Array
  readonly count: number
}

const tileLayer = 0x1a
const layerVersion = [0x78, 2] as const
const layerName = 0x0a
const layerFeature = 0x12
const layerKey = 0x1a
const layerExtent = 0x28
const featureTags = 0x12
const featureType = 0x18
const featureGeometry = 0x22

const text = new TextEncoder()
const commands: Commands = createCommands()

/**
 * Writes one MVT layer of the chosen features, or nothing where none of them leaves anything in the tile.
 * @returns how many features were written.
 */
export function putLayer(
  writer: ByteWriter,
  name: string,
  columns: readonly string[],
  chosen: readonly Chosen[],
  frame: TileFrame,
  tolerance = 0,
): number {
  const before = writer.position
  const start = openMessage(writer, tileLayer)
  reserve(writer, 2)
  writer.bytes[writer.position++] = layerVersion[0]
  writer.bytes[writer.position++] = layerVersion[1]
  putBytes(writer, layerName, text.encode(name))
  for (const column of columns) putBytes(writer, layerKey, text.encode(column))
  let values = 0
  let features = 0
  for (const group of chosen) {
    const slots = freshSlots(group.segment)
    features += isPointSegment(group.segment)
      ? putPoints(writer, group, frame, slots, values)
      : putShapes(writer, group, frame, slots, values, tolerance)
    putValues(writer, group.segment, slots)
    values += slots.count
  }
  if (features === 0) {
    writer.position = before
    return 0
  }
  reserve(writer, 6)
  writer.bytes[writer.position] = layerExtent
  writer.position = putVarint(writer.bytes, writer.position + 1, frame.extent)
  closeMessage(writer, start)
  return features
}

/** Writes key and value places of a feature; the caller has reserved 10 bytes per column. */
function putTags(
  bytes: Uint8Array,
  start: number,
  segment: Segment,
  place: number,
  slots: ValueSlots,
  base: number,
): number {
  const width = segment.columns.length
  const { codes } = segment
  const { slot } = slots
  let at = start
  const row = place * width
  for (let column = 0; column < width; column++) {
    const code = codes[row + column]!
    if (code === 0) continue
    let index = slot[code]!
    if (index === 0) {
      index = base + slots.count + 1
      takeSlot(slots, code, index - 1)
    }
    bytes[at++] = column
    at = putVarint(bytes, at, index - 1)
  }
  return at
}

/** Single points, the fast way: a feature under 128 bytes has every length in one byte. */
function putPoints(
  writer: ByteWriter,
  group: Chosen,
  frame: TileFrame,
  slots: ValueSlots,
  base: number,
): number {
  const { segment, places, count } = group
  const { coordinates } = segment
  const most = segment.columns.length * 6 + 24
  if (most > 127) return putShapes(writer, group, frame, slots, base, 0)
  const scale = 2 ** frame.z * frame.extent
  const left = frame.x * frame.extent
  const top = frame.y * frame.extent
  reserve(writer, count * most)
  const { bytes } = writer
  let at = writer.position
  for (let i = 0; i < count; i++) {
    const place = places[i]!
    const start = at
    at = putTags(bytes, start + 4, segment, place, slots, base)
    const x = Math.round(coordinates[place * 2]! * scale - left)
    const y = Math.round(coordinates[place * 2 + 1]! * scale - top)
    bytes[start] = layerFeature
    bytes[start + 2] = featureTags
    bytes[start + 3] = at - start - 4
    bytes[at] = featureType
    bytes[at + 1] = 1
    bytes[at + 2] = featureGeometry
    bytes[at + 4] = 9
    const geometry = at + 4
    at = putVarint(bytes, geometry + 1, ((x << 1) ^ (x >> 31)) >>> 0)
    at = putVarint(bytes, at, ((y << 1) ^ (y >> 31)) >>> 0)
    bytes[geometry - 1] = at - geometry
    bytes[start + 1] = at - start - 2
  }
  writer.position = at
  return count
}

let tags = new Uint8Array(1024)

function putShapes(
  writer: ByteWriter,
  group: Chosen,
  frame: TileFrame,
  slots: ValueSlots,
  base: number,
  tolerance: number,
): number {
  const { segment, places, count } = group
  const { boxes } = segment
  const [west, north, east, south] = frameBox(frame, frame.buffer)
  const half = 0.5 / (2 ** frame.z * frame.extent)
  const room = segment.columns.length * 10
  if (tags.length < room) tags = new Uint8Array(room)
  let written = 0
  for (let i = 0; i < count; i++) {
    const place = places[i]!
    const box = place * 4
    const w = boxes[box]!
    const n = boxes[box + 1]!
    const e = boxes[box + 2]!
    const s = boxes[box + 3]!
    const type = segment.types[place]!
    if (type !== 1 && e - w < half && s - n < half) continue
    const inside = w >= west && e <= east && n >= north && s <= south
    if (!cutFeature(segment, place, frame, tolerance, inside, commands)) continue
    const tagsLength = putTags(tags, 0, segment, place, slots, base)
    putFeature(writer, type, tagsLength)
    written++
  }
  return written
}

function putFeature(writer: ByteWriter, type: number, tagsLength: number): void {
  const { words, length } = commands
  let geometryLength = 0
  for (let i = 0; i < length; i++) geometryLength += varintSize(words[i]!)
  const bodyLength =
    1 + varintSize(tagsLength) + tagsLength + 2 + 1 + varintSize(geometryLength) + geometryLength
  reserve(writer, bodyLength + 6)
  const { bytes } = writer
  let at = writer.position
  bytes[at] = layerFeature
  at = putVarint(bytes, at + 1, bodyLength)
  bytes[at] = featureTags
  at = putVarint(bytes, at + 1, tagsLength)
  for (let i = 0; i < tagsLength; i++) bytes[at++] = tags[i]!
  bytes[at++] = featureType
  bytes[at++] = type
  bytes[at] = featureGeometry
  at = putVarint(bytes, at + 1, geometryLength)
  for (let i = 0; i < length; i++) at = putVarint(bytes, at, words[i]!)
  writer.position = at
}
