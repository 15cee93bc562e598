import { useState } from 'react'
import { common } from '../messages/common.ts'
import { flow } from '../messages/moderation-flow.ts'
import { reportWords as words } from '../messages/moderation-report.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote, Note } from '../ui/note.tsx'
import styles from './report.module.css'

interface TextDialogProps {
  readonly title: string
  readonly label: string
  readonly help: string
  /** What it says now: others may write it while the dialog is open. */
  readonly now: string
  readonly maxLength: number
  readonly steps: { readonly busy: boolean; readonly error: unknown }
  /** Whether it was taken. */
  readonly onSave: (text: string) => Promise<boolean>
  readonly onClose: () => void
}

/** One text to write over; what was typed stays where it is refused. */
export function TextDialog({ title, label, help, now, maxLength, steps, onSave, onClose }: TextDialogProps) {
  const t = useText()
  const announce = useAnnounce()
  const [text, setText] = useState(now)
  const [seen, setSeen] = useState(now)
  const [clash, setClash] = useState(false)
  const save = async () => {
    const isOther = now !== seen && now !== text.trim()
    setClash(isOther)
    setSeen(now)
    if (isOther || !(await onSave(text.trim()))) return
    announce(t(words.saved), { show: true })
    onClose()
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t(common.cancel)}</Button>
          <Button kind="primary" busy={steps.busy} onClick={() => void save()}>
            {t(common.save)}
          </Button>
        </>
      }
    >
      <Field label={label} help={help}>
        {(control) => (
          <textarea
            {...control}
            rows={7}
            maxLength={maxLength}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {clash && (
        <Note tone="warning" title={t(flow.rewritten)}>
          <p>{t(flow.rewrittenHelp)}</p>
          <blockquote className={styles.said}>{seen || t(flow.nothing)}</blockquote>
        </Note>
      )}
      {steps.error !== null && <ErrorNote error={steps.error} />}
    </Dialog>
  )
}
