import { findSensitive } from '@trygghetskartan/formats/sensitive-text'
import { plan, sensitiveKinds } from '../messages/plan.ts'
import { reporter as words } from '../messages/reporter.ts'
import { useText } from '../messages/text.ts'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { refusedFinds } from './draft.ts'
import styles from './log-form.module.css'

const most = 500

interface WordsFieldProps {
  readonly value: string
  readonly onChange: (words: string) => void
}

/** A few words, watched while they are written: what points out somebody is refused, what looks like a name warned about. */
export function WordsField({ value, onChange }: WordsFieldProps) {
  const t = useText()
  const [bad] = refusedFinds(value)
  const [name] = findSensitive(value).filter(({ kind }) => kind === 'name')
  return (
    <div className={styles.words}>
      <Field
        label={t(words.words)}
        help={t(words.wordsHelp)}
        error={bad && t(words.wordsRefused(t(sensitiveKinds[bad.kind]), bad.text))}
      >
        {(control) => (
          <textarea
            {...control}
            name="words"
            rows={2}
            maxLength={most}
            enterKeyHint="done"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      {name && !bad && (
        <p className={styles.hint} role="status">
          <Icon name="warning" size={15} />
          {t(plan.nameHint(name.text))}
        </p>
      )}
      {value.length > most - 100 && <p className={styles.left}>{t(words.wordsLeft(most - value.length))}</p>}
    </div>
  )
}
