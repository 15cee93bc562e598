import type { ZoneUnits } from './zone-units.ts'

/** How large a zone may be, and how far from where it began. */
export interface ZoneLimits {
  readonly zones: number
  readonly least: number
  readonly most: number
  /** Metres. */
  readonly reach: number
}

/** Zones at a moment of their growth. */
export interface Growth {
  readonly zones: readonly (readonly number[])[]
  readonly held: number
  readonly size: number
}

interface Zone {
  readonly seed: number
  readonly units: Set<number>
  size: number
}

/** Units to take at once: a step over poor ground to richer. */
interface Step {
  readonly units: readonly number[]
  /** -1: a zone of its own. */
  readonly zone: number
  readonly gain: number
  readonly size: number
  /** Risk to a unit of size, less where it makes a zone ragged. */
  readonly worth: number
}

const longestStep = 3
/** Seeds that are tried for a zone of its own. */
const seedsTried = 300
/** What is left of a step's worth where it touches the zone with one side alone, and what a zone of its own counts for beside. */
const [ragged, ownZone] = [0.4, 0.8]

/**
 * Zones that grow by the step that gives most risk for its size, and begin anew where that gives more; after each step a unit is
 * exchanged for a better one as long as there is any. What comes next never depends on how much may be used in all, so that
 * a larger budget holds what a smaller one does. Calls `onGrowth` at each state, until it answers false. Deterministic: what is
 * equal is taken from the south, then from the west.
 */
export function growZones(units: ZoneUnits, limits: ZoneLimits, onGrowth: (state: Growth) => boolean): void {
  const growing = new Growing(units, limits)
  let step = growing.bestStep(true)
  while (step) {
    if (step.zone < 0) {
      // A zone of its own is a large step: until it fits, those there are may grow.
      const until = growing.size + step.size
      const beside = growing.copy()
      for (let small = beside.bestStep(false); small; small = beside.bestStep(false)) {
        beside.take(small)
        if (beside.size >= until || !onGrowth(beside.state())) break
      }
    }
    growing.take(step)
    if (!onGrowth(growing.state())) return
    step = growing.bestStep(true)
  }
}

class Growing {
  private readonly units: ZoneUnits
  private readonly limits: ZoneLimits
  private readonly owner: Int32Array
  private readonly zones: Zone[] = []
  private readonly clusters = new Map<number, Step | null>()
  private readonly seeds: readonly number[]
  size = 0
  held = 0

  constructor(units: ZoneUnits, limits: ZoneLimits, from?: Growing) {
    this.units = units
    this.limits = limits
    this.owner = from ? from.owner.slice() : new Int32Array(units.score.length).fill(-1)
    this.seeds = from?.seeds ?? bestSeeds(units)
    if (!from) return
    this.zones = from.zones.map(({ seed, units: own, size }) => ({ seed, units: new Set(own), size }))
    this.size = from.size
    this.held = from.held
  }

  copy(): Growing {
    return new Growing(this.units, this.limits, this)
  }

  state(): Growth {
    const zones = this.zones.map(({ units }) => [...units].sort((a, b) => a - b))
    return { zones, held: this.held, size: this.size }
  }

  /** The step with most worth; null where none gives anything. */
  bestStep(mayOpen: boolean): Step | null {
    let best: Step | null = null
    for (const [z, zone] of this.zones.entries()) best = this.better(best, this.growthOf(z, zone))
    if (mayOpen && this.zones.length < this.limits.zones)
      for (const seed of this.seeds) best = this.better(best, this.clusterAt(seed))
    return best
  }

  take({ units, zone: z, size }: Step): void {
    const zone = this.zones[z] ?? { seed: units[0]!, units: new Set(), size: 0 }
    const at = z < 0 ? this.zones.push(zone) - 1 : z
    for (const unit of units) {
      this.owner[unit] = at
      zone.units.add(unit)
      this.held += this.units.score[unit]!
    }
    zone.size += size
    this.size += size
    while (this.exchange(at, zone));
  }

  private growthOf(z: number, zone: Zone): Step | null {
    let best: Step | null = null
    const along: number[] = []
    const walk = (unit: number, gain: number, size: number, contact: number) => {
      const grown = size + this.units.size[unit]!
      if (along.includes(unit) || zone.size + grown > this.limits.most || !this.isFree(unit, z, zone.seed))
        return
      const more = gain + this.units.score[unit]!
      const touching = contact + this.contactOf(unit, zone, along)
      along.push(unit)
      const even = ragged + (1 - ragged) * (touching / along.length)
      if (more > 0)
        best = this.better(best, {
          units: [...along],
          zone: z,
          gain: more,
          size: grown,
          worth: (more / grown) * even,
        })
      if (along.length < longestStep) for (const next of this.around(unit)) walk(next, more, grown, touching)
      along.pop()
    }
    for (const unit of this.frontier(zone)) walk(unit, 0, 0, 0)
    return best
  }

  /** The least zone about a seed that takes what is richest beside it. */
  private clusterAt(seed: number): Step | null {
    const known = this.clusters.get(seed)
    if (known === null || known?.units.every((unit) => this.isFree(unit, -1, seed))) return known
    const made = this.growCluster(seed)
    this.clusters.set(seed, made)
    return made
  }

  private growCluster(seed: number): Step | null {
    const { score, size } = this.units
    if (!this.isFree(seed, -1, seed) || size[seed]! > this.limits.most) return null
    const zone: Zone = { seed, units: new Set([seed]), size: size[seed]! }
    let gain = score[seed]!
    while (zone.size < this.limits.least) {
      let next = -1
      let worth = -1
      for (const unit of this.frontier(zone)) {
        if (!this.isFree(unit, -1, seed) || zone.size + size[unit]! > this.limits.most) continue
        // What lies behind a unit draws it too, or a zone stops at the first poor one.
        const behind = this.meanAround(unit) / 4
        const even = ragged + (1 - ragged) * this.contactOf(unit, zone, [])
        const own = (score[unit]! / size[unit]! + behind) * even
        if (own > worth || (own === worth && this.isBefore(unit, next))) [next, worth] = [unit, own]
      }
      if (next < 0) return null
      zone.units.add(next)
      zone.size += size[next]!
      gain += score[next]!
    }
    return gain > 0
      ? { units: [...zone.units], zone: -1, gain, size: zone.size, worth: (gain / zone.size) * ownZone }
      : null
  }

  /** Gives a unit up for a richer one that is no larger; false where there is none. */
  private exchange(z: number, zone: Zone): boolean {
    const { score, size } = this.units
    const poorest = [...zone.units]
      .filter((unit) => unit !== zone.seed)
      .sort((a, b) => score[a]! - score[b]! || (this.isBefore(a, b) ? -1 : 1))
    const richest = this.frontier(zone)
      .filter((unit) => this.isFree(unit, z, zone.seed))
      .sort((a, b) => score[b]! - score[a]! || (this.isBefore(a, b) ? -1 : 1))
    for (const out of poorest) {
      if (!(score[richest[0] ?? out]! > score[out]!)) return false
      for (const into of richest) {
        if (!(score[into]! > score[out]!)) break
        const grown = zone.size - size[out]! + size[into]!
        if (size[into]! > size[out]! || grown < this.limits.least) continue
        // What is richer and makes the zone ragged is not taken for what rounds it.
        if (!(score[into]! * this.evenness(into, zone, out) > score[out]! * this.evenness(out, zone, -1)))
          continue
        if (!this.holdsTogether(zone, out, into)) continue
        zone.units.delete(out)
        zone.units.add(into)
        this.owner[out] = -1
        this.owner[into] = z
        this.size += grown - zone.size
        zone.size = grown
        this.held += score[into]! - score[out]!
        return true
      }
    }
    return false
  }

  private holdsTogether(zone: Zone, without: number, withUnit: number): boolean {
    const left = new Set(zone.units)
    left.delete(without)
    left.add(withUnit)
    const seen = new Set([zone.seed])
    const queue = [zone.seed]
    for (let unit = queue.pop(); unit !== undefined; unit = queue.pop())
      for (const next of this.around(unit))
        if (left.has(next) && !seen.has(next)) {
          seen.add(next)
          queue.push(next)
        }
    return seen.size === left.size
  }

  /** In no zone, beside no other zone, and near enough. */
  private isFree(unit: number, z: number, seed: number): boolean {
    if (this.owner[unit]! >= 0) return false
    const { x, y } = this.units
    if (Math.hypot(x[unit]! - x[seed]!, y[unit]! - y[seed]!) > this.limits.reach) return false
    for (const next of this.around(unit)) if (this.owner[next]! >= 0 && this.owner[next] !== z) return false
    return true
  }

  /** Share of a unit's neighbours that are in the zone, 0 to 1; two or more are a side on which it is not ragged. */
  private contactOf(unit: number, zone: Zone, along: readonly number[]): number {
    let touching = 0
    for (const next of this.around(unit)) if (zone.units.has(next) || along.includes(next)) touching++
    return Math.min(1, (touching - 1) / 2)
  }

  /** What a unit's risk is worth to the shape of a zone, from `ragged` to 1; without the one that is given up. */
  private evenness(unit: number, zone: Zone, without: number): number {
    let touching = 0
    for (const next of this.around(unit)) if (next !== without && zone.units.has(next)) touching++
    return ragged + (1 - ragged) * Math.max(0, Math.min(1, (touching - 1) / 2))
  }

  private meanAround(unit: number): number {
    let [gain, size] = [0, 0]
    for (const next of this.around(unit)) {
      gain += this.units.score[next]!
      size += this.units.size[next]!
    }
    return size > 0 ? gain / size : 0
  }

  private frontier(zone: Zone): number[] {
    const beside = new Set<number>()
    for (const unit of zone.units)
      for (const next of this.around(unit))
        if (!zone.units.has(next) && this.owner[next]! < 0) beside.add(next)
    return [...beside]
  }

  private around(unit: number): Uint32Array {
    const { start, index } = this.units.neighbours
    return index.subarray(start[unit], start[unit + 1])
  }

  private isBefore(a: number, b: number): boolean {
    const { x, y } = this.units
    return b < 0 || y[a]! < y[b]! || (y[a] === y[b] && x[a]! < x[b]!)
  }

  private better(a: Step | null, b: Step | null): Step | null {
    if (!a || !b) return a ?? b
    if (a.worth !== b.worth) return a.worth > b.worth ? a : b
    if (a.size !== b.size) return a.size < b.size ? a : b
    const at = a.units.findIndex((unit, i) => unit !== b.units[i])
    return at < 0 || this.isBefore(a.units[at]!, b.units[at]!) ? a : b
  }
}

/** Units that hold most with what lies about them. */
function bestSeeds({ score, size, neighbours: { start, index }, x, y }: ZoneUnits): number[] {
  const worth = Array.from({ length: score.length }, (_, unit) => {
    let [gain, ground] = [score[unit]!, size[unit]!]
    for (let i = start[unit]!; i < start[unit + 1]!; i++) {
      gain += score[index[i]!]! / 2
      ground += size[index[i]!]! / 2
    }
    return gain / ground
  })
  return [...worth.keys()]
    .filter((unit) => score[unit]! > 0)
    .sort((a, b) => worth[b]! - worth[a]! || y[a]! - y[b]! || x[a]! - x[b]!)
    .slice(0, seedsTried)
}
