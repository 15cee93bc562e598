import type { BBox } from '@trygghetskartan/geo'
import { gzipSync } from 'fflate'
import { type DirectoryEntry, encodeDirectory } from './directory.ts'
import { tileId } from './tile-id.ts'

export interface ArchivedTile {
  readonly z: number
  readonly x: number
  readonly y: number
  /** A vector tile, not compressed. */
  readonly bytes: Uint8Array
}

export interface ArchiveAbout {
  /** Degrees. */
  readonly bounds: BBox
  readonly minzoom: number
  readonly maxzoom: number
  /** Written as JSON: name, attribution, vector_layers. */
  readonly metadata: Readonly<Record<string, unknown>>
}

const headerBytes = 127
/** The root directory and the header fit in the first 16 KiB, which readers fetch at once. */
const rootMost = 16_384 - headerBytes
const leafSize = 4096
const gzip = 2
const vectorTiles = 1

/**
 * A PMTiles archive, version 3, of vector tiles: each content once, in the order of the curve. `tiles` in any order, none twice;
 * those without bytes are left out. @throws RangeError where a tile is told twice
 */
export function writePmtiles(tiles: Iterable<ArchivedTile>, about: ArchiveAbout): Uint8Array<ArrayBuffer> {
  const sorted = [...tiles]
    .filter(({ bytes }) => bytes.length > 0)
    .map(({ z, x, y, bytes }) => ({ id: tileId(z, x, y), bytes }))
    .sort((a, b) => a.id - b.id)
  const contents = new Contents()
  const entries: DirectoryEntry[] = []
  for (const { id, bytes } of sorted) {
    const { offset, length } = contents.place(bytes)
    const last = entries.at(-1)
    if (last && id < last.id + last.run) throw new RangeError(`tile ${id} is told twice`)
    if (last && last.offset === offset && id === last.id + last.run)
      entries[entries.length - 1] = { ...last, run: last.run + 1 }
    else entries.push({ id, run: 1, offset, length })
  }
  const { root, leaves } = directories(entries)
  const metadata = gzipSync(new TextEncoder().encode(JSON.stringify(about.metadata)), { mtime: 0 })
  const parts = [root, metadata, leaves, ...contents.parts]
  const header = headerOf(about, [root, metadata, leaves].map(({ length }) => length) as never, {
    data: contents.length,
    addressed: sorted.length,
    entries: entries.length,
    contents: contents.parts.length,
  })
  const archive = new Uint8Array(headerBytes + parts.reduce((sum, { length }) => sum + length, 0))
  archive.set(header)
  let at = headerBytes
  for (const part of parts) {
    archive.set(part, at)
    at += part.length
  }
  return archive
}

interface Place {
  readonly offset: number
  readonly length: number
}

/** Tile contents in the order they came, each compressed and kept once. */
class Contents {
  readonly parts: Uint8Array[] = []
  length = 0
  private readonly known = new Map<number, { place: Place; bytes: Uint8Array }[]>()

  /** Where the content lies in the section of tiles. */
  place(bytes: Uint8Array): Place {
    const key = fnv(bytes)
    const alike = this.known.get(key) ?? []
    const same = alike.find((one) => equal(one.bytes, bytes))
    if (same) return same.place
    const part = gzipSync(bytes, { level: 9, mtime: 0 })
    const place = { offset: this.length, length: part.length }
    this.known.set(key, [...alike, { place, bytes }])
    this.parts.push(part)
    this.length += part.length
    return place
  }
}

/** FNV-1a, 32 bits: tells most contents apart; the bytes decide. */
function fnv(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}

const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])

/** One directory where it fits at the beginning, else a root of leaves. */
function directories(entries: readonly DirectoryEntry[]): { root: Uint8Array; leaves: Uint8Array } {
  const whole = gzipSync(encodeDirectory(entries), { mtime: 0 })
  if (whole.length <= rootMost) return { root: whole, leaves: new Uint8Array() }
  for (let size = leafSize; ; size *= 2) {
    const leaves: Uint8Array[] = []
    const pointers: DirectoryEntry[] = []
    let offset = 0
    for (let from = 0; from < entries.length; from += size) {
      const leaf = gzipSync(encodeDirectory(entries.slice(from, from + size)), { mtime: 0 })
      pointers.push({ id: entries[from]!.id, run: 0, offset, length: leaf.length })
      leaves.push(leaf)
      offset += leaf.length
    }
    const root = gzipSync(encodeDirectory(pointers), { mtime: 0 })
    if (root.length > rootMost) continue
    const all = new Uint8Array(offset)
    pointers.forEach((pointer, i) => {
      all.set(leaves[i]!, pointer.offset)
    })
    return { root, leaves: all }
  }
}

interface Counts {
  readonly data: number
  readonly addressed: number
  readonly entries: number
  readonly contents: number
}

/** Source: PMTiles specification 3, chapter 3. */
function headerOf(
  { bounds: [west, south, east, north], minzoom, maxzoom }: ArchiveAbout,
  [root, metadata, leaves]: readonly [number, number, number],
  counts: Counts,
): Uint8Array {
  const header = new Uint8Array(headerBytes)
  header.set(new TextEncoder().encode('PMTiles'))
  header[7] = 3
  const view = new DataView(header.buffer)
  let offset = headerBytes
  const long = (at: number, value: number) => view.setBigUint64(at, BigInt(value), true)
  ;[root, metadata, leaves, counts.data].forEach((length, i) => {
    long(8 + 16 * i, offset)
    long(16 + 16 * i, length)
    offset += length
  })
  long(72, counts.addressed)
  long(80, counts.entries)
  long(88, counts.contents)
  header.set([1, gzip, gzip, vectorTiles, minzoom, maxzoom], 96)
  const degrees = (at: number, value: number) => view.setInt32(at, Math.round(value * 1e7), true)
  ;[west, south, east, north].forEach((side, i) => {
    degrees(102 + 4 * i, side)
  })
  header[118] = Math.min(maxzoom, Math.max(minzoom, 12))
  degrees(119, (west + east) / 2)
  degrees(123, (south + north) / 2)
  return header
}
