import { useEffect, useState } from 'react'

const signs = ['pointerdown', 'pointermove', 'keydown', 'focusin', 'scroll'] as const

/** Whether the reader has done anything on the page yet: what is not on the first screen is fetched from then on. */
export function useTouched(): boolean {
  const [touched, setTouched] = useState(false)
  useEffect(() => {
    if (touched) return
    const seen = () => setTouched(true)
    const options = { capture: true, passive: true }
    for (const sign of signs) addEventListener(sign, seen, options)
    return () => {
      for (const sign of signs) removeEventListener(sign, seen, options)
    }
  }, [touched])
  return touched
}
