import { createFound, type Found, searchBoxes } from './box-tree.ts'
import type { Chosen } from './layer-message.ts'
import { isPointSegment, type Segment } from './segment.ts'
import { frameBox, type TileFrame } from './tile-address.ts'
import type { TileOptions } from './tile-options.ts'

/** The features of each segment whose boxes touch the tile and its buffer. */
export function chooseTouching(
  segments: readonly Segment[],
  frame: TileFrame,
  options: TileOptions,
): Chosen[] {
  const [west, north, east, south] = frameBox(frame, frame.buffer)
  const small =
    frame.z < (options.dropBelow ?? 0) ? (options.dropSize ?? 0) / (2 ** frame.z * frame.extent) : 0
  return segments.map((segment) => {
    const found = createFoundFor(segment)
    searchBoxes(segment, west, north, east, south, found)
    if (small > 0 && !isPointSegment(segment)) dropSmall(segment, found, small)
    return { segment, places: found.places, count: found.count }
  })
}

const foundOf = new WeakMap<Segment, Found>()

/** One result buffer per segment, used from tile to tile. */
export function createFoundFor(segment: Segment): Found {
  const found = foundOf.get(segment) ?? createFound()
  foundOf.set(segment, found)
  found.count = 0
  return found
}

const sizeOf = (segment: Segment, place: number): number => {
  const { boxes } = segment
  const box = place * 4
  return Math.max(boxes[box + 2]! - boxes[box]!, boxes[box + 3]! - boxes[box + 1]!)
}

function dropSmall(segment: Segment, found: Found, small: number): void {
  let kept = 0
  for (let i = 0; i < found.count; i++) {
    const place = found.places[i]!
    if (segment.types[place] === 1 || sizeOf(segment, place) >= small) found.places[kept++] = place
  }
  found.count = kept
}

export const countChosen = (chosen: readonly Chosen[]): number =>
  chosen.reduce((sum, group) => sum + group.count, 0)

/**
 * At most about `most` of the chosen: points evenly along the Hilbert curve, so that the pattern on the map stays; lines
 * and areas by size, so that what carries the picture stays. The same tile always keeps the same features.
 */
export function thin(chosen: readonly Chosen[], most: number): Chosen[] {
  const total = countChosen(chosen)
  if (total <= most) return [...chosen]
  return chosen.map((group) => {
    const keep = Math.floor((group.count * most) / total)
    return isPointSegment(group.segment) ? everyNth(group, keep) : largest(group, keep)
  })
}

function everyNth(group: Chosen, keep: number): Chosen {
  const places = new Uint32Array(keep)
  for (let i = 0; i < keep; i++) places[i] = group.places[Math.floor((i * group.count) / keep)]!
  return { segment: group.segment, places, count: keep }
}

function largest(group: Chosen, keep: number): Chosen {
  const { segment, count } = group
  const bySize = Array.from(group.places.subarray(0, count)).sort(
    (a, b) => sizeOf(segment, b) - sizeOf(segment, a) || a - b,
  )
  return { segment, places: Uint32Array.from(bySize.slice(0, keep)).sort(), count: keep }
}
