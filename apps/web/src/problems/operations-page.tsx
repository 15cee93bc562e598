import type { Operation } from '@trygghetskartan/api/contract-problems'
import { useMemo, useState } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { actionPlan as words } from '../messages/action-plan.ts'
import { problems } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { OperationDialog } from './operation-dialog.tsx'
import { OperationItem } from './operation-item.tsx'
import { PlaceMap } from './place-map.tsx'
import { type Placed, roleColours } from './place-style.ts'
import styles from './problems.module.css'
import { useOperations, useProblems } from './use-problems.ts'
import { WorkFrame, WorkPage } from './work-page.tsx'

/** /planera/insatser and /lagesbild/insatser: joint operations by date, with a map. */
export function OperationsPage() {
  return (
    <WorkFrame>
      <Content />
    </WorkFrame>
  )
}

function Content() {
  const t = useText()
  const flavour = useFlavour()
  const { data, error, refetch } = useOperations()
  const { data: all } = useProblems()
  const [adding, setAdding] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const now = new Date().toISOString()
  const coming = (data ?? []).filter(({ endsAt }) => Date.parse(endsAt) >= Date.parse(now)).toReversed()
  const past = (data ?? []).filter(({ endsAt }) => Date.parse(endsAt) < Date.parse(now))
  const placed = useMemo(
    (): Placed[] =>
      (data ?? []).flatMap(({ id, geometry }) =>
        geometry
          ? [{ id, role: 'operation' as const, geometry, colour: roleColours.operation[flavour] }]
          : [],
      ),
    [data, flavour],
  )
  const part = (title: string, operations: readonly Operation[]) =>
    operations.length > 0 && (
      <section className={styles.section} aria-label={title}>
        <h3>{title}</h3>
        <ul className={styles.items}>
          {operations.map((operation) => (
            <li key={operation.id} id={`row-${operation.id}`}>
              <OperationItem
                operation={operation}
                problems={all?.problems.filter(({ id }) => operation.problems.includes(id))}
                onShow={operation.geometry ? () => setChosen(operation.id) : undefined}
              />
            </li>
          ))}
        </ul>
      </section>
    )
  return (
    <WorkPage
      title={t(problems.operations)}
      lead={t(words.operationsLead)}
      actions={
        <Button kind="primary" icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
          {t(words.newOperation)}
        </Button>
      }
    >
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={9} />}
      {data?.length === 0 && (
        <Empty title={t(words.noOperations)}>
          <p>{t(words.noOperationsHelp)}</p>
        </Empty>
      )}
      {data && data.length > 0 && (
        <div className={styles.columns}>
          <div>
            {part(t(words.coming), coming)}
            {part(t(words.past), past)}
          </div>
          <div>
            {placed.length > 0 && (
              <section className={styles.section} aria-label={t(problems.map)}>
                <PlaceMap
                  label={t(problems.mapOf(t(problems.operations)))}
                  placed={placed}
                  chosen={chosen}
                  onChoose={(id) => {
                    setChosen(id)
                    document.getElementById(`row-${id}`)?.scrollIntoView({ block: 'center' })
                  }}
                />
              </section>
            )}
          </div>
        </div>
      )}
      {adding && <OperationDialog onClose={() => setAdding(false)} />}
    </WorkPage>
  )
}
