import type { PlannedMeasure, ProblemDetail } from '@trygghetskartan/api/contract-problems'
import { useMemo, useState } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import { PlaceMap } from './place-map.tsx'
import { type Placed, roleColours } from './place-style.ts'
import styles from './problems.module.css'
import { problemsApi } from './problems-api.ts'
import { StatusMark } from './status-mark.tsx'
import { useActionPlan, useRefreshProblems } from './use-problems.ts'
import { useStatusColour } from './use-status-colour.ts'

interface MeasurePickerProps {
  readonly problem: ProblemDetail
  readonly onClose: () => void
}

/** Links measures to a problem: sought in a list or chosen on the map. */
export function MeasurePicker({ problem, onClose }: MeasurePickerProps) {
  const t = useText()
  const flavour = useFlavour()
  const colourOf = useStatusColour()
  const refresh = useRefreshProblems()
  const { data: plan, error, refetch } = useActionPlan()
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [refused, setRefused] = useState<unknown>(null)
  const measures = useMemo(() => {
    const linked = plan?.problems.flatMap((one) => one.measures) ?? []
    const all = new Map([...(plan?.measuresWithoutProblem ?? []), ...linked].map((one) => [one.id, one]))
    return [...all.values()].sort((a, b) => a.title.localeCompare(b.title, 'sv'))
  }, [plan])
  const isLinked = ({ id }: PlannedMeasure) => problem.measures.some((one) => one.id === id)
  const shown = measures.filter(
    ({ id, title, layerTitle }) =>
      id === chosen || `${title} ${t(layerTitle)}`.toLowerCase().includes(sought.trim().toLowerCase()),
  )
  const placed = useMemo((): Placed[] => {
    const { geometry } = problem
    return [
      ...(geometry
        ? [{ id: problem.id, role: 'problem' as const, geometry, colour: roleColours.problem[flavour] }]
        : []),
      ...measures.map((one) => ({
        id: one.id,
        role: 'measure' as const,
        geometry: one.geometry,
        colour: colourOf(one.layer, one.status),
      })),
    ]
  }, [problem, measures, flavour, colourOf])
  const link = (measure: PlannedMeasure) => {
    setRefused(null)
    problemsApi
      .link(problem.id, measure.id, { layer: measure.layer })
      .catch((why: unknown) => setRefused(why))
      .finally(() => void refresh())
  }
  return (
    <Dialog
      wide
      title={t(words.pickMeasure)}
      onClose={onClose}
      footer={
        <Button kind="primary" onClick={onClose}>
          {t(words.done)}
        </Button>
      }
    >
      <div className={styles.gaps}>
        <p className={styles.soft}>{t(words.pickHelp)}</p>
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {refused !== null && <ErrorNote error={refused} />}
        {!plan && !error && <Skeleton lines={6} />}
        {plan && (
          <PlaceMap
            label={t(words.mapOf(problem.title))}
            placed={placed}
            chosen={chosen}
            onChoose={(id) => {
              setChosen(id)
              document.getElementById(`pick-${id}`)?.scrollIntoView({ block: 'center' })
            }}
          />
        )}
        <Field label={t(words.search)}>
          {(control) => (
            <input
              {...control}
              type="search"
              value={sought}
              onChange={(event) => setSought(event.target.value)}
            />
          )}
        </Field>
        {plan && shown.length === 0 && <p className={styles.soft}>{t(words.nothingFound)}</p>}
        <ul className={styles.items}>
          {shown.map((measure) => (
            <li key={measure.id} id={`pick-${measure.id}`} data-chosen={measure.id === chosen || undefined}>
              <div className={styles.line}>
                <div>
                  <strong>{measure.title}</strong>
                  <p className={styles.chips}>
                    <StatusMark measure={measure} />
                    <span>{t(measure.layerTitle)}</span>
                  </p>
                </div>
                {isLinked(measure) ? (
                  <span className={styles.soft}>{t(words.linked)}</span>
                ) : (
                  <Button size="s" aria-label={t(words.linkTo(measure.title))} onClick={() => link(measure)}>
                    {t(words.link)}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
