import { useMemo, useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { patrol as words } from '../messages/patrol.ts'
import { useText } from '../messages/text.ts'
import type { TaskProps } from '../tasks/tasks.ts'
import { useTask } from '../tasks/use-task.ts'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './patrol.module.css'
import { ProposePart } from './propose-part.tsx'
import { SheetPart } from './sheet-part.tsx'
import { useChoice } from './use-choice.ts'
import { usePatrolReport } from './use-patrol-report.ts'
import { usePresence } from './use-presence.ts'
import { useAskedZones, useZoneLayer, useZones } from './use-zones.ts'
import { ZoneList } from './zone-list.tsx'
import { ZoneView } from './zone-view.tsx'

const parts = ['zones', 'propose', 'sheet'] as const
type Part = (typeof parts)[number]

/** `task=patrol`: where and when the police are present, how much of what happens that holds, and what came of it. `of`: a zone. */
export function PatrolPanel({ of, onClose }: TaskProps) {
  const t = useText()
  const format = useFormat()
  const [, openTask] = useTask()
  const [part, setPart] = useState<Part>('zones')
  const layer = useZoneLayer()
  const zones = useZones()
  const presence = usePresence()
  const choice = useChoice()
  const items = zones.data?.features
  const asked = useAskedZones(items)
  const work = useMemo(
    () => (choice && asked.length > 0 ? ({ kind: 'shares', choice, zones: asked } as const) : null),
    [choice, asked],
  )
  const shares = usePatrolReport(work)
  const item = items?.find(({ id }) => id === of)
  const zone = asked.find(({ id }) => id === of)
  const shown: Part = item ? 'zones' : part
  const kinds = choice?.kinds ? words.someKinds(choice.kinds.length) : words.allKinds
  return (
    <Panel title={t(words.open)} onClose={onClose}>
      <div className={styles.body}>
        <fieldset className={styles.parts}>
          <legend className="sr-only">{t(words.parts)}</legend>
          {parts.map((id) => (
            <button
              key={id}
              type="button"
              aria-pressed={shown === id}
              onClick={() => {
                setPart(id)
                if (of) openTask('patrol')
              }}
            >
              {t(words[id])}
            </button>
          ))}
        </fieldset>
        {choice && shown !== 'sheet' && (
          <p className={styles.soft}>
            {t(
              (shown === 'zones' ? words.about : words.aboutProposal)(
                format.shortDate(choice.from),
                format.shortDate(choice.to),
                t(kinds),
              ),
            )}
          </p>
        )}
        {shown === 'zones' && (
          <>
            {[zones.error, presence.error, shares.error].map(
              (error, i) =>
                error !== null && (
                  <ErrorNote
                    // biome-ignore lint/suspicious/noArrayIndexKey: each stands in its own place
                    key={i}
                    error={error}
                    onRetry={() => {
                      void zones.refetch()
                      void presence.refetch()
                      shares.retry()
                    }}
                  />
                ),
            )}
            {zones.isPending && <Skeleton lines={8} />}
            {layer && items && !item && (
              <ZoneList
                layer={layer}
                items={items}
                shares={shares.report}
                entries={presence.data}
                onOpen={(id) => openTask('patrol', id)}
              />
            )}
            {layer && item && zone && (
              <ZoneView
                key={item.id}
                {...{ layer, item, zone, choice }}
                shares={shares.report}
                entries={presence.data?.filter((entry) => entry.zone === item.id) ?? []}
                onBack={() => openTask('patrol')}
              />
            )}
          </>
        )}
        {shown === 'propose' && layer && <ProposePart layer={layer} choice={choice} />}
        {shown === 'sheet' && <SheetPart />}
      </div>
    </Panel>
  )
}
