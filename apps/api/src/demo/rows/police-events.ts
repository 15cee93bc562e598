import type { LayerRow, PastEntry } from '../../queries/demo.ts'
import type { DemoLayer } from '../demo-layers.ts'
import { type Random, random } from '../random.ts'
import { ewkt } from '../wkt.ts'
import { addDays, type Calendar, localInstant, monthOf, spanDays, weekdayOf } from './calendar.ts'
import { type DemoEvents, kindOf, type Pattern, type Spot, spotOf } from './event-patterns.ts'
import { type Ground, near } from './ground.ts'
import { lived } from './past.ts'

interface Event {
  readonly day: string
  readonly hour: number
  readonly minute: number
  readonly kind: string
  readonly summary: string
}

/** Yesterday's events may still be published today: the day before is the last that is sure to lie in the past. */
const lastDay = 2

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

function eventsOf(pattern: Pattern, ground: Ground, calendar: Calendar): (Event & Spot)[] {
  const r = random(`events ${pattern.id}`)
  const { perWeek, months, weekdays, trend, repeats } = pattern
  const events: (Event & Spot)[] = []
  for (let ago = spanDays; ago >= lastDay; ago--) {
    const day = calendar.daysAgo(ago)
    const factor = trend ? (ago < trend.since ? trend.after : trend.before) : 1
    const rate = (perWeek / 7) * months[monthOf(day) - 1]! * weekdays[weekdayOf(day) - 1]! * factor
    for (let left = poisson(rate, r); left > 0; left--) {
      const spot = spotOf(pattern, ground, r)
      events.push({ ...eventOn(day, pattern, r), ...spot })
      if (!r.chance(repeats)) continue
      const later = addDays(day, r.whole(1, 7))
      if (later > calendar.daysAgo(lastDay)) continue
      events.push({ ...eventOn(later, pattern, r), ...spot, at: near(r, spot.at, 45) })
    }
  }
  return events
}

const eventOn = (day: string, { hours, kinds }: Pattern, r: Random): Event => ({
  day,
  hour: r.weighted(hours),
  minute: r.whole(0, 59),
  ...kindOf(kinds, r),
})

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

/** The middle of the district that lies nearest. */
function localityOf(event: Spot, ground: Ground): Spot {
  const places = ground.town.things.flatMap(({ theme, kind, name, shape: [at] }) =>
    theme === 'place' && (kind === 'suburb' || kind === 'neighbourhood') && name && at ? [{ name, at }] : [],
  )
  const far = ({ at }: Spot): number => Math.hypot(at[0] - event.at[0], at[1] - event.at[1])
  return places.reduce((best, place) => (far(place) < far(best) ? place : best))
}

/** Knuth's method; for small rates. */
function poisson(rate: number, r: Random): number {
  const limit = Math.exp(-rate)
  let n = 0
  for (let p = r.next(); p > limit; p *= r.next()) n++
  return n
}
