import { clipLine } from './clip-line.ts'
import { clipRing } from './clip-ring.ts'
import { withoutSpikes } from './ring-spikes.ts'
import { geometryType, isPointSegment, type Segment } from './segment.ts'
import { simplify } from './simplify.ts'
import { isSliver } from './sliver.ts'
import type { TileFrame } from './tile-address.ts'

/** MVT geometry of one feature: command and parameter integers, used again for the next feature. */
export interface Commands {
  words: Uint32Array
  length: number
  /** Where the pen is: MVT coordinates are steps from it. */
  x: number
  y: number
}

export const createCommands = (): Commands => ({ words: new Uint32Array(1024), length: 0, x: 0, y: 0 })

const moveTo = (times: number) => (times << 3) | 1
const lineTo = (times: number) => (times << 3) | 2
const closePath = 15

let pixels = new Float64Array(512)
let ring = new Int32Array(2048)
let work = new Int32Array(2048)

/**
 * Cuts a feature for a tile: project, round, drop vertices on straight lines, clip, drop what has no length or area left,
 * and wind outer rings clockwise on screen. The steps, their order and what is dropped are those of ST_AsMVTGeom (3.3).
 * @param tolerance units by which lines and rings are simplified before rounding; 0 leaves every vertex.
 * @returns false where nothing is left.
 */
export function cutFeature(
  segment: Segment,
  place: number,
  frame: TileFrame,
  tolerance: number,
  inside: boolean,
  into: Commands,
): boolean {
  into.length = into.x = into.y = 0
  const type = segment.types[place]!
  const single = isPointSegment(segment)
  const first = single ? place : segment.featureStart[place]!
  const end = single ? place + 1 : segment.featureStart[place + 1]!
  if (type === geometryType.point) return cutPoints(segment, first, end, frame, into)
  // Where the polygon at hand began, and twice the area it has so far: one that its holes eat up is taken back.
  let start = { length: 0, x: 0, y: 0 }
  let area = 0
  for (let part = first; part < end; part++) {
    const from = segment.partStart[part]!
    const count = segment.partStart[part + 1]! - from
    makeScratch(count)
    if (type === geometryType.line) {
      cutLine(projectPart(segment, from, count, frame, tolerance, 2), frame, inside, into)
      continue
    }
    const hole = segment.partHole[part] === 1
    if (hole && area <= 0) continue
    if (!hole) {
      start = { length: into.length, x: into.x, y: into.y }
      area = 0
    }
    const left = projectPart(segment, from, count, frame, tolerance, 5)
    if (left >= 4) area += cutRing(left, frame, inside, hole, into)
    if (area <= 0) Object.assign(into, start)
  }
  return into.length > 0
}

/** Every vertex a point of its own; those beyond the buffer are left out. */
function cutPoints(segment: Segment, first: number, end: number, frame: TileFrame, into: Commands): boolean {
  const single = isPointSegment(segment)
  const scale = 2 ** frame.z * frame.extent
  const low = -frame.buffer
  const high = frame.extent + frame.buffer
  makeWords(into, (end - first) * 2 + 1)
  const start = into.length++
  for (let part = first; part < end; part++) {
    const vertex = single ? part : segment.partStart[part]!
    const x = segment.coordinates[vertex * 2]! * scale - frame.x * frame.extent
    const y = segment.coordinates[vertex * 2 + 1]! * scale - frame.y * frame.extent
    if (x < low || x > high || y < low || y > high) continue
    step(into, Math.round(x), Math.round(y))
  }
  const points = (into.length - start - 1) / 2
  if (points === 0) return false
  into.words[start] = moveTo(points)
  return true
}

/**
 * Fills `ring` with a part in whole tile units, without repeated vertices and without those on a straight line.
 * @param least vertices that simplifying leaves: a small building stays a small building.
 */
function projectPart(
  segment: Segment,
  from: number,
  count: number,
  frame: TileFrame,
  tolerance: number,
  least: number,
): number {
  const scale = 2 ** frame.z * frame.extent
  const left = frame.x * frame.extent
  const top = frame.y * frame.extent
  const { coordinates } = segment
  let source: Float64Array = coordinates
  let at = from * 2
  let end = (from + count) * 2
  let factor = scale
  if (tolerance > 0 && count > least) {
    for (let i = 0; i < count * 2; i++) pixels[i] = coordinates[at + i]! * scale
    end = simplify(pixels, count, tolerance, least) * 2
    source = pixels
    factor = 1
    at = 0
  }
  let kept = 0
  let beforeX = 0
  let beforeY = 0
  let lastX = 0
  let lastY = 0
  for (; at < end; at += 2) {
    const x = Math.round(source[at]! * factor - left)
    const y = Math.round(source[at + 1]! * factor - top)
    if (kept > 0) {
      const dx = x - lastX
      const dy = y - lastY
      if (dx === 0 && dy === 0) continue
      // Straight on: the last vertex gives way to this one.
      const straight = (lastX - beforeX) * dy === (lastY - beforeY) * dx
      if (kept > 1 && straight && (lastX - beforeX) * dx + (lastY - beforeY) * dy > 0) kept--
      else {
        beforeX = lastX
        beforeY = lastY
      }
    }
    ring[kept * 2] = x
    ring[kept * 2 + 1] = y
    kept++
    lastX = x
    lastY = y
  }
  return kept
}

function cutLine(count: number, frame: TileFrame, inside: boolean, into: Commands): void {
  if (count < 2) return
  if (inside) putLine(ring, count, into)
  else
    clipLine(ring, count, -frame.buffer, frame.extent + frame.buffer, work, (points, left) => {
      putLine(points, left, into)
    })
}

function putLine(points: Int32Array, count: number, into: Commands): void {
  makeWords(into, count * 2 + 2)
  into.words[into.length++] = moveTo(1)
  step(into, points[0]!, points[1]!)
  into.words[into.length++] = lineTo(count - 1)
  for (let i = 1; i < count; i++) step(into, points[i * 2]!, points[i * 2 + 1]!)
}

/** Writes what is left of a ring. Returns twice the area it adds, below zero for a hole. */
function cutRing(
  closedCount: number,
  frame: TileFrame,
  inside: boolean,
  hole: boolean,
  into: Commands,
): number {
  let count = closedCount - 1
  if (!inside) count = clipRing(ring, count, -frame.buffer, frame.extent + frame.buffer, work)
  count = withoutSpikes(ring, count)
  if (count < 3) return 0
  const area = doubleArea(ring, count)
  if (area === 0 || isSliver(ring, count, area)) return 0
  putRing(ring, count, area > 0 === hole, into)
  return hole ? -Math.abs(area) : Math.abs(area)
}

/** Twice the area by the surveyor's formula: positive where the ring runs clockwise on screen (y down). */
function doubleArea(points: Int32Array, count: number): number {
  const x0 = points[0]!
  const y0 = points[1]!
  let sum = 0
  for (let i = 2; i < count; i++) {
    const ax = points[i * 2 - 2]! - x0
    const ay = points[i * 2 - 1]! - y0
    sum += ax * (points[i * 2 + 1]! - y0) - (points[i * 2]! - x0) * ay
  }
  return sum
}

function putRing(points: Int32Array, count: number, reverse: boolean, into: Commands): void {
  makeWords(into, count * 2 + 3)
  into.words[into.length++] = moveTo(1)
  step(into, points[0]!, points[1]!)
  into.words[into.length++] = lineTo(count - 1)
  if (reverse) for (let i = count - 1; i > 0; i--) step(into, points[i * 2]!, points[i * 2 + 1]!)
  else for (let i = 1; i < count; i++) step(into, points[i * 2]!, points[i * 2 + 1]!)
  into.words[into.length++] = closePath
}

function step(into: Commands, x: number, y: number): void {
  const dx = x - into.x
  const dy = y - into.y
  into.words[into.length++] = (dx << 1) ^ (dx >> 31)
  into.words[into.length++] = (dy << 1) ^ (dy >> 31)
  into.x = x
  into.y = y
}

function makeScratch(count: number): void {
  // Clipping one side can add half as many vertices again, and there are four sides.
  const needed = count * 12 + 32
  if (ring.length >= needed) return
  pixels = new Float64Array(needed)
  ring = new Int32Array(needed)
  work = new Int32Array(needed)
}

function makeWords(into: Commands, extra: number): void {
  const needed = into.length + extra
  if (needed <= into.words.length) return
  const grown = new Uint32Array(needed * 2)
  grown.set(into.words.subarray(0, into.length))
  into.words = grown
}
