import { lazy, Suspense, useEffect } from 'react'
import { PlaceFactsButton } from '../facts/place-facts-button.tsx'
import { FieldEntriesButton } from '../field-entries/field-entries-button.tsx'
import { GuardsButton } from '../guards/guards-button.tsx'
import { IncidentImportLink } from '../incident-import/incident-import-link.tsx'
import { timeField } from '../map/map-style.ts'
import { frame } from '../messages/frame.ts'
import { police as words } from '../messages/police.ts'
import { proposeWords } from '../messages/propose.ts'
import { useText } from '../messages/text.ts'
import { PatrolButton } from '../patrol/patrol-button.tsx'
import { PicturesLink } from '../pictures/pictures-link.tsx'
import { DrawTools } from '../plan/draw-tools.tsx'
import { PlansButton } from '../plans/plans-button.tsx'
import { ProblemsLink } from '../problems/problems-link.tsx'
import { KeepLink } from '../promises/keep-link.tsx'
import { useSession } from '../session.ts'
import { useTask } from '../tasks/use-task.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Skeleton } from '../ui/note.tsx'
import { Ways } from '../ui/ways.tsx'
import { useUrlState } from '../url-state.ts'
import { FeedFace } from './feed-face.tsx'
import { feedOf, isFeed } from './is-feed.ts'
import styles from './police-face.module.css'
import { SourceSwitch } from './source-switch.tsx'
import { Zones } from './zones.tsx'

/** Methods, worker and charts: fetched where they are looked at. */
const HotspotFace = lazy(() =>
  import('../hotspots/hotspot-face.tsx').then(({ HotspotFace }) => ({ default: HotspotFace })),
)

/** `/lagesbild`: what happens when and where, how certain that is, and where presence is planned. */
export function PoliceFace() {
  const t = useText()
  const { layers } = useSession()
  const [view] = useUrlState()
  const [, openTask] = useTask()
  const own = layers.filter(({ group }) => group === 'police')
  const events = feedOf(layers)
  const shown = isFeed(view, layers)
  useEffect(() => {
    document.title = `${t(words.title)} · ${t(frame.name)}`
  }, [t])
  return (
    <div className={styles.face}>
      <div>
        <h2 className={styles.title}>{t(words.title)}</h2>
        <p className={styles.help}>{t(words.lead)}</p>
      </div>
      <PicturesLink />
      <SourceSwitch />
      {events && shown && <FeedFace events={events} />}
      {!shown && (
        <Suspense fallback={<Skeleton lines={9} />}>
          <HotspotFace />
        </Suspense>
      )}
      {own
        .filter((layer) => !timeField(layer))
        .map((layer) => (
          <Zones key={layer.id} layer={layer} />
        ))}
      <DrawTools />
      <Ways>
        <IncidentImportLink />
        <PatrolButton />
        <GuardsButton />
        <PlansButton />
        <FieldEntriesButton />
        <ProblemsLink face="lagesbild" />
        <KeepLink />
        <Button icon={<Icon name="pulse" />} onClick={() => openTask('proposal')}>
          {t(proposeWords.saved)}
        </Button>
        <PlaceFactsButton />
      </Ways>
    </div>
  )
}
