import { useCallback, useInsertionEffect, useRef } from 'react'

/** The same function for as long as the component lives, that always does what its latest rendering says. For handlers, never while rendering. */
export function useHandler<Arguments extends unknown[], Answer>(
  handler: (...given: Arguments) => Answer,
): (...given: Arguments) => Answer {
  const latest = useRef(handler)
  useInsertionEffect(() => {
    latest.current = handler
  })
  return useCallback((...given: Arguments) => latest.current(...given), [])
}
