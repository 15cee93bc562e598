import type { LayerRow, PastEntry } from '../../queries/demo.ts'
import type { DemoLayer } from '../demo-layers.ts'
import { type Random, random } from '../random.ts'
import { ewkt } from '../wkt.ts'
import { type Calendar, localInstant, spanDays } from './calendar.ts'
import { type DemoEvents, kindOf } from './event-patterns.ts'
import type { Ground } from './ground.ts'
import { lived } from './past.ts'
import { type Event, eventsOf, lastDay, localityOf, poisson } from './pattern-events.ts'

/** Two years of police events that follow the patterns; some known only to municipality or county, as the public feed has them. */
export function policeEventRows(events: DemoEvents, ground: Ground, calendar: Calendar): DemoLayer {
  const r = random('police event rows')
  const placed = events.patterns
    .flatMap((pattern) => eventsOf(pattern, ground, calendar))
    .map((event) => {
      const precision = r.weighted([
        ['exact', 80],
        ['street', 17],
        ['locality', 3],
      ] as const)
      const { at, name } = precision === 'locality' ? localityOf(event, ground) : event
      return rowOf(event, ground.ewkt.point(at), precision, name, r)
    })
  const vague = coarseEvents(events.coarse, calendar).map(({ event, where }) => {
    const { name, position } = events.coarse[where]
    return rowOf(event, ewkt({ type: 'Point', coordinates: position }), where, name, r)
  })
  const all = [...placed, ...vague].sort((a, b) => (a.row.occurred_at < b.row.occurred_at ? -1 : 1))
  return {
    layer: 'police_events',
    rows: all.map(({ row }, i) => ({ ...row, source_id: `demo-${String(i + 1).padStart(5, '0')}` })),
    past: all.map(({ past }) => past),
  }
}

function coarseEvents(
  { perWeek, kinds, countyOnlySince }: DemoEvents['coarse'],
  calendar: Calendar,
): { event: Event; where: 'municipality' | 'county' }[] {
  const r = random('coarse events')
  const days = Array.from({ length: spanDays - lastDay + 1 }, (_, i) => calendar.daysAgo(spanDays - i))
  return days.flatMap((day) =>
    Array.from({ length: poisson(perWeek / 7, r) }, () => {
      const what = kindOf(kinds, r)
      const hour = what.kind === 'Sammanfattning natt' ? 6 : r.whole(6, 23)
      const where = day >= countyOnlySince || r.chance(0.15) ? 'county' : 'municipality'
      return { event: { day, hour, minute: r.whole(0, 59), ...what }, where } as const
    }),
  )
}

function rowOf(event: Event, geom: string, precision: string, place_name: string, r: Random) {
  const id = r.uuid()
  const occurred_at = localInstant(event.day, event.hour, event.minute)
  const published_at = new Date(Date.parse(occurred_at) + r.whole(12, 420) * 60_000).toISOString()
  const { past } = lived(id, [{ day: event.day, account: 'system', was: {} }], r)
  const row = {
    id,
    geom,
    kind: event.kind,
    occurred_at,
    published_at,
    precision,
    place_name,
    summary: event.summary,
    url: null,
    demo: true,
    version: 1,
    created_at: published_at,
    updated_at: published_at,
  } satisfies LayerRow
  return { row, past: { ...past[0]!, at: published_at } satisfies PastEntry }
}
