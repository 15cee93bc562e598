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

/**
 * When the event took place, from `name`: "30 mars 08.08, Trafikolycka, Kristianstad". The year is the one of publication, or the
 * one before where that would put the event after it. ISO 8601 with Sweden's offset, or null.
 */
export function occurredAt(name: string, published: string): string | null {
  const parts = /^(\d{1,2}) (\p{L}+) (\d{1,2})[.:](\d{2})\b/u.exec(name.trim())
  const month = parts ? months.indexOf(parts[2]!.toLowerCase()) + 1 : 0
  if (!parts || month === 0) return null
  const year = Number(published.slice(0, 4))
  for (const candidate of [year, year - 1]) {
    const local = `${candidate}-${two(month)}-${two(parts[1]!)}T${two(parts[3]!)}:${parts[4]}:00`
    const moment = valid(`${local}${swedishOffset(local)}`)
    // Clocks of the two differ by minutes at times.
    if (moment && Date.parse(moment) <= Date.parse(published) + 3_600_000) return moment
  }
  return null
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
