import { useEffect, useState } from 'react'

/** How long after the last touch somebody counts as there, in milliseconds. */
const patience = 5 * 60_000
const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'focus'] as const

/**
 * Whether somebody is at the page. What is asked of the server by itself, without anybody there, would keep a session
 * from ever ending for want of use.
 */
export function useActive(): boolean {
  const [active, setActive] = useState(true)
  useEffect(() => {
    let last = Date.now()
    const touched = () => {
      last = Date.now()
      setActive(true)
    }
    const timer = setInterval(() => setActive(Date.now() - last < patience), 10_000)
    for (const touch of touches) addEventListener(touch, touched, { passive: true })
    return () => {
      clearInterval(timer)
      for (const touch of touches) removeEventListener(touch, touched)
    }
  }, [])
  return active
}

/** `refetchInterval` of a query that is read anew while somebody is there. */
export function useInterval(milliseconds: number): number | false {
  return useActive() && milliseconds
}
