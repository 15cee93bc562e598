import type { Position } from '@trygghetskartan/geo'
import { z } from 'zod'
import type { Bytes } from '../byte-source.ts'
import { streamJson } from '../json/json-stream.ts'
import { FormatError, type Read, type Refusal } from '../refusal.ts'
import type { Row } from '../table/field.ts'
import { occurredAt, publishedAt } from './event-time.ts'
import type { Gazetteer } from './gazetteer.ts'
import { withoutPersons } from './without-persons.ts'

export type PolicePrecision = 'street' | 'locality' | 'municipality' | 'county'

/** As https://polisen.se/api/events gives them. */
const eventSchema = z.object({
  id: z.union([z.number().int(), z.string().regex(/^\d+$/)]),
  datetime: z.string().max(100),
  name: z.string().max(1000),
  summary: z.string().max(20_000).default(''),
  url: z.string().max(1000).default(''),
  type: z.string().min(1).max(120),
  location: z.object({ name: z.string().max(200), gps: z.string().max(100) }),
})
type Event = z.infer<typeof eventSchema>

/** How far a place named in an event may lie from the middle of its municipality or county, in metres. */
const reach = { municipality: 60_000, county: 150_000 }

/**
 * Reads the police feed. The feed places every event at the middle of its municipality or (since 2026) county: that is the
 * precision it carries, unless its text names a street or locality the gazetteer knows. No event is ever exact, and sentences
 * that speak of a person are left out. Throws FormatError as streamJson does, and "not-polisen".
 */
export async function* readPolisen(input: Bytes, gazetteer: Gazetteer): AsyncGenerator<Read<Row>> {
  for await (const event of streamJson(input, 'events')) {
    if ('element' in event) yield rowOf(event.element, event.line, event.index + 1, gazetteer)
    else if ('broken' in event)
      yield refused(event.line, `event ${event.index + 1}`, 'not-json', event.broken)
    else if ('root' in event && !event.streamed) throw notPolisen()
  }
}

function rowOf(given: unknown, line: number, ordinal: number, gazetteer: Gazetteer): Read<Row> {
  const parsed = eventSchema.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    return refused(line, `event ${ordinal}`, 'not-an-event', `${issue.path.join('.')}: ${issue.message}`)
  }
  const event = parsed.data
  const element = `event ${event.id}`
  const centre = positionOf(event.location.gps)
  if (!centre) return refused(line, element, 'no-geometry', event.location.gps)
  const published = publishedAt(event.datetime)
  if (!published) return refused(line, element, 'invalid-value', `datetime ${event.datetime}`)
  const coarse: PolicePrecision = /\blän$/i.test(event.location.name) ? 'county' : 'municipality'
  const match = gazetteer.match(event.summary, centre, reach[coarse])
  return {
    item: {
      line,
      element,
      id: String(event.id),
      geometry: { type: 'Point', coordinates: match?.position ?? centre },
      values: {
        kind: event.type,
        occurred_at: occurredAt(event.name, published),
        published_at: published,
        precision: match?.precision ?? coarse,
        place_name: match?.name ?? municipalityOf(event),
        summary: withoutPersons(event.summary),
        url: addressOf(event.url),
        source_id: String(event.id),
      },
    },
  }
}

/** "56.029394,14.156678" is latitude first. */
function positionOf(gps: string): Position | null {
  const parts = /^\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/.exec(gps)
  if (!parts) return null
  const [lat, lon] = [Number(parts[1]), Number(parts[2])]
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180 || (lat === 0 && lon === 0)) return null
  return [lon, lat]
}

/** The last part of the name; where the feed gives a county as the place, this is the only word of the municipality. */
const municipalityOf = ({ name, location }: Event): string => name.split(', ').at(-1)?.trim() || location.name

const addressOf = (url: string): string | null =>
  url.startsWith('/') ? `https://polisen.se${url}` : /^https:\/\/polisen\.se\//.test(url) ? url : null

function refused(line: number, element: string, code: string, detail: string): { refusal: Refusal } {
  const { sv, en } = words[code]!
  return { refusal: { line, element, code, message: { sv: `${sv} (${detail}).`, en: `${en} (${detail}).` } } }
}

const words: Readonly<Record<string, { sv: string; en: string }>> = {
  'not-json': { sv: 'Inte JSON', en: 'Not JSON' },
  'not-an-event': { sv: 'Inte en händelse ur polisens flöde', en: 'Not an event of the police feed' },
  'no-geometry': { sv: 'Läget går inte att läsa', en: 'The position cannot be read' },
  'invalid-value': { sv: 'Tidpunkten går inte att läsa', en: 'The time cannot be read' },
}

const notPolisen = () =>
  new FormatError('not-polisen', {
    sv: 'Filen är JSON men inte polisens händelser: den ska vara en lista.',
    en: 'The file is JSON but not the police feed: it should be a list.',
  })
