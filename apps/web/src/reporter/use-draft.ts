import { useCallback, useState } from 'react'
import type { Draft } from './draft.ts'

const key = 'trygghetskartan.reporter.draft'

function read(): Draft | null {
  try {
    const draft = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Draft | null
    // Where the phone was then is not where it is now.
    return draft?.accuracy == null ? draft : { ...draft, at: null, accuracy: null }
  } catch {
    return null
  }
}

/** What is being filled in; a phone that puts the page away in the middle of it finds it again. */
export function useDraft(): [Draft | null, (change: (before: Draft | null) => Draft | null) => void] {
  const [draft, setDraft] = useState(read)
  const change = useCallback((how: (before: Draft | null) => Draft | null) => {
    setDraft((before) => {
      const after = how(before)
      try {
        if (after) sessionStorage.setItem(key, JSON.stringify(after))
        else sessionStorage.removeItem(key)
      } catch {
        // It lives in the page alone then.
      }
      return after
    })
  }, [])
  return [draft, change]
}
