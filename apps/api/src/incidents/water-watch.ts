import type { Position } from '@trygghetskartan/geo'
import type { Sql } from '../database/database.ts'
import { wetOf } from '../queries/incident-import.ts'
import type { FilledBatch } from './batch.ts'

/** Degrees a cell is wide: some ten metres, within which the first position answers for all. */
const cell = 1e-4
const mostCells = 300_000

/** Tells of positions in the water of the map. Each place is asked about once. */
export class WaterWatch {
  private readonly wet = new Map<number, boolean>()
  private readonly onWet: (line: number) => void

  constructor(onWet: (line: number) => void) {
    this.onWet = onWet
  }

  async look(sql: Sql, { lon, lat, precision, line }: FilledBatch): Promise<void> {
    const placed = precision.flatMap((known, at) => (known === 'exact' || known === 'street' ? [at] : []))
    const keys = placed.map((at) => Math.round(lon[at]! / cell) * 4e6 + Math.round(lat[at]! / cell))
    const unknown = new Map<number, Position>()
    for (const [i, key] of keys.entries())
      if (!this.wet.has(key)) unknown.set(key, [lon[placed[i]!]!, lat[placed[i]!]!])
    if (this.wet.size + unknown.size > mostCells) this.wet.clear()
    const asked = [...unknown.keys()]
    const wet = new Set(asked.length > 0 ? await wetOf(sql, [...unknown.values()]) : [])
    for (const [at, key] of asked.entries()) this.wet.set(key, wet.has(at))
    for (const [i, key] of keys.entries()) if (this.wet.get(key)) this.onWet(line[placed[i]!]!)
  }
}
