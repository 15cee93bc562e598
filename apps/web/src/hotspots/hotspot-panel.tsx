import type { FactsAnswer } from '@trygghetskartan/api/contract-siting'
import { useEffect, useMemo } from 'react'
import facts from '../facts/facts.module.css'
import { LitBy, SeenBy } from '../facts/light-and-sight.tsx'
import { Part } from '../facts/part.tsx'
import { readPlace } from '../facts/place.ts'
import { usePlaceNames } from '../facts/place-names.ts'
import { PlaceRing } from '../facts/place-ring.tsx'
import { Reported } from '../facts/reported.tsx'
import { Stands } from '../facts/stands.tsx'
import { useReckoned as useLit, useRecorded } from '../facts/use-place-facts.ts'
import { useFrame } from '../frame/frame-context.ts'
import { facts as factsWords } from '../messages/facts.ts'
import { hotspotPanel as words } from '../messages/hotspot-panel.ts'
import { useText } from '../messages/text.ts'
import type { TaskProps } from '../tasks/tasks.ts'
import { useTask } from '../tasks/use-task.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { Panel } from '../ui/panel.tsx'
import { DrawZone } from './draw-zone.tsx'
import { ExplainedOutline } from './explained-outline.tsx'
import { useReckoned } from './hotspot-client.ts'
import type { Place } from './hotspot-view.ts'
import { Latest } from './latest.tsx'
import { useIncidents } from './use-incidents.ts'
import { useQuestion } from './use-question.ts'
import { WhyHere } from './why-here.tsx'

/** `task=hotspot:lon,lat`: why it is hot there, what happens when, what lies there, and what is done about it. */
export function HotspotPanel({ of, onClose }: TaskProps) {
  const t = useText()
  const announce = useAnnounce()
  const { zoomTo } = useFrame()
  const [, open] = useTask()
  const place = useMemo(() => readPlace(of), [of])
  const incidents = useIncidents(true)
  const { question, groups, error } = useQuestion()
  const work = useMemo(
    () => (question && place ? ({ kind: 'explain', question, at: place as Place } as const) : null),
    [question, place],
  )
  const { report, failed, busy } = useReckoned(incidents.data, work)
  const recorded = useRecorded(place)
  const { found } = useLit(place, recorded.data)
  const [called] = usePlaceNames(useMemo(() => (place ? [place] : []), [place])) ?? []
  const name = called ? t(called) : t(words.unnamed)
  useEffect(() => {
    if (called) announce(`${t(words.over)} ${t(called)}`)
  }, [called, announce, t])
  if (!place)
    return (
      <Panel title={t(words.over)} onClose={onClose}>
        <Empty title={t(factsWords.none)}>
          <p>{t(factsWords.noneHelp)}</p>
        </Empty>
      </Panel>
    )
  const explanation = report && report.at[0] === place[0] && report.at[1] === place[1] ? report : null
  const problem = incidents.error ?? error ?? recorded.error
  return (
    <Panel
      title={name}
      over={t(words.over)}
      onClose={onClose}
      footer={
        <>
          {explanation && <DrawZone explanation={explanation} name={name} />}
          <Button
            size="s"
            icon={<Icon name="target" size={16} />}
            onClick={() => zoomTo({ type: 'Point', coordinates: [...place] })}
          >
            {t(factsWords.lookCloser)}
          </Button>
          <Button size="s" icon={<Icon name="info" size={16} />} onClick={() => open('facts', of)}>
            {t(factsWords.title)}
          </Button>
        </>
      }
    >
      <PlaceRing place={place} />
      {explanation && <ExplainedOutline outline={explanation.outline} />}
      <div className={facts.facts} aria-busy={busy}>
        {problem && <ErrorNote error={problem} />}
        {failed && <ErrorNote error={null} />}
        {!explanation && !problem && !failed && <Skeleton lines={8} />}
        {explanation && <WhyHere explanation={explanation} groups={groups} />}
        {explanation && explanation.n > 0 && <Latest explanation={explanation} groups={groups} />}
        {recorded.data && (
          <>
            <Stands recorded={recorded.data} planned={false} />
            <Stands recorded={recorded.data} planned />
            {isSaid(recorded.data) && (
              <Part title={t(words.said)}>
                <Reported recorded={recorded.data} />
              </Part>
            )}
          </>
        )}
        {found && !found.inside && (
          <>
            <LitBy found={found} />
            <SeenBy found={found} />
          </>
        )}
      </div>
    </Panel>
  )
}

const isSaid = ({ reports, surveys, walks }: FactsAnswer): boolean =>
  reports.length + surveys.length + walks.length > 0
