import {
  type IncidentColumns,
  type IncidentFilter,
  minuteOfWeek,
  placedPrecisions,
  placeIn,
  type Selection,
  type StudyArea,
  selectIncidents,
} from '@trygghetskartan/analysis'
import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { mondayOf } from './days.ts'
import type { Counts } from './hotspot-protocol.ts'

const minutesOfDay = 1440

/** What the charts beside the map show: each counts what the other controls choose, within the area. */
export function countIncidents(
  incidents: IncidentColumns,
  filter: IncidentFilter,
  area: StudyArea,
): Counts | Refusal {
  const isIn = placeIn(area)
  const chosen = (part: Partial<IncidentFilter>): Selection | Refusal =>
    selectIncidents(incidents, { ...filter, ...part })
  const own = chosen({})
  if (isRefusal(own)) return own
  const each = (part: Partial<IncidentFilter>, count: (row: number, weight: number) => void): void => {
    const selection = chosen(part)
    if (isRefusal(selection)) return
    const { rows, weight } = selection
    for (let k = 0; k < rows.length; k++) {
      const row = rows[k]!
      if (isIn(incidents.x[row]!, incidents.y[row]!)) count(row, weight[k]!)
    }
  }
  let n = 0
  let spread = 0
  own.rows.forEach((row, k) => {
    if (!isIn(incidents.x[row]!, incidents.y[row]!)) return
    n++
    if (own.weight[k]! < 1) spread++
  })
  const kinds = new Float64Array(incidents.kinds.length)
  each({ kinds: null }, (row, weight) => {
    kinds[incidents.kind[row]!]! += weight
  })
  const byHour = new Float64Array(168)
  each({ hoursOfWeek: null }, (row, weight) => {
    const from = incidents.from[row]!
    if (incidents.timePrecision[row] === 0 && incidents.to[row]! - from < 60)
      byHour[Math.floor(minuteOfWeek(from) / 60)]! += weight
  })
  return {
    stored: incidents.length,
    n,
    outside: own.n - n,
    spread,
    leftOut: own.leftOut,
    byKind: Object.fromEntries(
      incidents.kinds.map((kind, i) => [kind, kinds[i]!] as const).filter(([, count]) => count > 0),
    ),
    byHour,
    byWeek: weeksOf(incidents, each),
    bySource: sourcesOf(incidents),
  }
}

function weeksOf(
  incidents: IncidentColumns,
  each: (part: Partial<IncidentFilter>, count: (row: number, weight: number) => void) => void,
): Counts['byWeek'] {
  const weeks = new Map<number, number>()
  each({ from: null, until: null }, (row, weight) => {
    const middle = (incidents.from[row]! + incidents.to[row]!) / 2
    const start = mondayOf(Math.floor(middle / minutesOfDay))
    weeks.set(start, (weeks.get(start) ?? 0) + weight)
  })
  const starts = [...weeks.keys()]
  if (starts.length === 0) return []
  const [first, last] = [Math.min(...starts), Math.max(...starts)]
  return Array.from({ length: (last - first) / 7 + 1 }, (_, i) => ({
    start: first + 7 * i,
    n: weeks.get(first + 7 * i) ?? 0,
  }))
}

const sourcesKnown = new WeakMap<IncidentColumns, Counts['bySource']>()

function sourcesOf(incidents: IncidentColumns): Counts['bySource'] {
  const held = sourcesKnown.get(incidents)
  if (held) return held
  const all = new Float64Array(incidents.sources.length)
  const placed = new Float64Array(incidents.sources.length)
  for (let row = 0; row < incidents.length; row++) {
    const source = incidents.source[row]!
    all[source]!++
    if (incidents.precision[row]! < placedPrecisions) placed[source]!++
  }
  const found = Object.fromEntries(
    incidents.sources.map((name, i) => [name, { all: all[i]!, placed: placed[i]! }]),
  )
  sourcesKnown.set(incidents, found)
  return found
}
