import { z } from 'zod'
import type { ChainEnds, ChainRow } from '../queries/audit.ts'
import { claimOf, hex, isWhole } from './chain.ts'
import { type AuditProblem, problem } from './problems.ts'

const trimmed = z.object({ through: z.number(), digest: z.string() })
const expired = z.object({ ids: z.array(z.string()) })

/** Goes through the chain's entries in order and keeps what does not hold. */
export class ChainWalk {
  checked = 0
  readonly problems: AuditProblem[] = []
  #seq: number
  #hash: string
  #sound = true
  #shift = 0
  readonly #anchor: ChainEnds['anchor']
  #anchored: boolean
  /** Erased actor -> first entry without its person, until the chain says who was erased. */
  readonly #erased = new Map<string, number>()
  /** Kind and object -> first entry without its matter, until the chain says that the object's time was up. */
  readonly #expired = new Map<string, number>()

  constructor(anchor: ChainEnds['anchor']) {
    this.#anchor = anchor
    this.#seq = anchor.seq
    this.#hash = anchor.hash
    this.#anchored = anchor.seq === 0
  }

  /** Place and hash (hex) of the last entry seen. */
  get end(): { seq: number; hash: string } {
    return { seq: this.#seq, hash: this.#hash }
  }

  take(row: ChainRow): void {
    const seq = Number(row.seq)
    const before = this.#seq
    const complete = seq === before + 1
    if (!complete) this.problems.push(problem.missing(before + 1, seq - 1))
    const claim = claimOf(row.content)
    const shift = claim ? claim.seq - seq : 0
    const inPlace = claim !== null && shift === 0
    const sound = inPlace && isWhole(row, claim)
    if (claim && !inPlace) {
      // Where all the rest has moved up, the first says it for all.
      if (shift !== this.#shift) this.problems.push(problem.reordered(seq, claim.seq))
    } else if (!sound) this.problems.push(problem.changed(seq))
    else if (complete && this.#sound && hex(row.previous_hash) !== this.#hash)
      this.problems.push(problem.changed(before > this.#anchor.seq ? before : seq))
    if (sound) this.#note(row, seq)
    this.checked += 1
    this.#seq = seq
    this.#hash = hex(row.hash)
    this.#sound = sound
    this.#shift = shift
  }

  /** What can only be said when all has been seen. */
  finish(): void {
    if (!this.#anchored) this.problems.push(problem.missing(1, this.#anchor.seq))
    for (const seq of [...this.#erased.values(), ...this.#expired.values()])
      this.problems.push(problem.changed(seq))
  }

  #note(row: ChainRow, seq: number): void {
    if (!row.person_salt && !this.#erased.has(row.actor_id)) this.#erased.set(row.actor_id, seq)
    if (row.action === 'account.erased' && row.object) this.#erased.delete(row.object)
    const key = `${row.kind} ${row.object}`
    if (!row.matter_salt && !this.#expired.has(key)) this.#expired.set(key, seq)
    if (row.action === 'object.expired' && row.detail)
      for (const id of expired.parse(JSON.parse(row.detail)).ids) this.#expired.delete(`${row.kind} ${id}`)
    if (row.action !== 'audit.trimmed' || !row.detail) return
    const { through, digest } = trimmed.parse(JSON.parse(row.detail))
    if (through === this.#anchor.seq) this.#anchored = digest === this.#anchor.hash
  }
}
