import { useFormat } from '../messages/format.ts'
import { report as words } from '../messages/report.ts'
import { seasonWords } from '../messages/report-choices.ts'
import { useWords } from '../messages/wording.ts'
import { Field } from '../ui/field.tsx'
import { RadioChoice } from '../ui/radio-choice.tsx'
import { type Days, type Hours, hoursOf } from './draft.ts'
import type { StepProps } from './step.ts'
import styles from './steps.module.css'

const week = [1, 2, 3, 4, 5, 6, 7] as const
const hoursWords = {
  whole: words.whole,
  mornings: words.mornings,
  daytime: words.daytime,
  evenings: words.evenings,
  nights: words.nights,
  own: words.ownHours,
} as const satisfies Record<Hours, unknown>
const daysWords = {
  all: words.allDays,
  workdays: words.workdays,
  weekends: words.weekends,
  own: words.ownDays,
} as const satisfies Record<Days, unknown>

/** When: hours, days and season, each with what is likely as one tap. */
export function WhenStep({ draft, onDraft }: StepProps) {
  const t = useWords()
  const format = useFormat()
  const options = <Value extends string>(all: Readonly<Record<Value, Parameters<typeof t>[0]>>) =>
    (Object.keys(all) as Value[]).map((value) => ({ value, title: t(all[value]) }))
  const { hours, days, weekdays } = draft
  const clock = hours !== 'whole' && hours !== 'own' ? hoursOf[hours] : null
  return (
    <>
      <p className={styles.help}>{t(words.whenHelp)}</p>
      <div className={styles.part}>
        <RadioChoice
          className={styles.choice}
          label={t(words.hours)}
          options={options(hoursWords)}
          value={hours}
          onChange={(next) => onDraft({ hours: next })}
        />
        {clock && <p className={styles.help}>{clock.join('–')}</p>}
        {hours === 'own' && (
          <div className={styles.clocks}>
            <Field label={t(words.from)}>
              {(control) => (
                <input
                  {...control}
                  type="time"
                  value={draft.from}
                  onChange={(event) => onDraft({ from: event.target.value })}
                />
              )}
            </Field>
            <Field label={t(words.to)}>
              {(control) => (
                <input
                  {...control}
                  type="time"
                  value={draft.to}
                  onChange={(event) => onDraft({ to: event.target.value })}
                />
              )}
            </Field>
          </div>
        )}
      </div>
      <div className={styles.part}>
        <RadioChoice
          className={styles.choice}
          label={t(words.days)}
          options={options(daysWords)}
          value={days}
          onChange={(next) => onDraft({ days: next })}
        />
        {days === 'own' && (
          <fieldset className={styles.week}>
            <legend className="sr-only">{t(words.ownDays)}</legend>
            {week.map((day) => (
              <label key={day}>
                <input
                  type="checkbox"
                  aria-label={format.weekday(day, 'long')}
                  checked={weekdays.includes(day)}
                  onChange={() =>
                    onDraft({
                      weekdays: weekdays.includes(day)
                        ? weekdays.filter((one) => one !== day)
                        : [...weekdays, day],
                    })
                  }
                />
                <span aria-hidden="true">{format.weekday(day)}</span>
              </label>
            ))}
          </fieldset>
        )}
      </div>
      <RadioChoice
        className={styles.choice}
        label={t(words.season)}
        options={options(seasonWords)}
        value={draft.season}
        onChange={(season) => onDraft({ season })}
      />
    </>
  )
}
