import { Link } from '@tanstack/react-router'
import type { ModeratedReport, ReportBeside } from '@trygghetskartan/api/contract-moderation'
import { type ReactNode, useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { moderation } from '../messages/moderation.ts'
import { flow } from '../messages/moderation-flow.ts'
import { reportWords as words } from '../messages/moderation-report.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/note.tsx'
import type { Search } from '../url-state.ts'
import styles from './report.module.css'
import { useMonth, useReasons } from './report-words.ts'
import { useSteps } from './use-moderation.ts'

interface BelongsSectionProps {
  readonly report: ModeratedReport
  readonly onPoint: (id: string | null) => void
}

/** Reports near by that are told at first. */
const fewest = 5

/** Reports and places near by that may be about the same, and those that are held together with it. */
export function BelongsSection({ report, onPoint }: BelongsSectionProps) {
  const t = useText()
  const format = useFormat()
  const reasonsOf = useReasons()
  const monthOf = useMonth()
  const { take, busy, error } = useSteps(report)
  const { others, near, sameAs, supports } = report
  const held = new Set(others.map(({ id }) => id))
  const free = !report.place && !sameAs && report.state !== 'declined'
  const beside = near.reports.filter(({ id }) => !held.has(id))
  const [whole, setWhole] = useState(false)
  // What says the same comes first; the nearest of each first.
  const isAlike = ({ reasons }: ReportBeside) => reasons.some((one) => report.reasons.includes(one))
  const sorted = [...beside.filter(isAlike), ...beside.filter((one) => !isAlike(one))]
  const told = whole ? sorted : sorted.slice(0, fewest)
  const places = near.places.filter(({ id }) => id !== report.place)
  return (
    <section className={styles.section} aria-label={t(words.belongs)}>
      <h4>{t(words.belongs)}</h4>
      <p className={styles.soft}>{t(words.belongsHelp)}</p>
      {others.length > 0 && (
        <>
          <h5>{t(words.heldWith)}</h5>
          <ul className={styles.rows}>
            {others.map((other) => (
              <Beside key={other.id} report={other} onPoint={onPoint} />
            ))}
          </ul>
          {sameAs && (
            <div className={styles.buttons}>
              <Button size="s" busy={busy} onClick={() => void take({ step: 'split' })}>
                {t(words.split)}
              </Button>
            </div>
          )}
        </>
      )}
      <h5>{t(words.near)}</h5>
      {beside.length + places.length === 0 && <p className={styles.soft}>{t(words.nothingNear)}</p>}
      <ul className={styles.rows}>
        {places.map((place) => (
          <li key={place.id} id={`row-${place.id}`}>
            <div>
              <strong>{reasonsOf(place.reasons) || t(words.place)}</strong>
              <p className={styles.soft}>
                {t(words.place)}, {t(words[place.state]).toLowerCase()}, {monthOf(place.month)} ·{' '}
                {t(words.away(format.distance(place.metres)))}
              </p>
              {place.words && <p>{place.words}</p>}
              {place.id === supports && <p className={styles.mark}>{t(words.saysSo)}</p>}
            </div>
            {free && (
              <Button
                size="s"
                busy={busy}
                aria-label={t(words.mergeWith(reasonsOf(place.reasons)))}
                onClick={() => void take({ step: 'merge', place: place.id })}
                onFocus={() => onPoint(place.id)}
              >
                {t(words.merge)}
              </Button>
            )}
          </li>
        ))}
        {told.map((other) => (
          <Beside
            key={other.id}
            report={other}
            metres={format.distance(other.metres)}
            onPoint={onPoint}
            action={
              free && (
                <Button
                  size="s"
                  busy={busy}
                  aria-label={t(
                    words.mergeWith(`${reasonsOf(other.reasons)}, ${format.shortDate(other.receivedOn)}`),
                  )}
                  onClick={() => void take({ step: 'merge', report: other.id })}
                  onFocus={() => onPoint(other.id)}
                >
                  {t(words.merge)}
                </Button>
              )
            }
          />
        ))}
      </ul>
      {sorted.length > fewest && (
        <div className={styles.buttons}>
          <Button size="s" kind="quiet" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {t(whole ? flow.fewer : flow.more(sorted.length - fewest))}
          </Button>
        </div>
      )}
      {error !== null && <ErrorNote error={error} />}
    </section>
  )
}

interface BesideProps {
  readonly report: ReportBeside
  readonly metres?: string
  readonly action?: ReactNode
  readonly onPoint: (id: string | null) => void
}

function Beside({ report, metres, action, onPoint }: BesideProps) {
  const t = useText()
  const format = useFormat()
  const reasonsOf = useReasons()
  return (
    <li id={`row-${report.id}`}>
      <div>
        <Link
          to="/planera/rapporter/{-$report}"
          params={{ report: report.id }}
          search={(before: Search) => before}
          onFocus={() => onPoint(report.id)}
        >
          {reasonsOf(report.reasons)}
        </Link>
        <p className={styles.soft}>
          {format.shortDate(report.receivedOn)}, {t(moderation[report.state]).toLowerCase()}
          {metres && ` · ${t(words.away(metres))}`}
        </p>
        {report.words && <p>{report.words}</p>}
      </div>
      {action}
    </li>
  )
}
