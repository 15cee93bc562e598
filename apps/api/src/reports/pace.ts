import type { Caller } from '../auth.ts'
import { ProblemError } from '../errors.ts'
import { callerKey } from '../protection/hold-rates.ts'
import { createLimiter } from '../protection/limiter.ts'

/** The limiter counts a minute: told that an hour is one, it counts that. */
const hours = () => Date.now() / 60

export interface Pace {
  /** Counts one. False while few have come from the address within an hour; true where they are many. Throws `too-many-requests` beyond. */
  step(caller: Caller): boolean
}

/**
 * How fast reports come from one address, in memory alone: many are still taken, in a quiet queue, since an address may be a school's or
 * a whole telephone company's. `most` an hour; Infinity counts nothing.
 */
export function createPace(most: number): Pace {
  const [quiet, hard] = [createLimiter(hours), createLimiter(hours)]
  const few = Math.ceil(most / 6)
  return {
    step(caller) {
      const whose = callerKey(caller)
      if (!whose) return false
      const wait = hard.take(whose, most) * 60
      if (wait > 0) throw tooMany(wait)
      return quiet.take(whose, few) > 0
    },
  }
}

const tooMany = (seconds: number) => {
  const minutes = Math.ceil(seconds / 60)
  return new ProblemError(
    'too-many-requests',
    {
      sv: `Det har kommit många rapporter från din nätadress. Försök igen om ${minutes} min.`,
      en: `Many reports have come from your network address. Try again in ${minutes} min.`,
    },
    { retryAfter: seconds },
  )
}
