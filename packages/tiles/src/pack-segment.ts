import { packBoxTree } from './box-tree.ts'
import { hilbert, sortedPlaces } from './hilbert.ts'
import { fillIdTable, idTableSize } from './id-table.ts'
import type { Segment } from './segment.ts'
import { onlySinglePoints, type UnpackedFeatures } from './segment-builder.ts'
import { sharedBytes, sharedFloats, sharedWords, shareFloats, shareWords } from './shared-arrays.ts'

/** Puts features in Hilbert order of their boxes' centres and packs them into shared memory. */
export function packSegment(features: UnpackedFeatures): Segment {
  const count = features.types.length
  const boxesAsCome = boxesOf(features)
  const order = sortedPlaces(hilbertKeys(boxesAsCome))
  const boxes = sharedFloats(count * 4)
  const types = sharedBytes(count)
  for (let place = 0; place < count; place++) {
    const from = order[place]!
    types[place] = features.types.items[from]!
    for (let side = 0; side < 4; side++) boxes[place * 4 + side] = boxesAsCome[from * 4 + side]!
  }
  const { nodes, levelStart } = packBoxTree(boxes)
  const segment = {
    count,
    columns: [...features.columns],
    boxes,
    types,
    nodes: shareFloats(nodes),
    levelStart: shareWords(levelStart),
    dead: sharedBytes(count),
    idTable: sharedWords(features.byId ? idTableSize(count) : 0),
    ...packGeometry(features, order),
    ...packValues(features, order),
  }
  if (features.byId) fillIdTable(segment.idTable, segment)
  return segment
}

function boxesOf({ coordinates, partEnd, featureEnd, types }: UnpackedFeatures): Float64Array {
  const boxes = new Float64Array(types.length * 4)
  let vertex = 0
  for (let feature = 0; feature < types.length; feature++) {
    const end = partEnd.items[featureEnd.items[feature]! - 1]!
    let west = Infinity
    let north = Infinity
    let east = -Infinity
    let south = -Infinity
    for (; vertex < end; vertex++) {
      const x = coordinates.items[vertex * 2]!
      const y = coordinates.items[vertex * 2 + 1]!
      if (x < west) west = x
      if (x > east) east = x
      if (y < north) north = y
      if (y > south) south = y
    }
    boxes.set([west, north, east, south], feature * 4)
  }
  return boxes
}

function hilbertKeys(boxes: Float64Array): Uint32Array {
  const keys = new Uint32Array(boxes.length / 4)
  let west = Infinity
  let north = Infinity
  let east = -Infinity
  let south = -Infinity
  for (let at = 0; at < boxes.length; at += 4) {
    west = Math.min(west, boxes[at]!)
    north = Math.min(north, boxes[at + 1]!)
    east = Math.max(east, boxes[at + 2]!)
    south = Math.max(south, boxes[at + 3]!)
  }
  const cellsX = 65535 / (east - west || 1)
  const cellsY = 65535 / (south - north || 1)
  for (let i = 0; i < keys.length; i++) {
    const x = (boxes[i * 4]! + boxes[i * 4 + 2]!) / 2 - west
    const y = (boxes[i * 4 + 1]! + boxes[i * 4 + 3]!) / 2 - north
    keys[i] = hilbert(Math.floor(x * cellsX), Math.floor(y * cellsY))
  }
  return keys
}

function packGeometry(features: UnpackedFeatures, order: Uint32Array) {
  const { coordinates, partEnd, partHole, featureEnd } = features
  const packed = sharedFloats(coordinates.length)
  if (onlySinglePoints(features)) {
    for (let place = 0; place < order.length; place++) {
      packed[place * 2] = coordinates.items[order[place]! * 2]!
      packed[place * 2 + 1] = coordinates.items[order[place]! * 2 + 1]!
    }
    return {
      coordinates: packed,
      partStart: sharedWords(0),
      partHole: sharedBytes(0),
      featureStart: sharedWords(0),
    }
  }
  const partStarts = sharedWords(partEnd.length + 1)
  const holes = sharedBytes(partEnd.length)
  const featureStart = sharedWords(order.length + 1)
  let vertex = 0
  let parts = 0
  for (let place = 0; place < order.length; place++) {
    const feature = order[place]!
    const firstPart = feature === 0 ? 0 : featureEnd.items[feature - 1]!
    for (let part = firstPart; part < featureEnd.items[feature]!; part++) {
      const start = part === 0 ? 0 : partEnd.items[part - 1]!
      const end = partEnd.items[part]!
      packed.set(coordinates.items.subarray(start * 2, end * 2), vertex * 2)
      vertex += end - start
      holes[parts] = partHole.items[part]!
      partStarts[++parts] = vertex
    }
    featureStart[place + 1] = parts
  }
  return { coordinates: packed, partStart: partStarts, partHole: holes, featureStart }
}

/** Value codes are given anew in the order the features now stand: what is met together lies together. */
function packValues({ columns, codes, values }: UnpackedFeatures, order: Uint32Array) {
  const width = columns.length
  const packed = sharedWords(order.length * width)
  const valueStart = sharedWords(values.start.length)
  const valueBytes = sharedBytes(values.bytes.length)
  const renamed = new Uint32Array(values.start.length)
  let next = 1
  for (let place = 0; place < order.length; place++) {
    for (let column = 0; column < width; column++) {
      const code = codes.items[order[place]! * width + column]!
      if (code === 0) continue
      if (renamed[code] === 0) {
        renamed[code] = next
        const start = values.start.items[code]!
        const end = values.start.items[code + 1]!
        valueBytes.set(values.bytes.items.subarray(start, end), valueStart[next]!)
        valueStart[++next] = valueStart[next - 1]! + end - start
      }
      packed[place * width + column] = renamed[code]!
    }
  }
  return { codes: packed, valueBytes, valueStart }
}
