import type { Item } from '@trygghetskartan/api/contract'
import type { Presence } from '@trygghetskartan/api/contract-patrol'
import { useFrame } from '../frame/frame-context.ts'
import { objectTitle } from '../inspector/object-title.ts'
import { Swatch } from '../layers/swatch.tsx'
import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { patrol as words } from '../messages/patrol.ts'
import { useText } from '../messages/text.ts'
import { Empty } from '../ui/note.tsx'
import { StatusChip } from '../ui/status-chip.tsx'
import { LogPresence } from './log-presence.tsx'
import styles from './patrol.module.css'
import type { PatrolReport } from './patrol-protocol.ts'
import { standing } from './use-presence.ts'
import { hoursOf } from './use-zones.ts'
import { Figures } from './zone-figures.tsx'
import { writeHours } from './zone-words.ts'

interface ZoneListProps {
  readonly layer: MapLayer
  readonly items: readonly Item[]
  readonly shares: (PatrolReport & { readonly kind: 'shares' }) | null
  readonly entries: readonly Presence[] | undefined
  readonly onOpen: (id: string) => void
}

/** Zones that go on are the first; what is over comes last. */
const order = [
  'in_operation',
  'built',
  'ordered',
  'decided',
  'in_review',
  'proposed',
  'idea',
  'evaluated',
  'ended',
  'declined',
]
const going = new Set(order.slice(0, 4))

/** The zones with their hours, what they hold, when somebody was last there, and two touches to say that somebody was. */
export function ZoneList({ layer, items, shares, entries, onOpen }: ZoneListProps) {
  const t = useText()
  const format = useFormat()
  const { zoomTo } = useFrame()
  const statusOf = ({ properties }: Item) => String(properties[layer.categoryBy])
  const kinds = layer.fields.find(({ name }) => name === 'presence')
  if (items.length === 0)
    return (
      <Empty title={t(words.none)}>
        <p>{t(words.noneHelp)}</p>
      </Empty>
    )
  const sorted = items.toSorted((a, b) => order.indexOf(statusOf(a)) - order.indexOf(statusOf(b)))
  return (
    <ul className={styles.zones}>
      {sorted.map((item) => {
        const title = objectTitle(layer, item.properties, format, t(layer.title))
        const [last] = standing(entries, item.id)
        return (
          <li key={item.id}>
            <button
              type="button"
              className={styles.zone}
              onClick={() => {
                zoomTo(item.geometry)
                onOpen(item.id)
              }}
            >
              <Swatch layer={layer} value={statusOf(item)} />
              <span>
                <strong>{title}</strong>
                <small>
                  {writeHours(hoursOf(item), format, t)}
                  {kinds && ` · ${format.field(kinds, item.properties.presence)}`}
                </small>
              </span>
              <StatusChip layer={layer} value={statusOf(item)} />
            </button>
            <Figures figures={shares?.zones[item.id]} />
            {going.has(statusOf(item)) && (
              <>
                <p className={styles.soft}>
                  {last ? t(words.lastPresence(format.dateTime(last.to))) : t(words.neverPresence)}
                </p>
                <LogPresence item={item} title={title} />
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
