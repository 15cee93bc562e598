import type { PointCover } from '../candidates/candidate.ts'
import { weekLength } from '../ground/hours-of-week.ts'
import type { RiskPart } from '../risk/settings.ts'
import { type RiskSurface, riskParts } from '../risk/surface.ts'

/**
 * Risk by place and by the hours in which measures act: each point of the surface is a row for each part of the week that
 * no kind of measure tells apart (camera hours, dark hours, hours of presence). A measure then covers a row or does not,
 * and two that act at different hours of one place add up as they should.
 */
export interface DemandRows {
  readonly surface: RiskSurface
  /** Parts of the week: 168 shares each that add up to one over the parts in every hour. */
  readonly weeks: readonly Float64Array[]
  /** Of each part of the week whether it lies in each of the hours told apart. */
  readonly member: readonly (readonly boolean[])[]
  readonly hours: readonly Float64Array[]
  /** Point, part of the week and risk of each row. */
  readonly point: Int32Array
  readonly week: Uint8Array
  readonly weight: Float64Array
  /** Row of point p in part w at [p * weeks.length + w], -1 where it has no risk. */
  readonly rowOf: Int32Array
}

/** Risk of each point that falls in the given shares of each hour of the week. */
export function riskIn(
  surface: RiskSurface,
  hours: Float64Array,
  parts: readonly RiskPart[] = riskParts,
): Float64Array {
  const risk = new Float64Array(surface.x.length)
  const shares = new Float64Array(surface.profiles.length / weekLength)
  for (let profile = 0; profile < shares.length; profile++)
    for (let hour = 0; hour < weekLength; hour++)
      shares[profile]! += surface.profiles[profile * weekLength + hour]! * hours[hour]!
  for (const part of parts) {
    const own = surface.entries[part]
    if (!own) continue
    own.point.forEach((point, k) => {
      risk[point]! += own.weight[k]! * shares[own.profile[k]!]!
    })
  }
  return risk
}

/** Rows told apart by these hours; hours that are alike or the whole week tell nothing apart. */
export function demandRows(surface: RiskSurface, hours: readonly Float64Array[]): DemandRows {
  const different = new Map(
    hours.filter((one) => one.some((share) => share < 1)).map((one) => [one.join(), one]),
  )
  const told = [...different.values()]
  let weeks: { hours: Float64Array; member: boolean[] }[] = [
    { hours: new Float64Array(weekLength).fill(1), member: [] },
  ]
  for (const one of told)
    weeks = weeks.flatMap(({ hours: of, member }) =>
      [
        { hours: of.map((share, hour) => share * one[hour]!), member: [...member, true] },
        { hours: of.map((share, hour) => share * (1 - one[hour]!)), member: [...member, false] },
      ].filter(({ hours: part }) => part.some((share) => share > 0)),
    )
  const risks = weeks.map((week) => riskIn(surface, week.hours))
  const rowOf = new Int32Array(surface.x.length * weeks.length).fill(-1)
  const rows: { point: number; week: number; weight: number }[] = []
  for (let point = 0; point < surface.x.length; point++)
    for (let week = 0; week < weeks.length; week++) {
      const weight = risks[week]![point]!
      if (weight > 0) rowOf[point * weeks.length + week] = rows.push({ point, week, weight }) - 1
    }
  return {
    surface,
    weeks: weeks.map((week) => week.hours),
    member: weeks.map(({ member }) => member),
    hours: told,
    point: Int32Array.from(rows, ({ point }) => point),
    week: Uint8Array.from(rows, ({ week }) => week),
    weight: Float64Array.from(rows, ({ weight }) => weight),
    rowOf,
  }
}

/** Rows a measure covers and by how much: its quality times the share of the row's risk in the hours it acts. */
export type RowCover = (readonly [row: number, share: number])[]

export function rowsCovered(rows: DemandRows, hours: Float64Array): (cover: PointCover) => RowCover {
  const { surface, weeks, member, rowOf, weight } = rows
  const at = rows.hours.findIndex((one) => one.every((share, hour) => share === hours[hour]))
  const always = hours.every((share) => share === 1)
  const shareOf: (row: number, point: number, week: number) => number = (() => {
    if (always) return () => 1
    if (at >= 0) return (_row, _point, week) => (member[week]![at] ? 1 : 0)
    const inBoth = weeks.map((week) =>
      riskIn(
        surface,
        week.map((share, hour) => share * hours[hour]!),
      ),
    )
    return (row, point, week) => Math.min(1, inBoth[week]![point]! / weight[row]!)
  })()
  return ({ points, quality }) => {
    const covered: [number, number][] = []
    points.forEach((point, k) => {
      for (let week = 0; week < weeks.length; week++) {
        const row = rowOf[point * weeks.length + week]!
        if (row < 0) continue
        const share = quality[k]! * shareOf(row, point, week)
        if (share > 0) covered.push([row, share])
      }
    })
    return covered
  }
}

/** Risk of rows weighed by `shares`, by part and by hour of the week. */
export function tellRows(
  rows: DemandRows,
  shares: Float64Array,
): { byPart: Partial<Record<RiskPart, number>>; byHour: number[] } {
  const { surface, weeks, rowOf } = rows
  const byPart: Partial<Record<RiskPart, number>> = {}
  const byHour = new Array<number>(weekLength).fill(0)
  for (const part of riskParts) {
    const own = surface.entries[part]
    if (!own) continue
    let sum = 0
    own.point.forEach((point, k) => {
      for (let week = 0; week < weeks.length; week++) {
        const row = rowOf[point * weeks.length + week]!
        if (row < 0 || shares[row] === 0) continue
        const weight = own.weight[k]! * shares[row]!
        const from = own.profile[k]! * weekLength
        const inWeek = weeks[week]!
        for (let hour = 0; hour < weekLength; hour++) {
          const risk = weight * surface.profiles[from + hour]! * inWeek[hour]!
          byHour[hour]! += risk
          sum += risk
        }
      }
    })
    if (sum > 0) byPart[part] = sum
  }
  return { byPart, byHour }
}
