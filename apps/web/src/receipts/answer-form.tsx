import { useRef, useState } from 'react'
import { receipt as words } from '../messages/receipt.ts'
import { report } from '../messages/report.ts'
import { sensitiveWords } from '../messages/report-choices.ts'
import { useWords } from '../messages/wording.ts'
import { refusedFinds } from '../report/draft.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote } from '../ui/note.tsx'
import styles from './receipt.module.css'
import { receiptsApi } from './receipts-api.ts'

const most = 1000

interface AnswerFormProps {
  readonly code: string
  /** The office has asked last. */
  readonly asked: boolean
  readonly onAnswered: () => void
}

/** A few words to the office. What is written stays until it has arrived. */
export function AnswerForm({ code, asked, onAnswered }: AnswerFormProps) {
  const t = useWords()
  const announce = useAnnounce()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [empty, setEmpty] = useState(false)
  const [error, setError] = useState<unknown>(null)
  // The same answer, however often it is sent.
  const id = useRef(crypto.randomUUID())
  const field = useRef<HTMLTextAreaElement>(null)
  const [bad] = refusedFinds(text)
  const send = () => {
    const said = text.trim()
    setEmpty(said === '')
    if (said === '' || bad) return field.current?.focus()
    setBusy(true)
    setError(null)
    receiptsApi
      .answer(code, id.current, said)
      .then(() => {
        id.current = crypto.randomUUID()
        setText('')
        announce(t(asked ? words.answered : words.written), { show: true })
        onAnswered()
      }, setError)
      .finally(() => setBusy(false))
  }
  const problem = bad
    ? t(report.wordsFound(t(sensitiveWords[bad.kind]), bad.text))
    : empty
      ? t(words.emptyAnswer)
      : undefined
  return (
    <section className={styles.card}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) send()
        }}
      >
        <Field label={t(asked ? words.writeAnswer : words.write)} help={t(words.writeHelp)} error={problem}>
          {(control) => (
            <textarea
              {...control}
              ref={field}
              rows={3}
              maxLength={most}
              value={text}
              onChange={(event) => {
                setText(event.target.value)
                setEmpty(false)
              }}
            />
          )}
        </Field>
        {error !== null && <ErrorNote error={error} />}
        <Button type="submit" kind={asked ? 'primary' : 'plain'} busy={busy}>
          {t(asked ? words.sendAnswer : words.send)}
        </Button>
      </form>
    </section>
  )
}
