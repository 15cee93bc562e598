import type {
  Activity,
  Commitment,
  CommitmentChange,
  CommitmentReading,
  Ground,
  GroundKind,
} from '@trygghetskartan/api/contract-commitments'
import { useState } from 'react'
import { useFormat } from '../../messages/format.ts'
import { promises } from '../../messages/promises.ts'
import { keep as words } from '../../messages/promises-keep.ts'
import { useText } from '../../messages/text.ts'
import { GoalChart } from '../../problems/goal-chart.tsx'
import { useSession } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ActivityRow } from '../activities-part.tsx'
import { GroundRow } from '../grounds-part.tsx'
import { IndicatorLine, useInUnit } from '../indicator-line.tsx'
import styles from '../promises.module.css'
import { promisesApi } from '../promises-api.ts'
import { activityFields, dialogueLayers, groundFields, indicatorFields, readingFields } from './fields.ts'
import { ListSection } from './list-section.tsx'
import { PromiseDialog } from './promise-dialog.tsx'

interface HangingProps {
  readonly promise: Commitment
  readonly writes: boolean
}
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Saves one list of a promise; nothing where the reader does not write. */
const saving = ({ promise, writes }: HangingProps, of: (items: readonly never[]) => CommitmentChange) =>
  writes
    ? (items: readonly unknown[]) => promisesApi.change(promise, of(items as readonly never[]))
    : undefined

export function ActivitiesSection(props: HangingProps) {
  const t = useText()
  const { activities } = props.promise
  return (
    <ListSection<Activity>
      ordered
      title={t(words.activities)}
      addLabel={t(words.addActivity)}
      items={activities}
      fields={activityFields}
      nameOf={({ title }) => title}
      valuesOf={(activity) => ({ ...activity })}
      itemOf={({ title, who, dueOn, doneOn, place }) => ({
        ...{ title: String(title), who: textOf(who), place: textOf(place) },
        ...{ dueOn: textOf(dueOn), doneOn: textOf(doneOn), state: 'ahead' },
      })}
      render={(activity) => <ActivityRow activity={activity} />}
      onSave={saving(props, (items: readonly Activity[]) => ({
        activities: items.map(({ state: _, ...activity }) => activity),
      }))}
    />
  )
}

export function GroundsSection(props: HangingProps) {
  const t = useText()
  const { layers } = useSession()
  const { grounds } = props.promise
  const withObjects = dialogueLayers(layers)
  const plain = ({ about, shown: _, ...ground }: Ground) => ({
    ...ground,
    layer: about?.layer ?? null,
    object: about?.id ?? null,
  })
  return (
    <ListSection<Ground>
      ordered
      title={t(promises.grounds)}
      addLabel={t(words.addGround)}
      items={grounds}
      fields={groundFields(layers)}
      nameOf={({ title }) => title}
      valuesOf={({ about, ...ground }) => ({ ...ground, ...(about && { [about.layer]: about.id }) })}
      itemOf={({ kind, title, text, source, ...objects }) => {
        const layer = withObjects.find(({ id }) => textOf(objects[id]))
        return {
          ...{ kind: kind as GroundKind, title: String(title), text: textOf(text), source: textOf(source) },
          about: layer
            ? {
                ...{ layer: layer.id, id: String(objects[layer.id]), layerTitle: layer.title },
                ...{ title: null, state: null, at: [0, 0] },
              }
            : null,
        }
      }}
      render={(ground) => (
        <>
          <GroundRow ground={ground} />
          {ground.shown === false && <p className={styles.hidden}>{t(words.notShown)}</p>}
        </>
      )}
      onSave={saving(props, (items: readonly Ground[]) => ({ grounds: items.map(plain) }))}
    />
  )
}

export function ReadingsSection(props: HangingProps) {
  const t = useText()
  const format = useFormat()
  const { promise, writes } = props
  const inUnit = useInUnit(promise.unit)
  return (
    <ListSection<CommitmentReading>
      title={t(promises.measuring)}
      addLabel={t(words.addReading)}
      items={promise.readings}
      fields={readingFields}
      nameOf={({ on }) => format.shortDate(on)}
      valuesOf={(reading) => ({ ...reading })}
      itemOf={({ on, value, note }) => ({ on: String(on), value: Number(value), note: textOf(note) })}
      render={({ on, value, note }) => (
        <p className={styles.line}>
          <strong>{inUnit(value)}</strong>
          <span className={styles.soft}>{[format.shortDate(on), note].filter(Boolean).join(' · ')}</span>
        </p>
      )}
      onSave={saving(props, (readings: readonly CommitmentReading[]) => ({ readings: [...readings] }))}
    >
      {promise.indicator ? (
        <>
          <IndicatorLine promise={promise} />
          <GoalChart problem={promise} />
        </>
      ) : (
        <p className={styles.soft}>{t(words.noIndicator)}</p>
      )}
      {writes && <EditIndicator promise={promise} />}
    </ListSection>
  )
}

function EditIndicator({ promise }: { readonly promise: Commitment }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <p className={styles.buttons}>
      <Button size="s" icon={<Icon name="edit" size={16} />} onClick={() => setOpen(true)}>
        {t(words.editIndicator)}
      </Button>
      {open && (
        <PromiseDialog
          title={t(words.editIndicator)}
          promise={promise}
          fields={indicatorFields}
          onClose={() => setOpen(false)}
        />
      )}
    </p>
  )
}
