import { Link } from '@tanstack/react-router'
import type { ActionPlan, PlannedMeasure } from '@trygghetskartan/api/contract-problems'
import { useState } from 'react'
import { actionPlan as words } from '../messages/action-plan.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { ErrorNote } from '../ui/note.tsx'
import styles from './problems.module.css'
import { problemsApi } from './problems-api.ts'
import { StatusMark } from './status-mark.tsx'
import { useRefreshProblems } from './use-problems.ts'
import { useWorkFace } from './work-face.ts'

/** Measures that answer to no problem, each with the way to tie it to one. */
export function LooseMeasures({ plan }: { readonly plan: ActionPlan }) {
  const t = useText()
  const format = useFormat()
  const face = useWorkFace()
  const refresh = useRefreshProblems()
  const [error, setError] = useState<unknown>(null)
  const open = plan.problems.filter(({ state }) => state !== 'closed')
  const { measuresWithoutProblem: loose } = plan
  const link = (measure: PlannedMeasure, problem: string) => {
    setError(null)
    problemsApi
      .link(problem, measure.id, { layer: measure.layer })
      .catch((refused: unknown) => setError(refused))
      .finally(() => void refresh())
  }
  return (
    <section className={styles.section} aria-label={t(words.loose)}>
      <h3>{t(words.loose)}</h3>
      <p className={styles.soft}>{t(loose.length > 0 ? words.looseHelp : words.noLoose)}</p>
      {error !== null && <ErrorNote error={error} />}
      <ul className={styles.items}>
        {loose.map((measure) => (
          <li key={measure.id}>
            <div className={styles.line}>
              <div>
                <Link to={`/${face}`} search={{ sel: `${measure.layer}:${measure.id}` }}>
                  {measure.title}
                </Link>
                <p className={styles.chips}>
                  <StatusMark measure={measure} />
                  <span>{t(measure.layerTitle)}</span>
                  {(measure.completedOn ?? measure.startsOn) && (
                    <span>{format.shortDate((measure.completedOn ?? measure.startsOn)!)}</span>
                  )}
                </p>
              </div>
              {open.length > 0 && (
                <select
                  aria-label={t(words.linkTo(measure.title))}
                  className={styles.select}
                  value=""
                  onChange={(event) => link(measure, event.target.value)}
                >
                  <option value="">{t(words.choose)}</option>
                  {open.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </select>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
