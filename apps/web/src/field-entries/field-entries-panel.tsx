import type { ObservationKind, SeenObservation } from '@trygghetskartan/api/contract-observations'
import type { MapLayerMouseEvent } from 'maplibre-gl'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useFrame } from '../frame/frame-context.ts'
import { useFlavour, useMap } from '../map/map-context.ts'
import { useOverlay } from '../map/overlay.ts'
import { peopleTitles, fieldEntries as words, worksAsTitles } from '../messages/field-entries.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { KindIcon } from '../reporter/kind-icon.tsx'
import { useSession } from '../session.ts'
import type { TaskProps } from '../tasks/tasks.ts'
import { useTask } from '../tasks/use-task.ts'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { Panel } from '../ui/panel.tsx'
import { entriesOverlay, entryPoints } from './entries-overlay.ts'
import styles from './field-entries.module.css'
import { useFieldEntries, useKinds } from './use-field-entries.ts'

const periods = [
  { days: 1, title: words.day },
  { days: 7, title: words.week },
  { days: 28, title: words.month },
  { days: 90, title: words.quarter },
] as const
const none: readonly never[] = []

/** `task=field:id`: what reporters have logged, in a list and on the map. */
export function FieldEntriesPanel({ of, onClose }: TaskProps) {
  const t = useText()
  const format = useFormat()
  const map = useMap()
  const flavour = useFlavour()
  const { me } = useSession()
  const [, open] = useTask()
  const [days, setDays] = useState<number>(7)
  const [kind, setKind] = useState('')
  const { data: kinds = none } = useKinds()
  const { data, error, refetch } = useFieldEntries(days, kind)
  const entries = data?.observations ?? none
  const overlay = useMemo(() => entriesOverlay(entries, kinds, of, flavour), [entries, kinds, of, flavour])
  useOverlay(map, overlay)

  const picked = useEffectEvent(({ features }: MapLayerMouseEvent) => {
    const id = features?.[0]?.properties.id
    if (id) open('field', String(id))
  })
  useEffect(() => {
    if (!map) return
    const canvas = map.getCanvas()
    const over = () => {
      canvas.style.cursor = 'pointer'
    }
    const out = () => {
      canvas.style.cursor = ''
    }
    const click = (event: MapLayerMouseEvent) => picked(event)
    map.on('click', entryPoints, click)
    map.on('mouseenter', entryPoints, over)
    map.on('mouseleave', entryPoints, out)
    return () => {
      out()
      map.off('click', entryPoints, click)
      map.off('mouseenter', entryPoints, over)
      map.off('mouseleave', entryPoints, out)
    }
  }, [map])

  return (
    <Panel title={t(words.title)} onClose={onClose}>
      <p className={styles.lead}>{t(me.audience === 'police' ? words.leadPolice : words.leadPlanner)}</p>
      <div className={styles.filters}>
        <label>
          {t(words.period)}
          <select value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {periods.map((one) => (
              <option key={one.days} value={one.days}>
                {t(one.title)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t(words.kind)}
          <select value={kind} onChange={(event) => setKind(event.target.value)}>
            <option value="">{t(words.everyKind)}</option>
            {kinds.map((one) => (
              <option key={one.kind} value={one.kind}>
                {t(one.title)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={7} />}
      {data && (
        <p className={styles.legend} role="status">
          <strong>{t(words.count(format.number(data.numberMatched)))}</strong>
          <span>
            <i className={styles.event} aria-hidden="true" /> {t(words.legendEvent)}
          </span>
          <span>
            <i className={styles.condition} aria-hidden="true" /> {t(words.legendState)}
          </span>
        </p>
      )}
      {data && entries.length < data.numberMatched && (
        <p className={styles.lead}>
          {t(words.shown(format.number(entries.length), format.number(data.numberMatched)))}
        </p>
      )}
      {data?.numberMatched === 0 && (
        <Empty title={t(words.none)}>
          <p>{t(words.noneHelp)}</p>
        </Empty>
      )}
      <ul className={styles.list}>
        {entries.map((entry) => (
          <EntryItem
            key={entry.id}
            entry={entry}
            kinds={kinds}
            chosen={entry.id === of}
            onChoose={() => open('field', entry.id)}
          />
        ))}
      </ul>
    </Panel>
  )
}

interface EntryItemProps {
  readonly entry: SeenObservation
  readonly kinds: readonly ObservationKind[]
  readonly chosen: boolean
  readonly onChoose: () => void
}

function EntryItem({ entry, kinds, chosen, onChoose }: EntryItemProps) {
  const t = useText()
  const format = useFormat()
  const { zoomTo } = useFrame()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const title = kinds.find(({ kind }) => kind === entry.kind)?.title
  const what = title ? t(title) : entry.kind
  const from = format.dateTime(entry.observedFrom)
  const when =
    entry.observedTo === entry.observedFrom ? from : `${from} – ${format.dateTime(entry.observedTo)}`
  const about = [
    entry.people && t(peopleTitles[entry.people]),
    entry.worksAs && t(worksAsTitles[entry.worksAs]),
    entry.by,
    entry.precision === 'street' && t(words.street),
  ].filter(Boolean)
  return (
    <li ref={row}>
      <button
        type="button"
        className={styles.entry}
        aria-pressed={chosen}
        onClick={() => {
          onChoose()
          zoomTo(entry.geometry)
        }}
      >
        <KindIcon kind={entry.kind} size={24} />
        <span className={styles.about}>
          <strong>{what}</strong>
          <span>{when}</span>
          {entry.words && <span className={styles.words}>{entry.words}</span>}
          <span className={styles.soft}>{about.join(' · ')}</span>
        </span>
      </button>
    </li>
  )
}
