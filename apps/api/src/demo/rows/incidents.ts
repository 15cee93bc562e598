import type { LayerRow } from '../../queries/demo.ts'
import { gridIndex } from '../grid-index.ts'
import { type Random, random } from '../random.ts'
import { inside } from '../shapes.ts'
import { ewkt } from '../wkt.ts'
import { addDays, type Calendar, localInstant } from './calendar.ts'
import type { DemoIncidents, Pattern, Spot } from './event-patterns.ts'
import type { Ground } from './ground.ts'
import { type Event, eventsOf, localityOf } from './pattern-events.ts'

/** How well places are known, in percent. */
const precisionWeights = [
  ['exact', 68],
  ['street', 20],
  ['locality', 8],
  ['municipality', 4],
] as const

/** Two years of incidents as the police's own system has them; some known only to a district or the municipality, some only to an interval. */
export function incidentRows(
  { patterns, municipality }: DemoIncidents,
  ground: Ground,
  calendar: Calendar,
): readonly LayerRow[] {
  const r = random('incident rows')
  const wet = waterOf(ground)
  const midnight = localInstant(calendar.today, 0, 0)
  const all = patterns.flatMap((pattern) =>
    eventsOf(pattern, ground, calendar)
      .filter(({ at }) => !wet(at))
      .map((event) => ({ event, times: timesOf(event, pattern, r) }))
      // An interval that is still open today is not known yet.
      .filter(({ times }) => times.to < midnight),
  )
  all.sort((a, b) => (a.times.from < b.times.from ? -1 : 1))
  return all.map(({ event, times }, i) => {
    const id = r.uuid()
    const precision = r.weighted(precisionWeights)
    const { at, name } = precision === 'locality' ? localityOf(event, ground) : event
    const vague = precision === 'municipality'
    const reported = new Date(Date.parse(times.to) + r.whole(2, 70) * 3_600_000).toISOString()
    const known = reported < midnight ? reported : midnight
    return {
      id,
      geom: vague ? ewkt({ type: 'Point', coordinates: municipality.position }) : ground.ewkt.point(at),
      version: 1,
      occurred_from: times.from,
      occurred_to: times.to,
      time_precision: times.precision,
      kind: event.kind,
      precision,
      place_name: vague ? municipality.name : name,
      note: event.summary,
      source: 'demo',
      source_id: `demo-${String(i + 1).padStart(5, '0')}`,
      content: `\\x${id.replaceAll('-', '')}`,
      import_id: null,
      state: 'valid',
      demo: true,
      created_at: known,
      updated_at: known,
    } satisfies LayerRow
  })
}

/** Whether a place is in the water. */
function waterOf({ town }: Ground): (at: Spot['at']) => boolean {
  const waters = gridIndex(
    town.things.flatMap(({ theme, shape }) => (theme === 'water' && shape.length > 2 ? [shape] : [])),
    (ring) => ring,
  )
  return (at) => waters(at).some((ring) => inside(at, ring))
}

function timesOf({ day, hour, minute }: Event, { between: [share, hours] = [0, 0] }: Pattern, r: Random) {
  const at = localInstant(day, hour, minute)
  if (r.chance(share)) {
    // Seen whole last and found broken first: people say quarters of an hour.
    const before = r.between(0.1, 0.9) * r.between(0.4, 1) * hours
    const after = r.between(0.1, 0.9) * hours
    return {
      from: quarterHour(Date.parse(at) - before * 3_600_000),
      to: quarterHour(Date.parse(at) + after * 3_600_000),
      precision: 'minute',
    }
  }
  if (r.chance(0.03)) {
    const whole = addDays(day, Math.floor(hour / 24))
    return { from: localInstant(whole, 0, 0), to: localInstant(whole, 23, 59), precision: 'day' }
  }
  return { from: at, to: at, precision: 'minute' }
}

const quarterHour = (time: number): string => new Date(Math.round(time / 900_000) * 900_000).toISOString()
