import type { Rates } from './rates.ts'

const minute = 60_000
/** Keys remembered; beyond it the one longest unasked is forgotten. */
const maximumKeys = 50_000

export interface Limiter {
  /** Takes one request of a key; seconds to wait where its budget is spent, 0 where it is not. */
  take(key: string, perMinute: number): number
  readonly size: number
}

/**
 * A budget a minute for each key, refilled steadily: a minute's worth may come at once. One number a key, the time at which its bucket
 * is full again (generic cell rate algorithm, ITU-T I.371). A refused request costs nothing, so that waiting always helps.
 */
export function createLimiter(now: () => number = Date.now, keys = maximumKeys): Limiter {
  const fullAt = new Map<string, number>()
  return {
    get size() {
      return fullAt.size
    },
    take(key, perMinute) {
      if (perMinute === Infinity) return 0
      const at = now()
      const full = Math.max(fullAt.get(key) ?? 0, at) + minute / perMinute
      const wait = full - at - minute
      // A hair's breadth over is the sum of fractions, not a request too many.
      if (wait > 1e-6) return Math.ceil(wait / 1000)
      fullAt.delete(key)
      fullAt.set(key, full)
      if (fullAt.size > keys) forget(fullAt)
      return 0
    },
  }
}

/** Map keeps the order of writing, so the first is the one longest unasked. */
function forget(map: Map<string, unknown>): void {
  for (const key of map.keys()) {
    map.delete(key)
    return
  }
}

export interface Throttle {
  /** Seconds until the next attempt of any of the keys may be made; 0 for now. */
  wait(keys: readonly string[]): number
  failed(keys: readonly string[]): void
  succeeded(keys: readonly string[]): void
}

/** So many failures cost nothing: people mistype. */
const free = 5
const longestWait = 15 * minute
/** Failures this far back are forgotten. */
const memory = 60 * minute

/** Makes each failed attempt after the first few wait twice as long as the one before, up to a quarter of an hour. */
export function createThrottle(
  rates: Pick<Rates, 'sign-in'>,
  now: () => number = Date.now,
  keys = maximumKeys,
): Throttle {
  // Where nothing is counted, failures are not either.
  const off = rates['sign-in'] === Infinity
  const failures = new Map<string, { count: number; at: number }>()
  const of = (key: string) => {
    const known = failures.get(key)
    return known && now() - known.at < memory ? known : undefined
  }
  return {
    wait(given) {
      const waits = given.map((key) => {
        if (off) return 0
        const known = of(key)
        if (!known || known.count < free) return 0
        const pause = Math.min(1000 * 2 ** (known.count - free), longestWait)
        return known.at + pause - now()
      })
      return Math.max(0, Math.ceil(Math.max(0, ...waits) / 1000))
    },
    failed(given) {
      for (const key of given) {
        const count = (of(key)?.count ?? 0) + 1
        failures.delete(key)
        failures.set(key, { count, at: now() })
        if (failures.size > keys) forget(failures)
      }
    },
    succeeded(given) {
      for (const key of given) failures.delete(key)
    },
  }
}
