import type { Item } from '@trygghetskartan/api/contract'
import type { Presence } from '@trygghetskartan/api/contract-patrol'
import { isRefusal } from '@trygghetskartan/geo'
import { useFrame } from '../frame/frame-context.ts'
import { objectTitle } from '../inspector/object-title.ts'
import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { patrol as words } from '../messages/patrol.ts'
import { useText } from '../messages/text.ts'
import { useTask } from '../tasks/use-task.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { EffectPart } from './effect-part.tsx'
import { LogPresence } from './log-presence.tsx'
import styles from './patrol.module.css'
import type { AskedZone, Choice, PatrolReport } from './patrol-protocol.ts'
import { PresenceList } from './presence-list.tsx'
import { hoursOf } from './use-zones.ts'
import { Figures } from './zone-figures.tsx'
import { writeHours, writeShare } from './zone-words.ts'

interface ZoneViewProps {
  readonly layer: MapLayer
  readonly item: Item
  readonly zone: AskedZone
  readonly choice: Choice | null
  readonly shares: (PatrolReport & { readonly kind: 'shares' }) | null
  /** Of this zone. */
  readonly entries: readonly Presence[]
  readonly onBack: () => void
}

/** One zone: what it rests on and holds, when somebody was there, and what came of it. */
export function ZoneView({ layer, item, zone, choice, shares, entries, onBack }: ZoneViewProps) {
  const t = useText()
  const format = useFormat()
  const { show } = useFrame()
  const [, openTask] = useTask()
  const title = objectTitle(layer, item.properties, format, t(layer.title))
  const figures = shares?.zones[item.id]
  const leftOut =
    figures && !isRefusal(figures) ? figures.leftOut.reduce((sum, { count }) => sum + count, 0) : 0
  return (
    <div className={styles.body}>
      <div className={styles.row}>
        <Button size="s" kind="quiet" icon={<Icon name="back" size={16} />} onClick={onBack}>
          {t(words.back)}
        </Button>
        <Button
          size="s"
          kind="quiet"
          icon={<Icon name="edit" size={16} />}
          onClick={() => {
            openTask(null)
            show({ layer: layer.id, id: item.id }, item.geometry)
          }}
        >
          {t(words.edit)}
        </Button>
      </div>
      <div>
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.soft}>{writeHours(hoursOf(item), format, t)}</p>
      </div>
      <Figures figures={figures} />
      {figures && !isRefusal(figures) && (
        <p className={styles.soft}>
          {t(words.heldOfAllHours(writeShare(figures.heldOfAllHours, format)))} {t(words.paiHelp)}{' '}
          {leftOut > 0 && t(words.leftOut(format.number(leftOut)))}
        </p>
      )}
      {typeof item.properties.basis === 'string' && item.properties.basis !== '' && (
        <section className={styles.part}>
          <h3>{t(words.basis)}</h3>
          <p>{item.properties.basis}</p>
        </section>
      )}
      <LogPresence item={item} title={title} />
      <PresenceList entries={entries} />
      {choice && (
        <EffectPart
          item={item}
          zone={zone}
          choice={choice}
          entries={entries.filter(({ withdrawn }) => !withdrawn)}
        />
      )}
    </div>
  )
}
