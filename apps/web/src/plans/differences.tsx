import { useQuery } from '@tanstack/react-query'
import type { PlanDifference } from '@trygghetskartan/api/contract-plans'
import { useMemo } from 'react'
import { anchorOf } from '../comments/anchor.ts'
import { useFrame } from '../frame/frame-context.ts'
import { useFlavour, useMap } from '../map/map-context.ts'
import { useOverlay } from '../map/overlay.ts'
import { useFormat } from '../messages/format.ts'
import { plans as words } from '../messages/plans.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import styles from './differences.module.css'
import { differencesOverlay } from './differences-overlay.ts'
import { metresBetween } from './metres-between.ts'
import { plansApi } from './plans-api.ts'
import { planField, planKey } from './use-plans.ts'

interface DifferencesProps {
  readonly plan: string
  readonly from: string
  readonly to: string | undefined
}

/** What came, went and changed between two stands of a plan, here in words and over the map in signs. */
export function Differences({ plan, from, to }: DifferencesProps) {
  const t = useText()
  const map = useMap()
  const flavour = useFlavour()
  const { data, error, refetch } = useQuery({
    queryKey: planKey(plan, 'diff', from, to),
    queryFn: ({ signal }) => plansApi.difference(plan, from, to, signal),
  })
  const overlay = useMemo(() => (data ? differencesOverlay(data, flavour) : null), [data, flavour])
  useOverlay(map, overlay)
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={3} />
  if (data.length === 0) return <p>{t(words.noDifferences)}</p>
  const n = (change: PlanDifference['change']) => data.filter((one) => one.change === change).length
  return (
    <>
      <p className={styles.sum}>{t(words.countDifferences(n('added'), n('removed'), n('changed')))}</p>
      <p className={styles.legend}>{t(words.diffLegend)}</p>
      <ul className={styles.differences}>
        {data.map((difference) => (
          <li key={difference.id}>
            <DifferenceItem difference={difference} />
          </li>
        ))}
      </ul>
    </>
  )
}

const signs = { added: '+', removed: '−', changed: '→' } as const
const titles = { added: words.added, removed: words.removed, changed: words.altered } as const

function DifferenceItem({ difference }: { readonly difference: PlanDifference }) {
  const t = useText()
  const format = useFormat()
  const { zoomTo } = useFrame()
  const { layers } = useSession()
  const { change, title, before, after, by, at } = difference
  const layer = layers.find(({ id }) => id === difference.layer)
  const shape = after ?? before
  return (
    <article className={styles.difference} data-change={change}>
      <span className={styles.sign} aria-hidden="true">
        {signs[change]}
      </span>
      <div>
        <button type="button" disabled={!shape} onClick={() => shape && zoomTo(shape)}>
          <strong>{title || (layer && t(layer.title))}</strong>
        </button>
        <p className={styles.kind}>
          {t(titles[change])}
          {layer && ` · ${t(layer.title)}`}
        </p>
        {change === 'changed' && <Fields difference={difference} />}
        <p className={styles.who}>{t(words.byAt(by, format.dateTime(at)))}</p>
      </div>
    </article>
  )
}

/** Each changed field before and after; what the database keeps by itself, and which plan it is in, says nothing here. */
function Fields({
  difference: { layer: layerId, fields, before, after },
}: {
  readonly difference: PlanDifference
}) {
  const t = useText()
  const format = useFormat()
  const { layers } = useSession()
  const layer = layers.find(({ id }) => id === layerId)
  const plan = planField(layer?.fields ?? [])
  const told = (layer?.fields ?? []).filter(
    (field) => !field.readOnly && field !== plan && fields[field.name] !== undefined,
  )
  const isMoved = JSON.stringify(before) !== JSON.stringify(after)
  const metres = before && after ? metresBetween(anchorOf(before), anchorOf(after)) : 0
  return (
    <ul className={styles.fields}>
      {before && after && isMoved && (
        <li>
          {before.type === 'Point'
            ? t(words.movedMetres(`${format.number(Math.round(metres))} m`))
            : t(words.reshaped)}
        </li>
      )}
      {told.map((field) => {
        const [was, is] = fields[field.name]!
        return (
          <li key={field.name}>
            {t(field.title)}: <del>{format.field(field, was) || t(words.empty)}</del>{' '}
            <span aria-hidden="true">→</span>
            <span className="sr-only">{t(words.became)}</span>{' '}
            <ins>{format.field(field, is) || t(words.empty)}</ins>
          </li>
        )
      })}
    </ul>
  )
}
