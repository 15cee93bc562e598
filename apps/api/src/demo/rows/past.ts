import { demoAccounts } from '../../identity/demo-accounts.ts'
import type { PastEntry } from '../../queries/demo.ts'
import type { Random } from '../random.ts'
import { addDays, daysBetween, localInstant } from './calendar.ts'

/** One step an object took: what it was from that day on. */
export interface Step {
  readonly day: string
  readonly was: Readonly<Record<string, unknown>>
  readonly account: string
}

/** Who writes what comes in from outside. */
const system = { id: 'system', name: 'System' }

/** Clock columns and version of a row with that past, and the entries of its history. */
export function lived(
  id: string,
  steps: readonly Step[],
  random: Random,
): { clocks: { version: number; created_at: string; updated_at: string }; past: PastEntry[] } {
  let hour = 8
  const past = steps.map((step, i): PastEntry => {
    const account = [...demoAccounts, system].find((a) => a.id === step.account)
    if (!account) throw new RangeError(`there is no demo account ${step.account}`)
    hour = i > 0 && steps[i - 1]!.day === step.day ? hour + 1 : random.whole(8, 15)
    const at = localInstant(step.day, hour, random.whole(0, 59))
    return {
      object_id: id,
      version: i + 1,
      at,
      actor_id: account.id,
      actor_name: account.name,
      was: step.was,
    }
  })
  const last = past.at(-1)!
  return {
    clocks: { version: last.version, created_at: past[0]!.at, updated_at: last.at },
    past: [...past.slice(0, -1), { ...last, was: {} }],
  }
}

/** Days for a chain of steps between two days, unevenly apart, in order, on weekdays. */
export function daysFor(count: number, from: string, to: string, random: Random): string[] {
  const total = Math.max(0, daysBetween(from, to))
  const weights = Array.from({ length: count }, () => random.between(0.5, 1.5))
  const sum = weights.slice(1).reduce((a, b) => a + b, 0)
  let gone = 0
  return weights.map((weight, i) => {
    if (i > 0) gone += weight
    const day = addDays(from, sum === 0 ? 0 : (total * gone) / sum)
    const weekday = new Date(day).getUTCDay()
    return weekday === 0 ? addDays(day, -2) : weekday === 6 ? addDays(day, -1) : day
  })
}
