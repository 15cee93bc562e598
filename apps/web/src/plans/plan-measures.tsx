import type { Plan as PlanInfo } from '@trygghetskartan/api/contract-identity'
import type { PlanMeasure } from '@trygghetskartan/api/contract-plans'
import { useFrame } from '../frame/frame-context.ts'
import { objectTitle } from '../inspector/object-title.ts'
import { Swatch } from '../layers/swatch.tsx'
import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { plans as words } from '../messages/plans.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Empty, Skeleton } from '../ui/note.tsx'
import { StatusChip } from '../ui/status-chip.tsx'
import { useUrlState } from '../url-state.ts'
import { MeasureActs } from './measure-acts.tsx'
import { costOf, isUnpriced } from './measure-cost.ts'
import styles from './plan-panel.module.css'

interface PlanMeasuresProps {
  readonly plan: PlanInfo
  readonly plans: readonly PlanInfo[]
  readonly measures: readonly PlanMeasure[] | undefined
  readonly onComment: (measure: string) => void
}

/** A plan's measures: one that is chosen here is ringed on the map, and the other way about. */
export function PlanMeasures({ plan, plans, measures, onComment }: PlanMeasuresProps) {
  const t = useText()
  const { layers } = useSession()
  const { show } = useFrame()
  const [{ selected }, update] = useUrlState()
  if (!measures) return <Skeleton lines={5} />
  if (measures.length === 0) return <Empty title={t(words.noMeasures)}>{t(words.noMeasuresHelp)}</Empty>
  return (
    <ul className={styles.measures} aria-label={t(words.measures(measures.length))}>
      {measures.map((measure) => {
        const layer = layers.find(({ id }) => id === measure.layer)
        if (!layer) return null
        const isChosen = selected?.id === measure.id
        return (
          <li key={measure.id}>
            <MeasureRow
              layer={layer}
              measure={measure}
              isChosen={isChosen}
              onChoose={() =>
                isChosen
                  ? update({ selected: undefined })
                  : show({ layer: layer.id, id: measure.id }, measure.geometry)
              }
            />
            {isChosen && (
              <MeasureActs
                plan={plan}
                plans={plans}
                layer={layer}
                measure={measure}
                onComment={() => onComment(measure.id)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

interface MeasureRowProps {
  readonly layer: MapLayer
  readonly measure: PlanMeasure
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function MeasureRow({ layer, measure, isChosen, onChoose }: MeasureRowProps) {
  const t = useText()
  const format = useFormat()
  const status = String(measure.properties[layer.categoryBy])
  const cost = costOf(layer, measure.properties)
  return (
    <button type="button" className={styles.measure} aria-expanded={isChosen} onClick={onChoose}>
      <Swatch layer={layer} value={status} />
      <span>
        <strong>{objectTitle(layer, measure.properties, format, t(layer.title))}</strong>
        <small>
          {t(layer.title)}
          <StatusChip layer={layer} value={status} />
        </small>
      </span>
      <span className={styles.cost}>
        {cost.investment !== null && format.money(cost.investment)}
        {cost.yearly !== null && <small>{t(words.aYear(format.money(cost.yearly)))}</small>}
        {isUnpriced(cost) && <small>{t(words.noPrice)}</small>}
      </span>
    </button>
  )
}
