import type { Plan } from '@trygghetskartan/api/contract-identity'
import type { PlanMeasure } from '@trygghetskartan/api/contract-plans'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useMemo, useState } from 'react'
import { boundsOf } from '../map/geometry-bounds.ts'
import { compare as words } from '../messages/compare.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Note } from '../ui/note.tsx'
import { useIsPhone } from '../ui/use-media.ts'
import type { Alone } from './alone.ts'
import styles from './compare-maps.module.css'
import { ComparedMap } from './compared-map.tsx'
import { followCameras } from './follow-cameras.ts'
import type { ReportsOfPlans } from './use-plan-reports.ts'

interface CompareMapsProps {
  readonly plans: readonly Plan[]
  readonly measures: ReadonlyMap<string, readonly PlanMeasure[]>
  readonly alone: Alone
  readonly watched: ReportsOfPlans
}

/** A map for each plan, all of the same piece of town; on a phone one map, and the choice of whose it is. */
export function CompareMaps({ plans, measures, alone, watched }: CompareMapsProps) {
  const t = useText()
  const { config } = useSession()
  const isPhone = useIsPhone()
  const [shown, setShown] = useState(plans[0]!.id)
  const [maps, setMaps] = useState<ReadonlyMap<string, MapLibreMap>>(new Map())
  const [drawable, setDrawable] = useState(true)
  const bounds = useMemo(() => {
    const geometries = [...measures.values()].flatMap((own) => own.map(({ geometry }) => geometry))
    return geometries.length > 0 ? boundsOf({ type: 'GeometryCollection', geometries }) : config.bounds
  }, [measures, config.bounds])
  useEffect(() => followCameras([...maps.values()]), [maps])
  if (!drawable) return <Note tone="warning">{t(words.noMap)}</Note>

  const single = plans.find(({ id }) => id === shown) ?? plans[0]!
  const held = isPhone ? [single] : plans
  const keep = (key: string) => (map: MapLibreMap | null) =>
    setMaps((before) => {
      const next = new Map(before)
      if (map) next.set(key, map)
      else next.delete(key)
      return next
    })
  const showWhole = () => {
    const [first] = maps.values()
    first?.fitBounds([...bounds], { padding: 36, maxZoom: 17 })
  }
  return (
    <section className={styles.maps} aria-label={t(words.maps)}>
      {isPhone && (
        <fieldset className={styles.switcher}>
          <legend className="sr-only">{t(words.onMap)}</legend>
          {plans.map(({ id, title }) => (
            <label key={id} data-on={id === single.id || undefined}>
              <input
                type="radio"
                name="plan"
                className="sr-only"
                checked={id === single.id}
                onChange={() => setShown(id)}
              />
              {title}
            </label>
          ))}
        </fieldset>
      )}
      <div className={styles.row} data-n={held.length}>
        {held.map((plan, at) => (
          <ComparedMap
            key={isPhone ? 'single' : plan.id}
            plan={plan}
            measures={measures.get(plan.id) ?? []}
            alone={alone.get(plan.id) ?? new Set()}
            watched={watched}
            bounds={bounds}
            onReady={keep(isPhone ? 'single' : plan.id)}
            onFailure={() => setDrawable(false)}
            onWhole={at === 0 ? showWhole : undefined}
          />
        ))}
      </div>
    </section>
  )
}
