import type { Item } from '@trygghetskartan/api/contract'

export interface EventCounts {
  readonly total: number
  readonly byKind: ReadonlyMap<string, number>
  /** [weekday 0-6, Monday first][hour 0-23], Swedish civil time. */
  readonly byHour: readonly (readonly number[])[]
  readonly withoutTime: number
  /** Precision -> events, for those that are known no nearer. */
  readonly byPrecision: ReadonlyMap<string, number>
}

const clock = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/Stockholm',
})
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Monday-first weekday 0-6 and hour 0-23 in Sweden; null for what is no time. */
export function swedishHour(iso: string): readonly [weekday: number, hour: number] | null {
  const date = new Date(iso)
  if (iso === '' || Number.isNaN(date.getTime())) return null
  const parts = clock.formatToParts(date)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return [weekdays.indexOf(part('weekday')), Number(part('hour'))]
}

/** Events by kind, by hour of the week, and by how well their place is known. */
export function countEvents(items: readonly Item[], fields: { kind: string; time: string }): EventCounts {
  const byKind = new Map<string, number>()
  const byPrecision = new Map<string, number>()
  const byHour = weekdays.map(() => new Array<number>(24).fill(0))
  let withoutTime = 0
  const add = (counts: Map<string, number>, key: unknown) => {
    if (typeof key === 'string') counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const { properties } of items) {
    add(byKind, properties[fields.kind])
    add(byPrecision, properties.precision)
    const at = swedishHour(String(properties[fields.time] ?? ''))
    if (at) byHour[at[0]]![at[1]]! += 1
    else withoutTime += 1
  }
  return { total: items.length, byKind, byHour, withoutTime, byPrecision }
}

/** The hour of the week with most events; null where there are none. */
export function peakOf(byHour: EventCounts['byHour']): { weekday: number; hour: number; n: number } | null {
  let peak = { weekday: 0, hour: 0, n: 0 }
  byHour.forEach((hours, weekday) => {
    hours.forEach((n, hour) => {
      if (n > peak.n) peak = { weekday, hour, n }
    })
  })
  return peak.n > 0 ? peak : null
}
