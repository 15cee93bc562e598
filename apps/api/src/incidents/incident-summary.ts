import type {
  IncidentFlag,
  ReadIncident,
  Refusal,
  SurveyedKind,
  TableProblem,
} from '@trygghetskartan/formats'

/** What an import of incidents came to, or would. Counts are of rows. */
export interface IncidentSummary {
  readonly name: string
  readonly bytes: number
  readonly read: number
  /** New, and corrected or withdrawn. */
  readonly added: number
  readonly corrected: number
  readonly unchanged: number
  /** Rows that the file has twice, read once. */
  readonly duplicates: number
  readonly refused: number
  readonly reasons: Readonly<Record<string, number>>
  /** The first thousand refused. */
  readonly rejects: readonly Refusal[]
  /** Rows that were taken with something to be seen: outside, unplaced, note-cut, long-interval, in-water. */
  readonly flags: Readonly<Record<string, { readonly count: number; readonly lines: readonly number[] }>>
  readonly kinds: readonly SurveyedKind[]
  readonly byPrecision: Readonly<Record<string, number>>
  readonly problems: readonly TableProblem[]
  /** The first and the last, ISO. */
  readonly period: readonly [string, string] | null
  /** West, south, east, north in degrees, of those that have a place on the map; of the others where there are none. */
  readonly extent: readonly [number, number, number, number] | null
  /** Nothing was kept of it. */
  readonly preview: boolean
  readonly seconds: number
}

const examples = 5

type Box = [number, number, number, number]

/** Counts what is taken. */
export class IncidentTally {
  duplicates = 0
  readonly flags: Record<string, { count: number; lines: number[] }> = {}
  readonly byPrecision: Record<string, number> = {}
  private first = Infinity
  private last = -Infinity
  private readonly inside: Box = [Infinity, Infinity, -Infinity, -Infinity]
  private readonly outside: Box = [Infinity, Infinity, -Infinity, -Infinity]

  take({ line, flags, precision, from, to, position: [lon, lat] }: ReadIncident): void {
    for (const flag of flags) this.flag(flag, line)
    this.byPrecision[precision] = (this.byPrecision[precision] ?? 0) + 1
    this.first = Math.min(this.first, from)
    this.last = Math.max(this.last, to)
    if (precision !== 'exact' && precision !== 'street') return
    const box = flags.includes('outside') ? this.outside : this.inside
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }

  flag(name: IncidentFlag | 'in-water', line: number): void {
    const flag = this.flags[name] ?? { count: 0, lines: [] }
    this.flags[name] = flag
    flag.count += 1
    if (flag.lines.length < examples) flag.lines.push(line)
  }

  get period(): IncidentSummary['period'] {
    const iso = (minutes: number) => new Date(minutes * 60_000).toISOString()
    return this.last < this.first ? null : [iso(this.first), iso(this.last)]
  }

  get extent(): IncidentSummary['extent'] {
    const box = this.inside[0] <= this.inside[2] ? this.inside : this.outside
    return box[0] > box[2] ? null : box
  }
}
