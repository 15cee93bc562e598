import { useCallback, useState } from 'react'
import { type Draft, newDraft } from './draft.ts'

const key = 'trygghetskartan.report.draft'

function read(): Draft {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Draft> | null
    return { ...newDraft(), ...kept }
  } catch {
    return newDraft()
  }
}

/** What is being filled in: it stays on the device until it is sent, or thrown away with null. */
export function useReportDraft() {
  const [draft, setDraft] = useState(read)
  const change = useCallback((next: Partial<Draft> | null) => {
    setDraft((before) => {
      const after = next ? { ...before, ...next } : newDraft()
      try {
        if (next) localStorage.setItem(key, JSON.stringify(after))
        else localStorage.removeItem(key)
      } catch {
        // It lives in the page alone then.
      }
      return after
    })
  }, [])
  return [draft, change] as const
}

/** Whether anything has been filled in. */
export const isBegun = ({ points, reasons, words }: Draft): boolean =>
  points.length > 0 || reasons.length > 0 || words !== ''
