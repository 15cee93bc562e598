import { useCallback, useState } from 'react'

/** A code that somebody has asked this device to remember. */
export interface KeptCode {
  readonly code: string
  /** The day it was kept. */
  readonly on: string
}

const key = 'trygghetskartan.receipts'
const most = 30

function read(): readonly KeptCode[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as KeptCode[]
  } catch {
    return []
  }
}

/** Codes that this device remembers, the latest first, and the ways to remember and forget one. */
export function useKeptCodes() {
  const [codes, setCodes] = useState(read)
  const change = useCallback((how: (before: readonly KeptCode[]) => readonly KeptCode[]) => {
    const next = how(read())
    try {
      if (next.length > 0) localStorage.setItem(key, JSON.stringify(next))
      else localStorage.removeItem(key)
    } catch {
      return
    }
    setCodes(next)
  }, [])
  const forget = useCallback(
    (code: string) => change((before) => before.filter((one) => one.code !== code)),
    [change],
  )
  const remember = useCallback(
    (code: string) =>
      change((before) =>
        [
          { code, on: new Date().toISOString().slice(0, 10) },
          ...before.filter((one) => one.code !== code),
        ].slice(0, most),
      ),
    [change],
  )
  return { codes, remember, forget }
}
