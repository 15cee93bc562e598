import { Link } from '@tanstack/react-router'
import type { SharedPlan } from '@trygghetskartan/api/contract-plans'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useMemo, useState } from 'react'
import { boundsOf } from '../map/geometry-bounds.ts'
import { useFlavour } from '../map/map-context.ts'
import { PlainMap } from '../map/plain-map.tsx'
import { useFormat } from '../messages/format.ts'
import { frame } from '../messages/frame.ts'
import { shared as words } from '../messages/shared-plan.ts'
import { useText } from '../messages/text.ts'
import { useConfig } from '../session.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, Note } from '../ui/note.tsx'
import styles from './shared-plan.module.css'
import { sharedStyle } from './shared-style.ts'
import { SharedCosts, SharedMeasure } from './shared-words.tsx'

type Measure = SharedPlan['measures'][number]

/** The plan on a map and in a list, each measure in words. */
export function SharedPlanView({ plan }: { readonly plan: SharedPlan }) {
  const t = useText()
  const format = useFormat()
  const flavour = useFlavour()
  const { data: config } = useConfig()
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const [drawable, setDrawable] = useState(true)
  const [chosen, setChosen] = useState<string | null>(null)
  const style = useMemo(
    () => sharedStyle({ flavour, measures: plan.measures, chosen, origin: location.origin }),
    [flavour, plan.measures, chosen],
  )
  const icons = useMemo(
    () => Object.fromEntries(plan.measures.map(({ layer, icon }) => [layer, icon])),
    [plan.measures],
  )
  const bounds = plan.bounds ?? config?.bounds
  useEffect(() => {
    if (!map) return
    const picked = map.on('click', (event) => {
      const [found] = map.queryRenderedFeatures(event.point, {
        layers: ['shared-area', 'shared-line', 'shared-point'],
      })
      const id = found && String(found.properties.id)
      setChosen(id ?? null)
      if (id) document.getElementById(`measure-${id}`)?.scrollIntoView({ block: 'nearest' })
    })
    return () => picked.unsubscribe()
  }, [map])
  const show = (measure: Measure) => {
    setChosen(measure.id)
    map?.fitBounds(boundsOf(measure.geometry), { padding: 70, maxZoom: 17.5 })
  }
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Link to="/" className={styles.name}>
          <img src="/icon.svg" width={26} height={26} alt="" />
          {t(frame.name)}
        </Link>
        <span>{plan.municipality}</span>
      </header>
      <section className={styles.holder} aria-label={t(words.map)}>
        {drawable && bounds ? (
          <PlainMap
            className={styles.map}
            style={style}
            bounds={bounds}
            icons={icons}
            label={t(words.mapLabel)}
            onReady={setMap}
            onFailure={() => setDrawable(false)}
          />
        ) : (
          !drawable && <Note tone="warning">{t(words.noMap)}</Note>
        )}
        {map && bounds && (
          <div className={styles.controls}>
            <IconButton
              label={t(words.whole)}
              icon={<Icon name="whole" />}
              onClick={() => map.fitBounds([...bounds], { padding: 36, maxZoom: 17 })}
            />
          </div>
        )}
        <p className={styles.attribution}>{config?.attribution.join(' · ')}</p>
      </section>
      {/* It scrolls, which the keyboard must reach. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <main className={styles.words} tabIndex={0}>
        <p className={styles.over}>{t(words.municipality(plan.municipality))}</p>
        <h1>{plan.title}</h1>
        {plan.description && <p className={styles.description}>{plan.description}</p>}
        <Note>{t(words.notDecided)}</Note>
        {plan.costs && <SharedCosts costs={plan.costs} />}
        {plan.measures.length === 0 ? (
          <Empty title={t(words.none)}>{t(words.noneHelp)}</Empty>
        ) : (
          <section aria-labelledby="measures">
            <h2 id="measures">{t(words.measures(plan.measures.length))}</h2>
            <ul className={styles.measures}>
              {plan.measures.map((measure) => (
                <li
                  key={measure.id}
                  id={`measure-${measure.id}`}
                  data-chosen={measure.id === chosen || undefined}
                >
                  <SharedMeasure measure={measure} onShow={map ? () => show(measure) : undefined} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className={styles.until}>
          {t(words.openUntil(format.date(plan.expiresAt)))} <Link to="/">{t(words.toMap)}</Link>
        </p>
      </main>
    </div>
  )
}
