import type { FieldDescription } from '@trygghetskartan/api/contract'
import { findSensitive } from '@trygghetskartan/formats/sensitive-text'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ProblemError } from '../api.ts'
import { common } from '../messages/common.ts'
import { fieldProblemText, sensitiveKinds, plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/note.tsx'
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

/** A form of described fields. Words that may point out a person are told of before they are sent: the server takes none. */
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
  const { values, problems } = readForm(fields, input)
  const personOf = ({ name, control }: FieldDescription) =>
    control === 'text' || control === 'longtext' ? findSensitive(String(values[name] ?? ''))[0] : undefined
  const told = error instanceof ProblemError ? (error.problem.errors ?? []) : []

  useEffect(() => {
    if (tried > 0) focusFirstProblem(form.current)
  }, [tried])

  const save = async () => {
    setTried(tried + 1)
    if (Object.keys(problems).length > 0) return
    if (fields.some(personOf)) return
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
  const problemOf = (field: FieldDescription) => {
    const { name } = field
    const own = problems[name]
    if (tried > 0 && own) return t(fieldProblemText(own))
    const person = tried > 0 && personOf(field)
    if (person) return t(words.person(person.text, t(sensitiveKinds[person.kind])))
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
      <div className={styles.buttons}>
        {onCancel && <Button onClick={onCancel}>{t(common.cancel)}</Button>}
        <Button type="submit" kind="primary" busy={busy}>
          {saveLabel ?? t(common.save)}
        </Button>
      </div>
    </form>
  )
}
