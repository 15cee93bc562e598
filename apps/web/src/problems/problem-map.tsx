import type { ProblemDetail } from '@trygghetskartan/api/contract-problems'
import { useMemo, useState } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { PlaceMap } from './place-map.tsx'
import { type Placed, roleColours } from './place-style.ts'
import styles from './problems.module.css'
import { useStatusColour } from './use-status-colour.ts'

/** The problem's area with the measures and operations that answer to it. Choosing one goes to its row. */
export function ProblemMap({ problem }: { readonly problem: ProblemDetail }) {
  const t = useText()
  const flavour = useFlavour()
  const colourOf = useStatusColour()
  const [chosen, setChosen] = useState<string | null>(null)
  const { geometry, measures, operations } = problem
  const placed = useMemo(
    (): Placed[] => [
      ...(geometry
        ? [{ id: problem.id, role: 'problem' as const, geometry, colour: roleColours.problem[flavour] }]
        : []),
      ...operations.flatMap(({ id, geometry: place }) =>
        place
          ? [{ id, role: 'operation' as const, geometry: place, colour: roleColours.operation[flavour] }]
          : [],
      ),
      ...measures.map((measure) => ({
        id: measure.id,
        role: 'measure' as const,
        geometry: measure.geometry,
        colour: colourOf(measure.layer, measure.status),
      })),
    ],
    [problem.id, geometry, measures, operations, flavour, colourOf],
  )
  if (placed.length === 0) return null
  return (
    <section className={styles.section} aria-label={t(words.map)}>
      <PlaceMap
        label={t(words.mapOf(problem.title))}
        placed={placed}
        chosen={chosen}
        onChoose={(id) => {
          setChosen(id === problem.id ? null : id)
          document.getElementById(`row-${id}`)?.scrollIntoView({ block: 'center' })
        }}
      />
      <p className={styles.legend}>
        {geometry && (
          <span>
            <i style={{ color: roleColours.problem[flavour] }} aria-hidden="true" />
            {t(words.legendProblem)}
          </span>
        )}
        {measures.length > 0 && (
          <span>
            <i data-mark="measure" aria-hidden="true" />
            {t(words.legendMeasure)}
          </span>
        )}
        {operations.length > 0 && (
          <span>
            <i data-mark="operation" style={{ color: roleColours.operation[flavour] }} aria-hidden="true" />
            {t(words.legendOperation)}
          </span>
        )}
      </p>
    </section>
  )
}
