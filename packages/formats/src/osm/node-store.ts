import type { Position } from '@trygghetskartan/geo'

/** Coordinates as OpenStreetMap keeps them: whole 1e-7 degrees. */
const unitsPerDegree = 1e7

/**
 * Where every node lies: 16 bytes a node in three typed arrays. Files list nodes by id and are looked up by halving;
 * a file that does not is sorted once, at the first look-up after an id out of order.
 */
export class NodeStore {
  private ids = new Float64Array(1024)
  private lons = new Int32Array(1024)
  private lats = new Int32Array(1024)
  private length = 0
  private ordered = true

  get size(): number {
    return this.length
  }

  add(id: number, lon: number, lat: number): void {
    if (this.length === this.ids.length) this.grow()
    if (this.length > 0 && id <= this.ids[this.length - 1]!) this.ordered = false
    this.ids[this.length] = id
    this.lons[this.length] = Math.round(lon * unitsPerDegree)
    this.lats[this.length] = Math.round(lat * unitsPerDegree)
    this.length += 1
  }

  /** [longitude, latitude], or null where the file has no such node. */
  at(id: number): Position | null {
    if (!this.ordered) this.sort()
    let low = 0
    let high = this.length - 1
    while (low <= high) {
      const middle = (low + high) >>> 1
      const found = this.ids[middle]!
      if (found === id) return [this.lons[middle]! / unitsPerDegree, this.lats[middle]! / unitsPerDegree]
      if (found < id) low = middle + 1
      else high = middle - 1
    }
    return null
  }

  private grow(): void {
    const size = Math.ceil(this.ids.length * 1.6)
    this.ids = copyInto(new Float64Array(size), this.ids)
    this.lons = copyInto(new Int32Array(size), this.lons)
    this.lats = copyInto(new Int32Array(size), this.lats)
  }

  private sort(): void {
    const { ids, lons, lats, length } = this
    const order = new Uint32Array(length).map((_, index) => index)
    order.sort((a, b) => ids[a]! - ids[b]!)
    this.ids = Float64Array.from(order, (from) => ids[from]!)
    this.lons = Int32Array.from(order, (from) => lons[from]!)
    this.lats = Int32Array.from(order, (from) => lats[from]!)
    this.ordered = true
  }
}

export function copyInto<T extends Float64Array | Int32Array | Uint32Array>(target: T, source: T): T {
  target.set(source)
  return target
}
