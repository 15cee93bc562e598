import { useCallback, useState } from 'react'

const key = 'trygghetskartan.report.sent'

/** What has just been sent from this tab: the receipt of a report, or a “me too”. */
export interface JustSent {
  readonly kind: 'report' | 'support'
  /** Of its entry in the outbox. */
  readonly id: string
  /** '' of a “me too”. */
  readonly code: string
}

function read(): JustSent | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as JustSent | null
  } catch {
    return null
  }
}

/** Stays for as long as the tab, so that a page that is put away in the middle of it comes back with its receipt. */
export function useSent() {
  const [sent, setSent] = useState(read)
  const change = useCallback((next: JustSent | null) => {
    setSent(next)
    try {
      if (next) sessionStorage.setItem(key, JSON.stringify(next))
      else sessionStorage.removeItem(key)
    } catch {
      // It lives in the page alone then.
    }
  }, [])
  return [sent, change] as const
}
