import {
  hourWeekday,
  type IncidentColumns,
  type IncidentFilter,
  placedPrecisions,
  placeIn,
  type StudyArea,
  selectIncidents,
} from '@trygghetskartan/analysis'
import { isRefusal } from '@trygghetskartan/geo'
import { filterOf } from './analysis-of.ts'
import { mondayOf } from './days.ts'
import type { Counts, HotspotQuestion } from './hotspot-protocol.ts'

const minutesOfDay = 1440

/** Rows of the incidents that a filter chooses and that lie in some ground, with how much of each. */
interface Chosen {
  readonly rows: Uint32Array
  readonly weight: Float64Array
  /** Chosen, but outside of the ground. */
  readonly outside: number
  readonly leftOut: Counts['leftOut']
}

/** What the charts beside the map show: each counts what the other controls choose, within the area. */
export function countIncidents(
  incidents: IncidentColumns,
  question: HotspotQuestion,
  area: StudyArea,
): Counts {
  const filter = filterOf(question)
  const ground = nameOf(area)
  const isIn = placeIn(area)
  const chosen = (part: Partial<IncidentFilter>): Chosen => {
    const own = { ...filter, ...part }
    return remembered(incidents, `${ground} ${JSON.stringify(own)}`, () => chosenIn(incidents, own, isIn))
  }
  const own = chosen({})
  return {
    stored: incidents.length,
    n: own.rows.length,
    outside: own.outside,
    spread: own.weight.reduce((sum, one) => (one < 1 ? sum + 1 : sum), 0),
    leftOut: own.leftOut,
    byKind: kindsOf(incidents, chosen({ kinds: null })),
    ...hoursOf(incidents, chosen({ hoursOfWeek: null })),
    byWeek: weeksOf(incidents, chosen({ from: null, until: null })),
    bySource: sourcesOf(incidents),
  }
}

const names = new WeakMap<StudyArea, string>()

/** An area as text, written out once for each object. */
function nameOf(area: StudyArea): string {
  const name = names.get(area) ?? JSON.stringify(area.polygons)
  names.set(area, name)
  return name
}

/** So many choices are kept: one moves a control there and back, and most charts do not change with it. */
const kept = 12
let memory: { readonly of: IncidentColumns; readonly choices: Map<string, Chosen> } | null = null

function remembered(incidents: IncidentColumns, name: string, choose: () => Chosen): Chosen {
  if (memory?.of !== incidents) memory = { of: incidents, choices: new Map() }
  const { choices } = memory
  const found = choices.get(name) ?? choose()
  choices.delete(name)
  choices.set(name, found)
  const [oldest] = choices.keys()
  if (choices.size > kept && oldest !== undefined) choices.delete(oldest)
  return found
}

/** What a filter chooses of the ground that `isIn` holds. */
export function chosenIn(
  incidents: IncidentColumns,
  filter: IncidentFilter,
  isIn: (x: number, y: number) => boolean,
): Chosen {
  const selection = selectIncidents(incidents, filter)
  if (isRefusal(selection)) return nothing
  const rows = new Uint32Array(selection.n)
  const weight = new Float64Array(selection.n)
  let n = 0
  for (let k = 0; k < selection.n; k++) {
    const row = selection.rows[k]!
    if (!isIn(incidents.x[row]!, incidents.y[row]!)) continue
    rows[n] = row
    weight[n++] = selection.weight[k]!
  }
  return {
    rows: rows.slice(0, n),
    weight: weight.slice(0, n),
    outside: selection.n - n,
    leftOut: selection.leftOut,
  }
}

const nothing: Chosen = { rows: new Uint32Array(), weight: new Float64Array(), outside: 0, leftOut: [] }

export function hoursOf(incidents: IncidentColumns, { rows }: Chosen): Pick<Counts, 'byHour' | 'untimed'> {
  const found = hourWeekday(incidents, rows)
  if (isRefusal(found)) return { byHour: new Float64Array(168), untimed: rows.length }
  return { byHour: found.weights, untimed: rows.length - found.n }
}

export function kindsOf({ kind, kinds }: IncidentColumns, { rows, weight }: Chosen): Counts['byKind'] {
  const counts = new Float64Array(kinds.length)
  rows.forEach((row, k) => {
    counts[kind[row]!]! += weight[k]!
  })
  return Object.fromEntries(
    kinds.map((name, i) => [name, counts[i]!] as const).filter(([, count]) => count > 0),
  )
}

export function weeksOf({ from, to }: IncidentColumns, { rows, weight }: Chosen): Counts['byWeek'] {
  const weeks = new Map<number, number>()
  rows.forEach((row, k) => {
    const start = mondayOf(Math.floor((from[row]! + to[row]!) / 2 / minutesOfDay))
    weeks.set(start, (weeks.get(start) ?? 0) + weight[k]!)
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
