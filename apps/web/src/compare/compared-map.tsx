import { Link } from '@tanstack/react-router'
import type { Plan } from '@trygghetskartan/api/contract-identity'
import type { PlanMeasure } from '@trygghetskartan/api/contract-plans'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useMemo } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { PlainMap } from '../map/plain-map.tsx'
import { compare as words } from '../messages/compare.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './compare-maps.module.css'
import { compareStyle } from './compare-style.ts'
import type { ReportsOfPlans } from './use-plan-reports.ts'

interface ComparedMapProps {
  readonly plan: Plan
  readonly measures: readonly PlanMeasure[]
  readonly alone: ReadonlySet<string>
  readonly watched: ReportsOfPlans
  readonly bounds: readonly [number, number, number, number]
  readonly onReady: (map: MapLibreMap | null) => void
  readonly onFailure: () => void
  readonly onWhole: (() => void) | undefined
}

/** One plan's map with its name, and what is ringed and dotted on it. */
export function ComparedMap({
  plan,
  measures,
  alone,
  watched,
  bounds,
  onReady,
  onFailure,
  onWhole,
}: ComparedMapProps) {
  const t = useText()
  const flavour = useFlavour()
  const { layers, config } = useSession()
  const seen = watched.get(plan.id)?.watched
  const style = useMemo(
    () => compareStyle({ flavour, layers, measures, alone, watched: seen ?? [], origin: location.origin }),
    [flavour, layers, measures, alone, seen],
  )
  const icons = useMemo(() => Object.fromEntries(layers.map(({ id, icon }) => [id, icon])), [layers])
  return (
    <article className={styles.compared}>
      <header>
        <h3>
          <Link to="/planera" search={{ task: `plan:${plan.id}` }} title={t(words.openPlan(plan.title))}>
            {plan.title}
          </Link>
        </h3>
        {onWhole && (
          <IconButton label={t(words.whole)} icon={<Icon name="whole" size={16} />} onClick={onWhole} />
        )}
      </header>
      <div className={styles.holder}>
        <PlainMap
          className={styles.map}
          style={style}
          bounds={bounds}
          icons={icons}
          label={t(words.mapOf(plan.title))}
          onReady={onReady}
          onFailure={onFailure}
        />
        <p className={styles.attribution}>{config.attribution.join(' · ')}</p>
      </div>
      <p className={styles.legend}>
        <span>
          <i className={styles.ring} aria-hidden="true" />
          {t(words.alone(alone.size))}
        </span>
        {seen && seen.length > 0 && (
          <span>
            <i className={styles.dots} aria-hidden="true" />
            {t(words.watched)}
          </span>
        )}
      </p>
    </article>
  )
}
