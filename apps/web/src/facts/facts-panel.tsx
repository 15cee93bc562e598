import { useEffect, useMemo } from 'react'
import { useFrame } from '../frame/frame-context.ts'
import { useMap } from '../map/map-context.ts'
import { facts as words } from '../messages/facts.ts'
import { map as mapWords } from '../messages/map.ts'
import { useText } from '../messages/text.ts'
import type { TaskProps } from '../tasks/tasks.ts'
import { useTask } from '../tasks/use-task.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './facts.module.css'
import { Happened } from './happened.tsx'
import { LitBy, SeenBy } from './light-and-sight.tsx'
import { middleOf, readPlace, writePlace } from './place.ts'
import { PlaceRing } from './place-ring.tsx'
import { Stands } from './stands.tsx'
import { useReckoned, useRecorded } from './use-place-facts.ts'

/** `task=facts:lon,lat`: what happened at a place, what is there and planned, what lights it and who sees it. */
export function FactsPanel({ of, onClose }: TaskProps) {
  const t = useText()
  const map = useMap()
  const announce = useAnnounce()
  const { zoomTo } = useFrame()
  const [, open] = useTask()
  const place = useMemo(() => readPlace(of), [of])
  const recorded = useRecorded(place)
  const reckoned = useReckoned(place, recorded.data)
  const name = recorded.data && (recorded.data.place || t(words.unnamed))
  useEffect(() => {
    if (name) announce(`${t(words.title)}: ${name}`)
  }, [name, announce, t])

  const copyLink = () =>
    navigator.clipboard.writeText(location.href).then(
      () => announce(t(words.copied), { show: true }),
      () => announce(t(mapWords.copyFailed), { show: true }),
    )
  if (!place)
    return (
      <Panel title={t(words.title)} onClose={onClose}>
        <Empty title={t(words.none)}>
          <p>{t(words.noneHelp)}</p>
          <p>
            <Button disabled={!map} onClick={() => map && open('facts', writePlace(middleOf(map)))}>
              {t(words.middle)}
            </Button>
          </p>
        </Empty>
      </Panel>
    )
  const { found, demand, error } = reckoned
  return (
    <Panel
      title={name ?? t(words.title)}
      over={t(words.title)}
      onClose={onClose}
      footer={
        <>
          <Button
            size="s"
            icon={<Icon name="target" size={16} />}
            onClick={() => zoomTo({ type: 'Point', coordinates: [...place] })}
          >
            {t(words.lookCloser)}
          </Button>
          <Button size="s" icon={<Icon name="link" size={16} />} onClick={() => void copyLink()}>
            {t(words.copy)}
          </Button>
        </>
      }
    >
      <PlaceRing place={place} />
      <div className={styles.facts}>
        {recorded.error && <ErrorNote error={recorded.error} onRetry={() => void recorded.refetch()} />}
        {!recorded.data && !recorded.error && <Skeleton lines={8} />}
        {recorded.data && (
          <>
            <p className={styles.soft}>{t(words.within)}</p>
            <Happened recorded={recorded.data} place={place} demand={demand} />
            <Stands recorded={recorded.data} planned={false} />
            <Stands recorded={recorded.data} planned />
            {error && <ErrorNote error={error} />}
            {!found && !error && <Skeleton lines={4} />}
            {found?.inside && <Note>{t(words.inside(nameOf(found.inside)))}</Note>}
            {found && !found.inside && (
              <>
                <LitBy found={found} />
                <SeenBy found={found} />
              </>
            )}
          </>
        )}
      </div>
    </Panel>
  )
}

/** A building without a name goes by its number, which says nothing to a reader. */
const nameOf = (building: string): string =>
  /\p{L}{2}/u.test(building) && !/\d/.test(building) ? building : ''
