import type { Segment } from './segment.ts'

/** Children per node: two cache lines of boxes per step down, as flatbush has it. */
const fanout = 16

/**
 * Boxes of a static tree over features in Hilbert order: node j of level l covers places [j * 16^(l+1), (j+1) * 16^(l+1)).
 * @returns per level the first node (and the end), and per node west, north, east, south.
 */
export function packBoxTree(boxes: Float64Array): { nodes: Float64Array; levelStart: Uint32Array } {
  const levelStart = [0]
  let width = boxes.length / 4
  do {
    width = Math.ceil(width / fanout)
    levelStart.push((levelStart.at(-1) ?? 0) + width)
  } while (width > 1)

  const nodes = new Float64Array((levelStart.at(-1) ?? 0) * 4)
  let children = boxes
  for (let level = 0; level + 1 < levelStart.length; level++) {
    const parents = nodes.subarray(levelStart[level]! * 4, levelStart[level + 1]! * 4)
    fillParents(children, parents)
    children = parents
  }
  return { nodes, levelStart: Uint32Array.from(levelStart) }
}

function fillParents(children: Float64Array, parents: Float64Array): void {
  for (let at = 0; at < parents.length; at += 4) {
    parents[at] = parents[at + 1] = Infinity
    parents[at + 2] = parents[at + 3] = -Infinity
  }
  for (let at = 0; at < children.length; at += 4) {
    const parent = Math.floor(at / (4 * fanout)) * 4
    if (children[at]! < parents[parent]!) parents[parent] = children[at]!
    if (children[at + 1]! < parents[parent + 1]!) parents[parent + 1] = children[at + 1]!
    if (children[at + 2]! > parents[parent + 2]!) parents[parent + 2] = children[at + 2]!
    if (children[at + 3]! > parents[parent + 3]!) parents[parent + 3] = children[at + 3]!
  }
}

/** Places found, in a buffer that is used again: read it before the next search. */
export interface Found {
  places: Uint32Array
  count: number
}

export const createFound = (): Found => ({ places: new Uint32Array(1024), count: 0 })

/** Appends to `found`, in rising order, the living features whose boxes touch the given box (edges count). */
export function searchBoxes(
  segment: Segment,
  west: number,
  north: number,
  east: number,
  south: number,
  found: Found,
): void {
  if (segment.count === 0) return
  if (found.count + segment.count > found.places.length) {
    const grown = new Uint32Array(found.count + segment.count)
    grown.set(found.places.subarray(0, found.count))
    found.places = grown
  }
  visit(segment, segment.levelStart.length - 2, 0, west, north, east, south, found)
}

function visit(
  segment: Segment,
  level: number,
  node: number,
  west: number,
  north: number,
  east: number,
  south: number,
  found: Found,
): void {
  const { nodes, levelStart, boxes, dead } = segment
  const at = (levelStart[level]! + node) * 4
  const w = nodes[at]!
  const n = nodes[at + 1]!
  const e = nodes[at + 2]!
  const s = nodes[at + 3]!
  if (w > east || e < west || n > south || s < north) return
  const inside = w >= west && e <= east && n >= north && s <= south
  if (inside) {
    const span = fanout ** (level + 1)
    takeAll(segment, node * span, Math.min(segment.count, (node + 1) * span), found)
    return
  }
  if (level > 0) {
    const end = Math.min((node + 1) * fanout, levelStart[level]! - levelStart[level - 1]!)
    for (let child = node * fanout; child < end; child++)
      visit(segment, level - 1, child, west, north, east, south, found)
    return
  }
  const end = Math.min((node + 1) * fanout, segment.count)
  for (let place = node * fanout; place < end; place++) {
    const box = place * 4
    if (boxes[box]! > east || boxes[box + 2]! < west || boxes[box + 1]! > south || boxes[box + 3]! < north)
      continue
    if (dead[place] === 0) found.places[found.count++] = place
  }
}

function takeAll(segment: Segment, start: number, end: number, found: Found): void {
  const { places } = found
  const { dead } = segment
  let count = found.count
  for (let place = start; place < end; place++) if (dead[place] === 0) places[count++] = place
  found.count = count
}
