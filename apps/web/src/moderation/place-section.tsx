import { Link } from '@tanstack/react-router'
import type { ModeratedPlace, ModeratedReport } from '@trygghetskartan/api/contract-moderation'
import { common } from '../messages/common.ts'
import { moderation } from '../messages/moderation.ts'
import { reportWords as words } from '../messages/moderation-report.ts'
import { useText } from '../messages/text.ts'
import { ClashNote } from '../problems/clash-note.tsx'
import { described } from '../problems/described.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote } from '../ui/note.tsx'
import styles from './report.module.css'
import { useMonth, useReasons } from './report-words.ts'
import { useSteps } from './use-moderation.ts'
import { usePlaceForm } from './use-place-form.ts'

interface PlaceSectionProps {
  readonly report: ModeratedReport
  readonly place: ModeratedPlace
}

const states = ['looked_at', 'planned', 'done', 'declined'] as const
const fields = [
  described('state', 'choice', words.state, {
    options: states.map((state) => ({ value: state, title: words[state] })),
  }),
  described('words', 'longtext', words.publicWords),
  described('answer', 'longtext', words.publicAnswer),
]

/** The public place of a report: what everybody reads of it, how it stands, and taking the report from it. */
export function PlaceSection({ report, place }: PlaceSectionProps) {
  const t = useText()
  const reasonsOf = useReasons()
  const monthOf = useMonth()
  const { take, busy, error } = useSteps(report)
  const form = usePlaceForm(report, place)
  const { written, write, save, saving, refused, clash } = form
  const split = () => {
    if (place.reports > 1 || confirm(t(words.splitLast))) void take({ step: 'split' })
  }
  return (
    <section className={styles.section} aria-label={t(words.place)}>
      <h4>{t(words.place)}</h4>
      <p className={styles.soft}>{t(words.placeHelp)}</p>
      <p>
        <strong>{reasonsOf(place.reasons)}</strong>, {monthOf(place.month)}.{' '}
        {t(moderation.reportsBehind(place.reports))}
        {place.supports > 0 && `, ${t(moderation.supportsBehind(place.supports))}`}.{' '}
        <Link to="/" search={{ sel: `reported_places:${place.id}` } as never}>
          {t(words.showPlace)}
        </Link>
      </p>
      <Field label={t(words.state)}>
        {(control) => (
          <select
            {...control}
            value={written.state}
            onChange={(event) => write({ state: event.target.value as typeof place.state })}
          >
            {states.map((state) => (
              <option key={state} value={state}>
                {t(words[state])}
              </option>
            ))}
          </select>
        )}
      </Field>
      {(['words', 'answer'] as const).map((name) => (
        <Field key={name} label={t(name === 'words' ? words.publicWords : words.publicAnswer)}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={2000}
              value={written[name] ?? ''}
              onChange={(event) => write({ [name]: event.target.value || null })}
            />
          )}
        </Field>
      ))}
      {clash && <ClashNote fields={fields} clashing={clash.fields} now={{ ...clash.now }} />}
      {refused !== null && <ErrorNote error={refused} />}
      {error !== null && <ErrorNote error={error} />}
      <div className={styles.buttons}>
        <Button kind="primary" busy={saving} onClick={() => void save()}>
          {t(common.save)}
        </Button>
        {form.isTouched && <Button onClick={form.reset}>{t(common.cancel)}</Button>}
        <Button busy={busy} onClick={split}>
          {t(words.splitPlace)}
        </Button>
      </div>
    </section>
  )
}
