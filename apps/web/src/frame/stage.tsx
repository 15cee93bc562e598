import { Outlet, useLocation } from '@tanstack/react-router'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { useHiddenLayers } from '../layers/hidden-layers.ts'
import { Attribution } from '../map/attribution.tsx'
import { fetchMapView } from '../map/fetch-map-view.ts'
import { useFollowedGround } from '../map/followed-ground.ts'
import { refreshAll, useLiveChanges } from '../map/live-changes.ts'
import { MapContext, useFlavour } from '../map/map-context.ts'
import { MapControls } from '../map/map-controls.tsx'
import { composeStyle } from '../map/map-style.ts'
import { useFirstTiles } from '../map/use-first-tiles.ts'
import { useViewCounts } from '../map/view-counts.ts'
import { frame } from '../messages/frame.ts'
import { map as words } from '../messages/map.ts'
import { useText } from '../messages/text.ts'
import { type Plan, PlanContext } from '../plan/plan-context.ts'
import { isFeed } from '../police/is-feed.ts'
import { ReportLink } from '../public/report-links.tsx'
import { type Place, PlaceSearch } from '../search/place-search.tsx'
import { useSession } from '../session.ts'
import { mayDo } from '../tasks/task-name.ts'
import { useTask } from '../tasks/use-task.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Note, Skeleton } from '../ui/note.tsx'
import { Sheet, type Snap } from '../ui/sheet.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useIsPhone } from '../ui/use-media.ts'
import { useTouched } from '../ui/use-touched.ts'
import { type Selected, useUrlState } from '../url-state.ts'
import { ContactBanner } from './contact-banner.tsx'
import { EmbeddedBar } from './embedded-bar.tsx'
import { useFace } from './faces.ts'
import { FrameProvider } from './frame-context.ts'
import { Refused } from './refused.tsx'
import styles from './stage.module.css'
import { TopBar } from './top-bar.tsx'
import { useFrameActions } from './use-frame-actions.ts'

const MapView = lazy(() => fetchMapView().then(({ MapView }) => ({ default: MapView })))
/** Drawing and saving: fetched only where one may change something. */
const PlanWorker = lazy(() =>
  import('../plan/plan-worker.tsx').then(({ PlanWorker }) => ({ default: PlanWorker })),
)
const EditSheet = lazy(() =>
  import('../plan/edit-sheet.tsx').then(({ EditSheet }) => ({ default: EditSheet })),
)
/** Not on the first screen: fetched at the first touch of the page, and there before what is touched asks for them. */
const inspecting = () => import('../inspector/inspector.tsx')
const Inspector = lazy(() => inspecting().then(({ Inspector }) => ({ default: Inspector })))
const choosing = () => import('../inspector/chooser.tsx')
const Chooser = lazy(() => choosing().then(({ Chooser }) => ({ default: Chooser })))
const listing = () => import('../layers/layer-list.tsx')
const LayerList = lazy(() => listing().then(({ LayerList }) => ({ default: LayerList })))
const doing = () => import('../tasks/task-sheet.tsx')
const TaskSheet = lazy(() => doing().then(({ TaskSheet }) => ({ default: TaskSheet })))
const ListView = lazy(() => import('../list/list-view.tsx').then(({ ListView }) => ({ default: ListView })))

/** Tasks that are about a place one has pointed at. */
const isOfPlace = (task: string | undefined): boolean => task === 'facts' || task === 'hotspot'

/** Bar, map and the panels around it: the same for every face, whose own panel stands in the first tab. */
export function Stage() {
  const t = useText()
  const face = useFace()
  const embedded = useLocation({ select: ({ pathname }) => pathname.startsWith('/badda-in') })
  const flavour = useFlavour()
  const isPhone = useIsPhone()
  const { config, me, layers } = useSession()
  const [view, update] = useUrlState()
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const [mark, setMark] = useState<readonly [number, number]>()
  const [found, setFound] = useState<readonly Selected[]>([])
  const [tab, setTab] = useState('face')
  const [snap, setSnap] = useState<Snap>('peek')
  const [inspectorSnap, setInspectorSnap] = useState<Snap>('half')
  const [overlay, setOverlay] = useState<HTMLElement | null>(null)
  const [trouble, setTrouble] = useState(false)
  const [drawable, setDrawable] = useState(true)
  const [plan, setPlan] = useState<Plan | null>(null)
  const [task, openTask] = useTask()
  const touched = useTouched()
  const isStaff = me.account !== null
  const contact = useLiveChanges(map, layers, () => setTrouble(false))
  const counts = useViewCounts(map, layers)
  const allowed = me.faces.includes(face.path)

  const [hidden] = useHiddenLayers()
  const { without, from, to, selected } = view
  const style = useMemo(() => {
    const filters = {
      hidden,
      without,
      ...(from && { from }),
      ...(to && { to }),
      ...(selected && { selected }),
    }
    return composeStyle({ flavour, layers, view: filters, mark, origin: location.origin })
  }, [flavour, layers, hidden, without, from, to, selected, mark])
  const padding = useMemo(() => ({ left: isPhone ? 0 : 368, bottom: isPhone ? 132 : 0 }), [isPhone])
  useFirstTiles(
    overlay,
    { bounds: config.bounds, camera: view.camera, padding },
    layers.filter(({ id }) => !hidden.includes(id)),
  )
  const actions = useFrameActions({ map, setMark, counts, overlay })

  useEffect(() => {
    if (!touched) return
    const parts = [inspecting, choosing, listing, ...(isStaff ? [doing] : [])]
    for (const part of parts) part().catch(() => undefined)
  }, [touched, isStaff])

  const editedId = plan?.editing?.id
  useFollowedGround(editedId ? null : map, config.bounds)
  useEffect(() => {
    // On a phone there must be a map left to draw on.
    if (editedId) setSnap('peek')
  }, [editedId])

  const taskName = task?.name
  /** A click asks why it is hot there. */
  const hotspots = face.path === '/lagesbild' && !isFeed(view, layers)
  const pick = useCallback(
    (next: readonly Selected[]) => {
      setFound(next.length > 1 ? next : [])
      setInspectorSnap('half')
      update(
        {
          selected: next.length === 1 ? next[0] : undefined,
          // What one points at takes the place of the ground one asked about.
          ...(next.length > 0 && isOfPlace(taskName) && { task: undefined }),
        },
        { replace: next.length !== 1 },
      )
    },
    [update, taskName],
  )
  const pickOnMap = useCallback(
    (next: readonly Selected[], at: readonly [number, number]) => {
      const asks = next.length === 0 && face.path !== '/' && (!taskName || isOfPlace(taskName))
      // Those whose panel answers it are told what the place is.
      if (!asks || !mayDo('facts', me.audience)) return pick(next)
      setFound([])
      setInspectorSnap('half')
      const of = at.map((degrees) => degrees.toFixed(6)).join(',')
      const name = hotspots ? 'hotspot' : 'facts'
      update({ selected: undefined, task: { name, of } }, { replace: isOfPlace(taskName) })
    },
    [pick, update, taskName, face.path, me.audience, hotspots],
  )
  const pickPlace = (place: Place) => {
    setMark(place.point)
    actions.zoomTo(place.bounds)
    setSnap('peek')
  }

  if (!allowed) return <Refused words={t(face.refused)} />

  const panels = [
    {
      id: 'face',
      title: t(face.panel),
      content: (
        <Suspense fallback={<Skeleton lines={6} />}>
          <Outlet />
        </Suspense>
      ),
    },
    {
      id: 'layers',
      title: t(frame.layersTab),
      content: (
        <Suspense fallback={<Skeleton lines={6} />}>
          <LayerList counts={counts} />
        </Suspense>
      ),
    },
  ]
  const inspected = found.length > 1 ? 'several' : selected
  const mayPlan = face.path !== '/' && layers.some(({ editable }) => editable)
  return (
    <MapContext value={map}>
      <FrameProvider value={actions}>
        <PlanContext value={plan}>
          <div
            className={styles.frame}
            data-inspecting={inspected || task || plan?.editing ? true : undefined}
            data-list={view.list ? true : undefined}
          >
            <a className="skip" href="#panel">
              {t(frame.skipToPanel)}
            </a>
            {embedded ? <EmbeddedBar /> : <TopBar />}
            <main className={styles.stage}>
              <div className={styles.search}>
                <PlaceSearch onPick={pickPlace} onClear={() => setMark(undefined)} />
              </div>
              <div id="panel" tabIndex={-1} className={styles.panels}>
                <Sheet side="left" label={t(frame.mapPanel)} snap={snap} onSnap={setSnap}>
                  <div className={styles.side}>
                    <Tabs
                      label={t(frame.mapPanel)}
                      tabs={panels}
                      selected={tab}
                      onSelect={(next) => {
                        setTab(next)
                        if (snap === 'peek') setSnap('half')
                      }}
                    />
                    <div className={styles.foot}>
                      <Button
                        kind="quiet"
                        size="s"
                        icon={<Icon name={view.list ? 'map' : 'list'} />}
                        onClick={() =>
                          update({ list: view.list ? undefined : (layers.at(-1)?.id ?? undefined) })
                        }
                      >
                        {t(view.list ? frame.showMap : frame.showAsList)}
                      </Button>
                      {isPhone && face.path === '/' && <ReportLink short />}
                    </div>
                  </div>
                </Sheet>
              </div>
              <div className={styles.map}>
                <Suspense>
                  <MapView
                    style={style}
                    layers={layers}
                    bounds={config.bounds}
                    camera={view.camera}
                    padding={padding}
                    onReady={setMap}
                    onCamera={(camera) => update({ camera }, { replace: true })}
                    onPick={pickOnMap}
                    onTrouble={() => setTrouble(true)}
                    onFailure={() => setDrawable(false)}
                  />
                </Suspense>
                <div ref={setOverlay} className={styles.overlay} />
                {map && (
                  <MapControls
                    map={map}
                    onLocate={(position) => {
                      setMark(position)
                      actions.zoomTo({ type: 'Point', coordinates: position })
                    }}
                  />
                )}
                <Attribution />
                <ContactBanner
                  contact={contact}
                  trouble={trouble}
                  onRetry={() => {
                    setTrouble(false)
                    if (map) refreshAll(map)
                  }}
                />
                {!drawable && (
                  <div className={styles.failure}>
                    <Note
                      tone="warning"
                      title={t(words.noWebgl)}
                      actions={
                        <Button size="s" onClick={() => update({ list: layers.at(-1)?.id })}>
                          {t(frame.showAsList)}
                        </Button>
                      }
                    >
                      {t(words.noWebglHelp)}
                    </Note>
                  </div>
                )}
              </div>
              {mayPlan && (
                <Suspense>
                  <PlanWorker onPlan={setPlan} />
                  {plan?.editing && <EditSheet />}
                </Suspense>
              )}
              {task && !plan?.editing && (
                <Suspense>
                  <TaskSheet
                    task={task}
                    snap={inspectorSnap}
                    onSnap={setInspectorSnap}
                    onClose={() => openTask(null)}
                  />
                </Suspense>
              )}
              {inspected && !task && !plan?.editing && (
                <Sheet side="right" label={t(words.inspector)} snap={inspectorSnap} onSnap={setInspectorSnap}>
                  <Suspense fallback={<Skeleton lines={7} />}>
                    {inspected === 'several' ? (
                      <Chooser found={found} onChoose={(one) => pick([one])} onClose={() => setFound([])} />
                    ) : (
                      <Inspector key={inspected.id} selected={inspected} />
                    )}
                  </Suspense>
                </Sheet>
              )}
              {view.list && (
                <Suspense
                  fallback={
                    <section className={styles.listWaiting}>
                      <Skeleton lines={5} />
                    </section>
                  }
                >
                  <ListView layerId={view.list} />
                </Suspense>
              )}
            </main>
          </div>
        </PlanContext>
      </FrameProvider>
    </MapContext>
  )
}
