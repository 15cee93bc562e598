import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'
import styles from './announce.module.css'
import { Icon } from './icon.tsx'

type Announce = (words: string, how?: { readonly show?: boolean }) => void

const AnnounceContext = createContext<Announce>(() => undefined)

/** `announce('Sparat', { show: true })`: spoken to screen readers, and with `show` also seen for a few seconds. */
export const useAnnounce = (): Announce => useContext(AnnounceContext)

/** Holds the page's one polite live region. */
export function AnnounceProvider({ children }: { readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState('')
  const [shown, setShown] = useState('')
  const timer = useRef(0)
  const announce = useCallback<Announce>((words, how) => {
    setSpoken('')
    // The same words twice are only spoken twice if the region is empty in between.
    requestAnimationFrame(() => setSpoken(words))
    if (!how?.show) return
    setShown(words)
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => setShown(''), 4000)
  }, [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="sr-only" role="status" aria-live="polite">
        {spoken}
      </div>
      {shown && (
        <div className={styles.toast} aria-hidden="true">
          <Icon name="check" />
          {shown}
        </div>
      )}
    </AnnounceContext>
  )
}
