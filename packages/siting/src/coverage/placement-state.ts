import type { ReducedProblem } from './merge.ts'

const slack = 1e-9

/**
 * A choice under change: the best and second best chosen site of every demand, and what the rules have
 * left. The second best makes the loss of a site, and so a swap, readable without trying it.
 */
export class PlacementState {
  readonly problem: ReducedProblem
  readonly chosen: number[] = []
  readonly isChosen: Uint8Array
  value = 0
  /** Entries of the matrix read so far: the measure of work that keeps a run the same on every machine. */
  work = 0
  /** Best and second best chosen site per demand, -1 where none, and their shares. */
  readonly first: Int32Array
  readonly second: Int32Array
  readonly firstShare: Float64Array
  readonly secondShare: Float64Array
  readonly #used: Float64Array
  readonly #ofKind: Int32Array
  readonly #blocked: Int32Array
  readonly #floors: Float64Array

  constructor(problem: ReducedProblem) {
    const demands = problem.weights.length
    const sites = problem.candidates.length
    this.problem = problem
    this.isChosen = new Uint8Array(sites)
    this.first = new Int32Array(demands).fill(-1)
    this.second = new Int32Array(demands).fill(-1)
    this.firstShare = new Float64Array(demands)
    this.secondShare = new Float64Array(demands)
    this.#used = new Float64Array(problem.knapsacks.length)
    this.#ofKind = new Int32Array(problem.kindFloors.length)
    this.#blocked = new Int32Array(sites)
    this.#floors = new Float64Array(problem.shareFloors.length)
  }

  /** Whether a site fits what the rules have left, once `without` has gone (-1: nothing goes). */
  fits(site: number, without = -1): boolean {
    if (this.isChosen[site]) return false
    const { knapsacks, kindFloors } = this.problem
    if (this.#blocked[site]! - (without >= 0 && this.#excludes(site, without) ? 1 : 0) > 0) return false
    for (let at = 0; at < knapsacks.length; at += 1) {
      const { weights, most } = knapsacks[at]!
      const freed = without >= 0 ? weights[without]! : 0
      if (this.#used[at]! - freed + weights[site]! > most + slack * Math.max(1, most)) return false
    }
    if (without >= 0)
      for (let at = 0; at < kindFloors.length; at += 1) {
        const { of, least } = kindFloors[at]!
        if (of[without] && !of[site] && this.#ofKind[at]! <= least) return false
      }
    return true
  }

  #excludes(a: number, b: number): boolean {
    const { starts, others } = this.problem.conflicts
    for (let at = starts[a]!; at < starts[a + 1]!; at += 1) if (others[at] === b) return true
    return false
  }

  /** Weight the site would add. */
  gain(site: number): number {
    const { byCandidate, weights } = this.problem
    let sum = 0
    const to = byCandidate.starts[site + 1]!
    for (let at = byCandidate.starts[site]!; at < to; at += 1) {
      const point = byCandidate.indices[at]!
      const more = byCandidate.shares[at]! - this.firstShare[point]!
      if (more > 0) sum += weights[point]! * more
    }
    this.work += to - byCandidate.starts[site]!
    return sum
  }

  /** Weight that only this chosen site covers. */
  loss(site: number): number {
    const { byCandidate, weights } = this.problem
    let sum = 0
    for (let at = byCandidate.starts[site]!; at < byCandidate.starts[site + 1]!; at += 1) {
      const point = byCandidate.indices[at]!
      if (this.first[point] === site)
        sum += weights[point]! * (this.firstShare[point]! - this.secondShare[point]!)
    }
    this.work += byCandidate.starts[site + 1]! - byCandidate.starts[site]!
    return sum
  }

  add(site: number): void {
    this.value += this.gain(site)
    this.#count(site, 1)
    this.chosen.push(site)
    this.isChosen[site] = 1
    const { byCandidate } = this.problem
    for (let at = byCandidate.starts[site]!; at < byCandidate.starts[site + 1]!; at += 1) {
      const point = byCandidate.indices[at]!
      const share = byCandidate.shares[at]!
      if (share > this.firstShare[point]!) {
        this.#cover(point, share - this.firstShare[point]!)
        this.second[point] = this.first[point]!
        this.secondShare[point] = this.firstShare[point]!
        this.first[point] = site
        this.firstShare[point] = share
      } else if (share > this.secondShare[point]!) {
        this.second[point] = site
        this.secondShare[point] = share
      }
    }
  }

  remove(site: number): void {
    this.value -= this.loss(site)
    this.#count(site, -1)
    this.chosen.splice(this.chosen.indexOf(site), 1)
    this.isChosen[site] = 0
    const { byCandidate } = this.problem
    for (let at = byCandidate.starts[site]!; at < byCandidate.starts[site + 1]!; at += 1) {
      const point = byCandidate.indices[at]!
      if (this.first[point] === site) {
        this.#cover(point, this.secondShare[point]! - this.firstShare[point]!)
        this.first[point] = this.second[point]!
        this.firstShare[point] = this.secondShare[point]!
      } else if (this.second[point] !== site) continue
      this.#findSecond(point)
    }
  }

  #findSecond(point: number): void {
    const { starts, indices, shares } = this.problem.byDemand
    let best = -1
    let most = 0
    for (let at = starts[point]!; at < starts[point + 1]!; at += 1) {
      const site = indices[at]!
      if (shares[at]! > most && this.isChosen[site] && site !== this.first[point]) {
        best = site
        most = shares[at]!
      }
    }
    this.work += starts[point + 1]! - starts[point]!
    this.second[point] = best
    this.secondShare[point] = most
  }

  #count(site: number, by: 1 | -1): void {
    const { knapsacks, kindFloors, conflicts } = this.problem
    knapsacks.forEach(({ weights }, at) => {
      this.#used[at]! += by * weights[site]!
    })
    kindFloors.forEach(({ of }, at) => {
      this.#ofKind[at]! += by * of[site]!
    })
    for (let at = conflicts.starts[site]!; at < conflicts.starts[site + 1]!; at += 1)
      this.#blocked[conflicts.others[at]!]! += by
  }

  #cover(point: number, more: number): void {
    const { shareFloors } = this.problem
    for (let at = 0; at < shareFloors.length; at += 1)
      this.#floors[at]! += shareFloors[at]!.weights[point]! * more
  }

  /** How much of the least numbers and minimum shares is missing: 0 where all are kept. */
  shortfall(): number {
    const { kindFloors, shareFloors } = this.problem
    let missing = 0
    kindFloors.forEach(({ least }, at) => {
      missing += Math.max(0, least - this.#ofKind[at]!)
    })
    shareFloors.forEach(({ need }, at) => {
      const short = (need - this.#floors[at]!) / need
      if (short > slack) missing += short
    })
    return missing
  }

  /** Makes this the given choice. */
  become(sites: readonly number[]): void {
    const wanted = new Set(sites)
    for (const site of [...this.chosen]) if (!wanted.has(site)) this.remove(site)
    for (const site of sites) if (!this.isChosen[site]) this.add(site)
  }
}
