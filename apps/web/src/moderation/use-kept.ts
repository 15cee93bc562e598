import { useState } from 'react'

const kept = new Map<string, unknown>()

/**
 * State that is there again when one comes back, as long as the page is open: what one writes of a report is not lost by looking at
 * the one beside it. `forget` when it has been sent.
 */
export function useKept<T>(key: string, initial: () => T) {
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial()))
  const keep = (next: T) => {
    kept.set(key, next)
    setValue(next)
  }
  const forget = () => {
    kept.delete(key)
    setValue(initial())
  }
  return [value, keep, forget] as const
}
