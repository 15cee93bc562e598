import { Link } from '@tanstack/react-router'
import type { ModeratedPlace, ModeratedReport } from '@trygghetskartan/api/contract-moderation'
import { useState } from 'react'
import { common } from '../messages/common.ts'
import { moderation } from '../messages/moderation.ts'
import { reportWords as words } from '../messages/moderation-report.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { moderationApi } from './moderation-api.ts'
import styles from './report.module.css'
import { useMonth, useReasons } from './report-words.ts'
import { useRefreshModeration, useSteps } from './use-moderation.ts'

interface PlaceSectionProps {
  readonly report: ModeratedReport
  readonly place: ModeratedPlace
}

const states = ['looked_at', 'planned', 'done', 'declined'] as const

/** The public place of a report: what everybody reads of it, how it stands, and taking the report from it. */
export function PlaceSection({ report, place }: PlaceSectionProps) {
  const t = useText()
  const reasonsOf = useReasons()
  const monthOf = useMonth()
  const announce = useAnnounce()
  const refresh = useRefreshModeration()
  const { take, busy, error } = useSteps(report)
  const [written, setWritten] = useState({
    state: place.state,
    words: place.words ?? '',
    answer: place.answer ?? '',
  })
  const [refused, setRefused] = useState<unknown>(null)
  const save = async () => {
    setRefused(null)
    try {
      await moderationApi.changePlace(place, written)
      announce(t(words.saved), { show: true })
    } catch (why) {
      setRefused(why)
    }
    await refresh()
  }
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
            onChange={(event) => setWritten({ ...written, state: event.target.value as typeof place.state })}
          >
            {states.map((state) => (
              <option key={state} value={state}>
                {t(words[state])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t(words.publicWords)}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={2000}
            value={written.words}
            onChange={(event) => setWritten({ ...written, words: event.target.value })}
          />
        )}
      </Field>
      <Field label={t(words.publicAnswer)}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={2000}
            value={written.answer}
            onChange={(event) => setWritten({ ...written, answer: event.target.value })}
          />
        )}
      </Field>
      {refused !== null && <ErrorNote error={refused} />}
      {error !== null && <ErrorNote error={error} />}
      <div className={styles.buttons}>
        <Button kind="primary" onClick={() => void save()}>
          {t(common.save)}
        </Button>
        <Button busy={busy} onClick={split}>
          {t(words.splitPlace)}
        </Button>
      </div>
    </section>
  )
}
