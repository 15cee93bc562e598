import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { common } from '../messages/common.ts'
import { useText } from '../messages/text.ts'
import { IconButton } from './button.tsx'
import styles from './dialog.module.css'
import { Icon } from './icon.tsx'

interface DialogProps {
  readonly title: string
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly onClose: () => void
  readonly wide?: boolean
  /** False where one has to choose one of the ways out below. */
  readonly closable?: boolean
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

/** A modal dialog, open while it is rendered. Escape and the cross call `onClose`; focus returns to where it was. */
export function Dialog({
  title,
  children,
  footer,
  onClose,
  wide = false,
  closable = true,
  onKeyDown,
}: DialogProps) {
  const t = useText()
  const id = useId()
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={ref}
      className={styles.dialog}
      data-wide={wide || undefined}
      onKeyDown={onKeyDown}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {closable && <IconButton label={t(common.close)} icon={<Icon name="close" />} onClick={onClose} />}
      </header>
      <div className={styles.body}>{children}</div>
      {footer && <footer className={styles.foot}>{footer}</footer>}
    </dialog>
  )
}
