import { demoAccounts } from '../identity/demo-accounts.ts'
import type { DemoPresence } from '../queries/demo-presence.ts'
import type { DemoLayer } from './demo-layers.ts'
import { random } from './random.ts'
import { addDays, calendarOf, localInstant, weekdayOf } from './rows/calendar.ts'

/** Weeks back that presence is logged for. */
const weeks = 8
/** Share of the evenings or days of a zone on which there was time for it. */
const kept = 0.6

const notes = [
  'Lugnt.',
  'Samtal med krögarna.',
  'Avstämt med ordningsvakterna.',
  'Mycket folk, inga ingripanden.',
]
const hourOf = (time: string): number => Number(time.slice(0, 2))

/** When the police were in the zones that are in operation, an hour or three at a time within the zone's own hours. */
export function presenceRows(layers: readonly DemoLayer[], now: Date): DemoPresence[] {
  const { daysAgo } = calendarOf(now)
  const police = demoAccounts.find(({ audience }) => audience === 'police')!
  const zones = layers.find(({ layer }) => layer === 'patrol_zones')?.rows ?? []
  return zones.flatMap(({ id, status, presence, weekdays, hours_from, hours_to }) => {
    if (status !== 'in_operation' || typeof hours_from !== 'string' || typeof hours_to !== 'string') return []
    const r = random(`presence ${id}`)
    const first = hourOf(hours_from)
    const last = hourOf(hours_to) > first ? hourOf(hours_to) : hourOf(hours_to) + 24
    const days = Array.from({ length: 7 * weeks }, (_, i) => daysAgo(7 * weeks - i + 1))
    return days
      .filter((day) => (weekdays as number[]).includes(weekdayOf(day)) && r.chance(kept))
      .map((day) => {
        const lasting = r.whole(1, 3)
        const from = r.whole(first, last - lasting)
        const to = localInstant(day, from + lasting, 0)
        return {
          ...{ id: r.uuid(), zone_id: id, from_at: localInstant(day, from, 0), to_at: to },
          presence: presence as DemoPresence['presence'],
          officers: r.pick([2, 2, 2, 4]),
          note: r.chance(0.3) ? r.pick(notes) : null,
          account: police.id,
          by_name: police.name,
          // Written down before the shift went home.
          at: localInstant(addDays(day, last > 24 ? 1 : 0), (last % 24) + 1, r.whole(0, 50)),
        }
      })
  })
}
