import type { NewDecision } from '@trygghetskartan/api/contract-decisions'
import { decisions as words } from '../messages/decisions.ts'
import { useText } from '../messages/text.ts'
import { Field } from '../ui/field.tsx'

/** Steps that are decisions: they take a text, and somebody who may decide. */
export const isDecision = (status: string): boolean => status === 'decided' || status === 'declined'

export const noDecision: NewDecision = { text: '', reference: '', body: '' }

/** A decision as it is sent: trimmed, and null where nothing was written. */
export const writtenDecision = ({ text, reference, body }: NewDecision): NewDecision => ({
  text: text.trim(),
  reference: reference?.trim() || null,
  body: body?.trim() || null,
})

interface DecisionFieldsProps {
  readonly value: NewDecision
  /** The text was asked for and is not there. */
  readonly missing: boolean
  readonly onChange: (next: NewDecision) => void
}

/** What is decided and why, its case number, and who decided. */
export function DecisionFields({ value, missing, onChange }: DecisionFieldsProps) {
  const t = useText()
  return (
    <>
      <Field
        label={t(words.text)}
        help={t(words.textHelp)}
        required
        error={missing && !value.text.trim() ? t(words.textMissing) : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            rows={4}
            maxLength={4000}
            value={value.text}
            onChange={(event) => onChange({ ...value, text: event.target.value })}
          />
        )}
      </Field>
      <Field label={t(words.reference)} help={t(words.referenceHelp)}>
        {(control) => (
          <input
            {...control}
            maxLength={100}
            autoComplete="off"
            value={value.reference ?? ''}
            onChange={(event) => onChange({ ...value, reference: event.target.value })}
          />
        )}
      </Field>
      <Field label={t(words.body)} help={t(words.bodyHelp)}>
        {(control) => (
          <input
            {...control}
            maxLength={200}
            autoComplete="off"
            value={value.body ?? ''}
            onChange={(event) => onChange({ ...value, body: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
