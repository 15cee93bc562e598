import { Link } from '@tanstack/react-router'
import type { ModeratedReport } from '@trygghetskartan/api/contract-moderation'
import type { PlannedMeasure } from '@trygghetskartan/api/contract-problems'
import { type ReactNode, useMemo } from 'react'
import { useFormat } from '../messages/format.ts'
import { reportWords as words } from '../messages/moderation-report.ts'
import { useText } from '../messages/text.ts'
import { StatusMark } from '../problems/status-mark.tsx'
import { useActionPlan } from '../problems/use-problems.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import styles from './report.module.css'
import { useSteps } from './use-moderation.ts'

interface LedSectionProps {
  readonly report: ModeratedReport
  readonly onPoint: (id: string | null) => void
}

/** Measures and problems that came of a report, or of the place it belongs to; those near by are one click away. */
export function LedSection({ report, onPoint }: LedSectionProps) {
  const t = useText()
  const format = useFormat()
  const { data: plan } = useActionPlan()
  const { take, busy, error } = useSteps(report)
  const { links, near } = report
  const linked = new Set(links.map(({ measure, problem }) => measure?.id ?? problem?.id))
  const beside = near.measures.filter(({ id }) => !linked.has(id))
  const others = useMemo(() => {
    const all = [
      ...(plan?.measuresWithoutProblem ?? []),
      ...(plan?.problems.flatMap((one) => one.measures) ?? []),
    ]
    return [...new Map(all.map((one) => [one.id, one])).values()].sort((a, b) =>
      a.title.localeCompare(b.title, 'sv'),
    )
  }, [plan])
  const link = ({ id, layer }: PlannedMeasure) => void take({ step: 'link', layer, measure: id })
  return (
    <section className={styles.section} aria-label={t(words.led)}>
      <h4>{t(words.led)}</h4>
      {links.length === 0 && <p className={styles.soft}>{t(words.ledNothing)}</p>}
      <ul className={styles.rows}>
        {links.map(({ id, measure, problem }) => {
          const title = measure?.title ?? problem?.title ?? ''
          const remove = (
            <IconButton
              label={t(words.unlink(title))}
              icon={<Icon name="bin" size={15} />}
              onClick={() => void take({ step: 'unlink', link: id })}
            />
          )
          if (measure) return <Measure key={id} measure={measure} action={remove} />
          return (
            <li key={id}>
              <div>
                <Link to="/$face/problem/$problem" params={{ face: 'planera', problem: problem?.id ?? '' }}>
                  {title}
                </Link>
                <p className={styles.soft}>{t(words.problem)}</p>
              </div>
              {remove}
            </li>
          )
        })}
      </ul>
      {beside.length > 0 && (
        <>
          <h5>
            {t(words.nearMeasures)}, {t(words.near).toLowerCase()}
          </h5>
          <ul className={styles.rows}>
            {beside.map((measure) => (
              <Measure
                key={measure.id}
                measure={measure}
                metres={t(words.away(format.distance(measure.metres)))}
                action={
                  <Button
                    size="s"
                    busy={busy}
                    aria-label={t(words.linkTo(measure.title))}
                    onClick={() => link(measure)}
                    onFocus={() => onPoint(measure.id)}
                  >
                    {t(words.link)}
                  </Button>
                }
              />
            ))}
          </ul>
        </>
      )}
      <div className={styles.pickers}>
        <Picker
          label={t(words.otherMeasure)}
          options={others.filter(({ id }) => !linked.has(id))}
          onPick={(id) => {
            const found = others.find((one) => one.id === id)
            if (found) link(found)
          }}
        />
        <Picker
          label={t(words.problem)}
          options={plan?.problems.filter(({ id, state }) => state !== 'closed' && !linked.has(id)) ?? []}
          onPick={(problem) => void take({ step: 'link', problem })}
        />
      </div>
      {error !== null && <ErrorNote error={error} />}
    </section>
  )
}

interface MeasureProps {
  readonly measure: PlannedMeasure
  readonly metres?: string
  readonly action: ReactNode
}

function Measure({ measure, metres, action }: MeasureProps) {
  const t = useText()
  return (
    <li id={`row-${measure.id}`}>
      <div>
        <Link to="/planera" search={{ sel: `${measure.layer}:${measure.id}` } as never}>
          {measure.title}
        </Link>
        <p className={styles.soft}>
          <StatusMark measure={measure} /> · {t(measure.layerTitle)}
          {metres && ` · ${metres}`}
        </p>
      </div>
      {action}
    </li>
  )
}

interface PickerProps {
  readonly label: string
  readonly options: readonly { readonly id: string; readonly title: string }[]
  readonly onPick: (id: string) => void
}

/** Chosen at once: links what is picked, and is empty again. */
function Picker({ label, options, onPick }: PickerProps) {
  const t = useText()
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value="" onChange={(event) => event.target.value && onPick(event.target.value)}>
          <option value="">{t(words.chooseOne)}</option>
          {options.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
