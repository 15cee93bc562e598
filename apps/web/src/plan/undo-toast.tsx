import { useEffect, useState } from 'react'
import { common } from '../messages/common.ts'
import { plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './undo-toast.module.css'
import type { Toast } from './use-desk-work.ts'

/** How long the way back is offered, in milliseconds; pointing at it or reaching it by key keeps it. */
const shownFor = 9_000

interface UndoToastProps {
  readonly toast: Toast | null
  readonly onUndo: () => Promise<void>
  readonly onClose: () => void
}

/** What was done a moment ago, with the way back. */
export function UndoToast({ toast, onUndo, onClose }: UndoToastProps) {
  const t = useText()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (!toast || held) return
    const timer = setTimeout(onClose, shownFor)
    return () => clearTimeout(timer)
  }, [toast, held, onClose])
  if (!toast) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting the pointer here only keeps it open
    <div
      key={toast.at}
      className={styles.toast}
      data-tone={toast.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={toast.tone === 'good' ? 'check' : 'warning'} />
      <span>{toast.words}</span>
      {toast.undo && (
        <button
          type="button"
          className={styles.undo}
          onClick={() => {
            onClose()
            void onUndo()
          }}
        >
          {t(words.undo)}
        </button>
      )}
      <IconButton
        label={t(common.close)}
        icon={<Icon name="close" size={16} />}
        className={styles.close}
        onClick={onClose}
      />
    </div>
  )
}
