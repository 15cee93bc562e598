import { z } from 'zod'
import { type Clock, clocks } from './clocks.ts'
import { daysOf, isDuration } from './duration.ts'

const kept = z.record(z.string(), z.string())

/**
 * The clocks with the times of a configuration: kind to duration. Throws with a line for each that cannot be: no such kind, no duration,
 * or shorter than the law demands.
 */
export function clocksWith(times: Readonly<Record<string, string>>): readonly Clock[] {
  const faults = Object.entries(times).flatMap(([kind, keep]) => {
    const clock = clocks.find((one) => one.kind === kind)
    if (!clock) return [`${kind}: no such kind (${clocks.map((one) => one.kind).join(', ')})`]
    if (!isDuration(keep) || daysOf(keep) < 1)
      return [`${kind}: ${keep} is no ISO 8601 duration such as P5Y or P90D`]
    if (clock.least && daysOf(keep) < daysOf(clock.least)) return [`${kind}: not shorter than ${clock.least}`]
    return []
  })
  if (faults.length > 0) throw new Error(`The times of retention cannot be used:\n  ${faults.join('\n  ')}`)
  return clocks.map((clock) => ({ ...clock, keep: times[clock.kind] ?? clock.keep }))
}

/** Times as an environment variable has them: reports=P1Y,audit=P3Y. */
export function timesOf(text: string | undefined): Record<string, string> {
  const pairs = (text ?? '').split(',').filter((part) => part.trim() !== '')
  return Object.fromEntries(
    pairs.map((part) => {
      const [kind = '', keep = ''] = part.split('=').map((word) => word.trim())
      return [kind, keep]
    }),
  )
}

/** Times as the settings have them under the key retention; none where there are none. */
export const timesOfSettings = (value: unknown): Record<string, string> =>
  value === undefined || value === null ? {} : kept.parse(value)
