import type { BBox, Position } from '@trygghetskartan/geo'
import { knownSrids, toWgs84 } from '@trygghetskartan/geo'
import { type Reading, readingOf } from '../csv/coordinates.ts'
import type { TableProblem } from './problem.ts'

interface System extends Reading {
  count: number
  /** Of the first rows: line and what stands there. */
  readonly examples: { line: number; text: string }[]
  readonly sample: Position[]
}

const mostPlaces = 100_000
const sampleSize = 200
/** Rows in another system than the rest beyond this share stop the file. */
const fewOthers = 0.05

/** Finds the one reference system in which a file has its positions, and positions that many rows share. */
export class PlaceSurvey {
  private readonly srid: number | null
  private readonly systems = new Map<string, System>()
  private readonly places = new Map<string, { x: number; y: number; count: number }>()
  private count = 0

  constructor(srid: number | null) {
    this.srid = srid
  }

  add(x: number, y: number, line: number): void {
    this.count += 1
    const key = `${x} ${y}`
    const place = this.places.get(key)
    if (place) place.count += 1
    else if (this.places.size < mostPlaces) this.places.set(key, { x, y, count: 1 })
    const reading = readingOf(x, y, this.srid, true)
    if (!reading) return
    const name = `${reading.srid} ${reading.turned}`
    const system = this.systems.get(name) ?? { ...reading, count: 0, examples: [], sample: [] }
    this.systems.set(name, system)
    system.count += 1
    if (system.examples.length < 2) system.examples.push({ line, text: `${x}; ${y}` })
    if (system.sample.length < sampleSize) system.sample.push(reading.turned ? [y, x] : [x, y])
  }

  /** How most rows are read; null where there is no position. Rows of a local zone are of the one that puts most of them in the municipality. */
  settle(bounds: BBox): { reading: Reading | null; problems: TableProblem[] } {
    const [most, ...others] = [...this.systems.values()].sort((a, b) => b.count - a.count)
    if (!most) return { reading: null, problems: [] }
    const rest = others.reduce((sum, { count }) => sum + count, 0)
    const problems = others.length > 0 ? [twoSystems(most, others, rest > this.count * fewOthers)] : []
    const srid = this.srid ?? (most.srid === 3008 ? zoneOf(most.sample, bounds) : most.srid)
    return { reading: { srid, turned: most.turned }, problems: [...problems, ...this.shared()] }
  }

  /** Positions that so many rows have that they are the middle of something. */
  private shared(): TableProblem[] {
    return [...this.places.values()]
      .filter(
        ({ count }) => (count >= 5 && count >= this.count / 5) || (count >= 100 && count >= this.count / 20),
      )
      .sort((a, b) => b.count - a.count)
      .slice(0, 20)
      .map((place) => onePlace(place, this.count))
  }
}

/** EPSG:3008 unless another zone puts more of the sample in the municipality. */
function zoneOf(sample: readonly Position[], [west, south, east, north]: BBox): number {
  const inside = (srid: number) =>
    sample.filter((position) => {
      const [lon, lat] = toWgs84(srid, position)
      return lon >= west && lon <= east && lat >= south && lat <= north
    }).length
  const zones = knownSrids.filter((srid) => srid >= 3007 && srid <= 3018)
  return zones.reduce((best, srid) => (inside(srid) > inside(best) ? srid : best), 3008 as number)
}

const nameOf = (srid: number): string =>
  srid === 4326
    ? 'WGS 84'
    : srid === 3006
      ? 'SWEREF 99 TM'
      : srid === 3008
        ? 'SWEREF 99 (zon)'
        : `EPSG:${srid}`

function twoSystems(most: System, others: readonly System[], stops: boolean): TableProblem {
  const count = others.reduce((sum, other) => sum + other.count, 0)
  const [example] = others[0]!.examples
  return {
    code: 'two-systems',
    stops,
    message: {
      sv: `Filen har positioner i flera referenssystem: ${most.count} rader i ${nameOf(most.srid)}, ${count} i andra, som ”${example!.text}” på rad ${example!.line}. ${stops ? 'Dela filen eller ange systemet.' : 'De andra avvisas.'}`,
      en: `The file has positions in several reference systems: ${most.count} rows in ${nameOf(most.srid)}, ${count} in others, such as “${example!.text}” on line ${example!.line}. ${stops ? 'Part the file or name the system.' : 'Those are refused.'}`,
    },
    examples: [...most.examples.slice(0, 1), ...others.flatMap(({ examples }) => examples.slice(0, 1))],
  }
}

function onePlace({ x, y, count }: { x: number; y: number; count: number }, all: number): TableProblem {
  const share = Math.round((100 * count) / all)
  return {
    code: 'one-place',
    stops: false,
    message: {
      sv: `${count} rader (${share} %) har samma läge, ${x}; ${y}. Det är troligen mitten av ett område: sänk noggrannheten för det läget, annars ser det ut som en ansamling.`,
      en: `${count} rows (${share} %) have the same position, ${x}; ${y}. It is probably the middle of an area: lower the precision of that position, or it looks like a hotspot.`,
    },
    examples: [],
    place: { x, y, count },
  }
}
