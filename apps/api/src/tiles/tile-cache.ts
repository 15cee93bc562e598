import { type TileSpan, tilesHolding } from '@trygghetskartan/tiles'
import type { FinishedTile } from './worker-messages.ts'

export interface CachedTile extends FinishedTile {
  readonly url: string
  readonly key: string
  readonly z: number
  readonly x: number
  readonly y: number
}

/** What an entry costs beside its bytes: key strings, maps, headers. */
const entryCost = 400

/** Finished tiles, the least recently asked for leave first. One URL per audience, so that a hit costs one look-up. */
export class TileCache {
  readonly #limit: number
  readonly #byUrl = new Map<string, CachedTile>()
  /** Kind of tile -> zoom -> 'x/y' -> entry: finds what a change touches. */
  readonly #byPlace = new Map<string, Map<number, Map<string, CachedTile>>>()
  #bytes = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#byUrl.size
  }

  get(url: string): CachedTile | undefined {
    const entry = this.#byUrl.get(url)
    if (entry) {
      this.#byUrl.delete(url)
      this.#byUrl.set(url, entry)
    }
    return entry
  }

  set(entry: CachedTile): void {
    this.#remove(this.#byUrl.get(entry.url))
    const zooms = this.#byPlace.get(entry.key) ?? new Map<number, Map<string, CachedTile>>()
    this.#byPlace.set(entry.key, zooms)
    const places = zooms.get(entry.z) ?? new Map<string, CachedTile>()
    zooms.set(entry.z, places)
    places.set(`${entry.x}/${entry.y}`, entry)
    this.#byUrl.set(entry.url, entry)
    this.#bytes += entry.gzip.length + entryCost
    for (const oldest of this.#byUrl.values()) {
      if (this.#bytes <= this.#limit) break
      this.#remove(oldest)
    }
  }

  /** Forgets the tiles that hold any of the boxes (unit square); `reach` is in tile widths per zoom. */
  forgetTouched(key: string, boxes: readonly (readonly number[])[], reach: (z: number) => number): number {
    let forgotten = 0
    for (const [z, places] of this.#byPlace.get(key) ?? []) {
      for (const box of boxes) {
        for (const entry of entriesIn(places, tilesHolding(box, z, reach(z)))) {
          this.#remove(entry)
          forgotten++
        }
      }
    }
    return forgotten
  }

  /** Forgets all tiles of a kind. */
  forgetAll(key: string): void {
    for (const places of [...(this.#byPlace.get(key)?.values() ?? [])])
      for (const entry of [...places.values()]) this.#remove(entry)
  }

  #remove(entry: CachedTile | undefined): void {
    if (!entry || this.#byUrl.get(entry.url) !== entry) return
    this.#byUrl.delete(entry.url)
    this.#byPlace.get(entry.key)?.get(entry.z)?.delete(`${entry.x}/${entry.y}`)
    this.#bytes -= entry.gzip.length + entryCost
  }
}

/** A large area covers more addresses at a deep zoom than there are entries: then the entries are walked instead. */
function entriesIn(places: Map<string, CachedTile>, span: TileSpan): CachedTile[] {
  const addresses = (span.maxX - span.minX + 1) * (span.maxY - span.minY + 1)
  if (addresses > places.size) return [...places.values()].filter((entry) => isInSpan(span, entry.x, entry.y))
  const entries: CachedTile[] = []
  for (let x = span.minX; x <= span.maxX; x++)
    for (let y = span.minY; y <= span.maxY; y++) {
      const entry = places.get(`${x}/${y}`)
      if (entry) entries.push(entry)
    }
  return entries
}

export const isInSpan = (span: TileSpan, x: number, y: number): boolean =>
  x >= span.minX && x <= span.maxX && y >= span.minY && y <= span.maxY
