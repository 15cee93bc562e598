import type { LayerRow, PastEntry } from '../../queries/demo.ts'
import type { DemoLayer } from '../demo-layers.ts'
import { type Random, random } from '../random.ts'
import { addDays, type Calendar, localInstant, monthOf, spanDays, weekdayOf } from './calendar.ts'
import { type Pattern, patterns, type Spot } from './event-patterns.ts'
import { type Ground, near } from './ground.ts'
import { lived } from './past.ts'

interface Event extends Spot {
  readonly day: string
  readonly hour: number
  readonly minute: number
  readonly kind: string
  readonly summary: string
}

/** What the public feed gives for a place it only knows by municipality or county. */
const coarse = {
  municipality: { position: 'SRID=4326;POINT(14.1567 56.0294)', name: 'Kristianstad' },
  county: { position: 'SRID=4326;POINT(13.5958 55.9903)', name: 'Skåne län' },
} as const
const coarsePerWeek = 1.4
const coarseKinds = [
  ['Sammanfattning natt', 4, 'Händelser i området under natten i sammanfattning.'],
  ['Trafikolycka', 4, 'Trafikolycka i kommunen, räddningstjänst på plats.'],
  ['Brand', 1, 'Brand, inga rapporterade skador.'],
  ['Försvunnen person', 1, 'Sökning avslutad, påträffad välbehållen.'],
  ['Arbetsplatsolycka', 1, 'Olycka på en arbetsplats, utredning inledd.'],
  ['Stöld', 2, 'Drivmedelsstöld från arbetsfordon.'],
  ['Bedrägeri', 2, 'Flera anmälda telefonbedrägerier.'],
] as const

/** Two years of police events that follow the patterns; some known only to municipality or county, as the public feed has them. */
export function policeEventRows(ground: Ground, calendar: Calendar): DemoLayer {
  const events = patterns.flatMap((pattern) => eventsOf(pattern, ground, calendar))
  const r = random('police event rows')
  const placed = events.map((event) => {
    const precision = r.weighted([
      ['exact', 80],
      ['street', 17],
      ['locality', 3],
    ] as const)
    const quarter = precision === 'locality' ? localityOf(event, ground) : null
    return rowOf(
      event,
      quarter ? ground.ewkt.point(quarter.centre) : ground.ewkt.point(event.at),
      quarter ? 'locality' : precision,
      quarter?.name ?? event.name,
      r,
    )
  })
  const vague = coarseEvents(calendar).map(({ event, where }) =>
    rowOf(event, coarse[where].position, where, coarse[where].name, r),
  )
  const all = [...placed, ...vague].sort((a, b) => (a.row.occurred_at < b.row.occurred_at ? -1 : 1))
  return {
    layer: 'police_events',
    rows: all.map(({ row }, i) => ({ ...row, source_id: `demo-${String(i + 1).padStart(5, '0')}` })),
    past: all.map(({ past }) => past),
  }
}

function eventsOf(pattern: Pattern, ground: Ground, calendar: Calendar): Event[] {
  const r = random(`events ${pattern.id}`)
  const events: Event[] = []
  for (let ago = spanDays; ago >= 2; ago--) {
    const day = calendar.daysAgo(ago)
    const rate =
      (pattern.perWeek / 7) *
      (pattern.months?.[monthOf(day) - 1] ?? 1) *
      (pattern.weekdays?.[weekdayOf(day) - 1] ?? 1) *
      (pattern.trend?.(ago) ?? 1)
    for (let left = poisson(rate, r); left > 0; left--) {
      const event = eventOn(day, pattern, pattern.where(ground, r), r)
      events.push(event)
      if (r.chance(pattern.repeats ?? 0)) {
        const later = addDays(day, r.whole(1, 7))
        if (later < calendar.daysAgo(1))
          events.push(eventOn(later, pattern, { ...event, at: near(r, event.at, 45) }, r))
      }
    }
  }
  return events
}

function eventOn(day: string, pattern: Pattern, spot: Spot, r: Random): Event {
  const [kind, summaries] = r.weighted(pattern.kinds.map((k) => [[k[0], k[2]] as const, k[1]] as const))
  return {
    day,
    hour: r.weighted(pattern.hours),
    minute: r.whole(0, 59),
    kind,
    summary: r.pick(summaries),
    at: spot.at,
    name: spot.name,
  }
}

function coarseEvents(calendar: Calendar): { event: Event; where: keyof typeof coarse }[] {
  const r = random('coarse events')
  const events: { event: Event; where: keyof typeof coarse }[] = []
  for (let ago = spanDays; ago >= 2; ago--)
    for (let left = poisson(coarsePerWeek / 7, r); left > 0; left--) {
      const [kind, summary] = r.weighted(coarseKinds.map((k) => [[k[0], k[2]] as const, k[1]] as const))
      // The feed gave up on municipalities early in 2026.
      const day = calendar.daysAgo(ago)
      const where = day >= '2026-02-01' || r.chance(0.15) ? 'county' : 'municipality'
      events.push({
        event: {
          day,
          hour: kind === 'Sammanfattning natt' ? 6 : r.whole(6, 23),
          minute: r.whole(0, 59),
          kind,
          summary,
          at: [0, 0],
          name: '',
        },
        where,
      })
    }
  return events
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

/** The quarter whose middle lies nearest. */
function localityOf(event: Event, ground: Ground): { name: string; centre: Event['at'] } {
  const places = ground.town.things.filter(
    (thing) => thing.theme === 'place' && (thing.kind === 'suburb' || thing.kind === 'neighbourhood'),
  )
  const far = ([x, y]: readonly [number, number]): number => Math.hypot(x - event.at[0], y - event.at[1])
  const nearest = places.reduce((best, thing) => (far(thing.shape[0]!) < far(best.shape[0]!) ? thing : best))
  return { name: nearest.name ?? '', centre: nearest.shape[0]! }
}

/** Knuth's method; for small rates. */
function poisson(rate: number, r: Random): number {
  const limit = Math.exp(-rate)
  let n = 0
  for (let p = r.next(); p > limit; p *= r.next()) n++
  return n
}
