import type { FieldDescription } from '@trygghetskartan/api/contract'
import { findSensitive } from '@trygghetskartan/formats/sensitive-text'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ProblemError } from '../api.ts'
import { common } from '../messages/common.ts'
import { fieldProblemText, sensitiveKinds, plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote, Note } from '../ui/note.tsx'
import { FieldControl } from './field-control.tsx'
import styles from './fields-form.module.css'
import { focusFirstProblem } from './focus-problem.ts'
import { type FormInput, inputOf, readForm } from './form-values.ts'

interface FieldsFormProps {
  readonly fields: readonly FieldDescription[]
  /** Values by field name. */
  readonly initial?: Readonly<Record<string, unknown>>
  /** Rejects where it cannot be saved: then what was typed stays, with what the server says beside it. */
  readonly onSave: (values: Record<string, unknown>) => Promise<unknown>
  readonly onCancel?: (() => void) | undefined
  readonly saveLabel?: string
  /** Between the fields and the buttons. */
  readonly children?: ReactNode
}

/** A form of described fields. Words that may point out a person are shown before they are sent, once for each text. */
export function FieldsForm({ fields, initial = {}, onSave, onCancel, saveLabel, children }: FieldsFormProps) {
  const t = useText()
  const form = useRef<HTMLFormElement>(null)
  const [input, setInput] = useState<FormInput>(() =>
    Object.fromEntries(
      fields.map((field) => [field.name, inputOf(field, initial[field.name] ?? field.initial)]),
    ),
  )
  const [tried, setTried] = useState(0)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  /** The texts that were sent in spite of what they hold. */
  const [accepted, setAccepted] = useState('')
  const { values, problems } = readForm(fields, input)
  const finds = fields
    .filter(({ control }) => control === 'text' || control === 'longtext')
    .flatMap(({ name }) => findSensitive(String(values[name] ?? '')))
  const found = finds.map(({ text }) => text).join('\n')
  const mustAccept = tried > 0 && found !== '' && found !== accepted
  const told = error instanceof ProblemError ? (error.problem.errors ?? []) : []

  useEffect(() => {
    if (tried > 0) focusFirstProblem(form.current)
  }, [tried])

  const save = async () => {
    setTried(tried + 1)
    if (Object.keys(problems).length > 0) return
    if (found !== '' && found !== accepted && !mustAccept) return
    setAccepted(found)
    setBusy(true)
    setError(null)
    try {
      await onSave(values)
    } catch (refused) {
      setError(refused)
      setTried(tried + 2)
    }
    setBusy(false)
  }
  const problemOf = ({ name }: FieldDescription) => {
    const own = problems[name]
    if (tried > 0 && own) return t(fieldProblemText(own))
    return told.find(({ field }) => field === name)?.message
  }
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {fields.map((field) => (
        <FieldControl
          key={field.name}
          field={field}
          input={input[field.name] ?? null}
          error={problemOf(field)}
          onChange={(next) => setInput((before) => ({ ...before, [field.name]: next }))}
        />
      ))}
      {children}
      {error !== null && <ErrorNote error={error} />}
      {mustAccept && (
        <Note tone="warning" title={t(words.sensitiveTitle)}>
          <p>{t(words.sensitiveHelp)}</p>
          <ul>
            {finds.map(({ kind, text }) => (
              <li key={text}>
                <strong>{text}</strong> ({t(sensitiveKinds[kind])})
              </li>
            ))}
          </ul>
        </Note>
      )}
      <div className={styles.buttons}>
        {onCancel && <Button onClick={onCancel}>{t(common.cancel)}</Button>}
        <Button type="submit" kind="primary" busy={busy}>
          {mustAccept ? t(words.sensitiveAnyway) : (saveLabel ?? t(common.save))}
        </Button>
      </div>
    </form>
  )
}
