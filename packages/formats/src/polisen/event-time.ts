import { swedishOffset } from '../table/cell-value.ts'

const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
]

/** `datetime` of the feed, "2023-03-30 8:39:52 +02:00" with a one-digit hour as often as not: when it was published. ISO 8601 or null. */
export function publishedAt(datetime: string): string | null {
  const parts = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)? ?([+-]\d{2}:?\d{2}|Z)$/.exec(
    datetime.trim(),
  )
  if (!parts) return null
  const [, day, hour, minute, second, offset] = parts
  return valid(`${day}T${hour!.padStart(2, '0')}:${minute}:${second}${offset}`)
}

/** Clocks of the two differ by minutes at times. */
const clockSlack = 3_600_000

/**
 * When the event took place, from `name`: "30 mars 08.08, Trafikolycka, Kristianstad". The year is the one that puts it nearest to
 * its publication. ISO 8601 with Sweden's offset; null where it is not said, or is said to be after the event was told of.
 */
export function occurredAt(name: string, published: string): string | null {
  const parts = /^(\d{1,2}) (\p{L}+) (\d{1,2})[.:](\d{2})\b/u.exec(name.trim())
  const month = parts ? months.indexOf(parts[2]!.toLowerCase()) + 1 : 0
  if (!parts || month === 0) return null
  const told = Date.parse(published)
  const year = Number(published.slice(0, 4))
  const apart = (moment: string) => Math.abs(told - Date.parse(moment))
  const [nearest] = [year, year - 1]
    .map((candidate) => `${candidate}-${two(month)}-${two(parts[1]!)}T${two(parts[3]!)}:${parts[4]}:00`)
    .flatMap((local) => valid(`${local}${swedishOffset(local)}`) ?? [])
    .sort((a, b) => apart(a) - apart(b))
  return nearest !== undefined && Date.parse(nearest) <= told + clockSlack ? nearest : null
}

const two = (value: string | number): string => String(value).padStart(2, '0')

/** Date.parse takes 31 February for 3 March. */
function valid(moment: string): string | null {
  const time = Date.parse(moment)
  if (Number.isNaN(time)) return null
  const day = Number(moment.slice(8, 10))
  const month = Number(moment.slice(5, 7))
  return new Date(Date.UTC(Number(moment.slice(0, 4)), month - 1, day)).getUTCDate() === day ? moment : null
}
