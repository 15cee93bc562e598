import {
  type ByteWriter,
  closeMessage,
  createByteWriter,
  openMessage,
  putBytes,
  putVarint,
  reserve,
} from './byte-writer.ts'
import { chooseTouching, countChosen, thin } from './choose.ts'
import { gatherCells, putClusters, putPoint } from './cluster.ts'
import { putLayer } from './layer-message.ts'
import type { Segment } from './segment.ts'
import type { TileFrame } from './tile-address.ts'
import { defaultBuffer, defaultExtent, type TileOptions } from './tile-options.ts'
import { encodeValue } from './tile-value.ts'

/** One layer to be cut into a tile. Segments share the columns; later ones are drawn on top. */
export interface TileSource {
  readonly name: string
  readonly columns: readonly string[]
  readonly segments: readonly Segment[]
  readonly options: TileOptions
}

/** A layer of which a tile shows less than there is. */
export interface Truncation {
  readonly layer: string
  readonly shown: number
  readonly total: number
}

export interface EncodedTile {
  /** The tile, not compressed; empty where there is nothing to show. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly features: number
  readonly truncated: readonly Truncation[]
}

/** Name of the layer that tells what a tile leaves out: one point per layer with `layer`, `shown` and `total`. */
export const truncatedLayer = '_truncated'

const writer = createByteWriter(1 << 20)

/**
 * Cuts a Mapbox Vector Tile (version 2).
 * @param z, x, y a tile address; not checked.
 * Where a layer's caps cut features away, the tile says so in `truncated` and in a layer of its own.
 */
export function encodeTile(sources: readonly TileSource[], z: number, x: number, y: number): EncodedTile {
  writer.position = 0
  let features = 0
  const truncated: Truncation[] = []
  for (const source of sources) {
    const { extent = defaultExtent, buffer = defaultBuffer } = source.options
    const answer = putSource(writer, source, { z, x, y, extent, buffer })
    features += answer.shown
    if (answer.shown < answer.total) truncated.push({ layer: source.name, ...answer })
  }
  if (truncated.length > 0) putTruncations(writer, truncated)
  return { bytes: writer.bytes.slice(0, writer.position) as Uint8Array<ArrayBuffer>, features, truncated }
}

function putSource(
  into: ByteWriter,
  { name, columns, segments, options }: TileSource,
  frame: TileFrame,
): { shown: number; total: number } {
  if (frame.z < (options.clusterBelow ?? 0)) {
    const shown = putClusters(into, name, columns, gatherCells(segments, frame), frame)
    return { shown, total: shown }
  }
  const { maxFeatures = Infinity, maxBytes = Infinity } = options
  const tolerance = frame.z < (options.dropBelow ?? 0) ? (options.tolerance ?? 0) : 0
  const touching = chooseTouching(segments, frame, options)
  const total = countChosen(touching)
  const start = into.position
  let chosen = thin(touching, maxFeatures)
  let shown = putLayer(into, name, columns, chosen, frame, tolerance)
  let cut = countChosen(chosen) < total
  while (into.position - start > maxBytes && shown > 0) {
    const fits = (countChosen(chosen) * maxBytes) / (into.position - start)
    into.position = start
    chosen = thin(chosen, Math.floor(fits * 0.95))
    shown = putLayer(into, name, columns, chosen, frame, tolerance)
    cut = true
  }
  // Features that leave nothing at this zoom are not missing: only a cap makes a tile truncated.
  return { shown, total: cut ? total : shown }
}

function putTruncations(into: ByteWriter, truncated: readonly Truncation[]): void {
  const text = new TextEncoder()
  const start = openMessage(into, 0x1a)
  reserve(into, 2)
  into.bytes[into.position++] = 0x78
  into.bytes[into.position++] = 2
  putBytes(into, 0x0a, text.encode(truncatedLayer))
  for (const key of ['layer', 'shown', 'total']) putBytes(into, 0x1a, text.encode(key))
  truncated.forEach(({ layer, shown, total }, index) => {
    for (const value of [layer, shown, total]) putBytes(into, 0x22, encodeValue(value))
    const first = index * 3
    putPoint(into, [0, first, 1, first + 1, 2, first + 2], defaultExtent / 2, defaultExtent / 2)
  })
  reserve(into, 6)
  into.bytes[into.position] = 0x28
  into.position = putVarint(into.bytes, into.position + 1, defaultExtent)
  closeMessage(into, start)
}
