import { reporter as words } from '../messages/reporter.ts'
import { useText } from '../messages/text.ts'
import { Field } from '../ui/field.tsx'
import { RadioChoice } from '../ui/radio-choice.tsx'
import { type Draft, localTime } from './draft.ts'
import styles from './log-form.module.css'

interface WhenFieldProps {
  readonly draft: Draft
  readonly onChange: (change: Partial<Draft>) => void
  readonly error: string | undefined
}

const hour = 3_600_000
const fortnight = 14 * 24 * hour

/** When: now, a quarter of an hour ago, or a time that is picked. */
export function WhenField({ draft, onChange, error }: WhenFieldProps) {
  const t = useText()
  const now = new Date()
  const limits = { min: localTime(new Date(now.getTime() - fortnight)), max: localTime(now) }
  const choose = (when: Draft['when']) =>
    onChange({
      when,
      ...(when === 'earlier' && !draft.from && { from: localTime(new Date(now.getTime() - hour)) }),
    })
  return (
    <div className={styles.when}>
      <RadioChoice
        className={styles.choices}
        label={t(words.when)}
        options={[
          { value: 'now', title: t(words.now) },
          { value: 'quarter', title: t(words.quarter) },
          { value: 'earlier', title: t(words.earlier) },
        ]}
        value={draft.when}
        onChange={choose}
      />
      {draft.when === 'earlier' && (
        <div className={styles.times}>
          <Field label={t(words.from)} error={error}>
            {(control) => (
              <input
                {...control}
                {...limits}
                type="datetime-local"
                value={draft.from}
                onChange={(event) => onChange({ from: event.target.value })}
              />
            )}
          </Field>
          <Field label={t(words.to)}>
            {(control) => (
              <input
                {...control}
                {...limits}
                type="datetime-local"
                value={draft.to}
                onChange={(event) => onChange({ to: event.target.value })}
              />
            )}
          </Field>
        </div>
      )}
    </div>
  )
}
