import { lazy, Suspense, useEffect, useMemo } from 'react'
import { useFrame } from '../frame/frame-context.ts'
import { useHiddenLayers } from '../layers/hidden-layers.ts'
import { useMapBounds } from '../list/use-map-bounds.ts'
import { useMap } from '../map/map-context.ts'
import { frame } from '../messages/frame.ts'
import { open as words } from '../messages/public.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { useIsPhone } from '../ui/use-media.ts'
import { useTouched } from '../ui/use-touched.ts'
import { useUrlState } from '../url-state.ts'
import { About } from './about.tsx'
import { AlsoHere } from './also-here.tsx'
import { Emergency } from './emergency.tsx'
import { PhaseSection } from './phase-section.tsx'
import { phases } from './phases.ts'
import styles from './public-face.module.css'
import { ReportLinks } from './report-links.tsx'
import { useNearby } from './use-nearby.ts'

/** Below what a phone shows first. */
const PromisesLines = lazy(() =>
  import('./promises-lines.tsx').then(({ PromisesLines }) => ({ default: PromisesLines })),
)

/** `/`: what is done, under way and planned where the map is, and why. */
export function PublicFace() {
  const t = useText()
  const map = useMap()
  const { config, layers, me } = useSession()
  const { zoomTo } = useFrame()
  const [view] = useUrlState()
  const isPhone = useIsPhone()
  const touched = useTouched()
  const bounds = useMapBounds(map)
  const [hidden] = useHiddenLayers()
  const shown = useMemo(() => layers.filter(({ id }) => !hidden.includes(id)), [layers, hidden])
  const { measures, error, isPending, retry } = useNearby(shown, view, bounds)
  const groups = phases.map((phase) => ({
    phase,
    measures: measures.filter(({ layer, item }) =>
      phase.statuses.includes(String(item.properties[layer.categoryBy])),
    ),
  }))
  const any = groups.some((group) => group.measures.length > 0)

  useEffect(() => {
    document.title = t(frame.titleFor(config.municipality.name))
  }, [t, config])

  return (
    <div className={styles.face}>
      <div>
        <h2 className={styles.title}>{t(words.title)}</h2>
        <p className={styles.lead}>{t(words.lead)}</p>
      </div>
      <ReportLinks />
      {me.account && <Note>{t(words.staffView)}</Note>}
      {error && <ErrorNote error={error} onRetry={retry} />}
      {isPending && !error && <Skeleton lines={9} />}
      {!isPending && !error && !any && (
        <Empty title={t(words.none)}>
          <p>{t(words.noneHelp)}</p>
          <p>
            <Button size="s" onClick={() => zoomTo(config.bounds)}>
              {t(words.showWhole)}
            </Button>
          </p>
        </Empty>
      )}
      {groups.map((group) => (
        <PhaseSection key={group.phase.id} {...group} />
      ))}
      <AlsoHere />
      {(touched || !isPhone) && (
        <Suspense>
          <PromisesLines />
        </Suspense>
      )}
      <About />
      <Emergency />
    </div>
  )
}
