import type { DemandReport } from '../ground/demand.ts'
import { hoursOfWeek, minutesOf } from '../ground/hours-of-week.ts'
import { planeArea } from '../ground/plane-area.ts'
import type { Town } from '../ground/town.ts'
import type { Corner } from '../scene.ts'
import { type Cells, cellOf, eachPlaceIn } from './cells.ts'
import { ageWeight, emptyPart, type Profiles, type RawPart } from './part.ts'
import type { RiskPoints } from './risk-points.ts'
import type { RiskSettings } from './settings.ts'

/**
 * Reports spread by a quartic kernel over the open ground about them (Silverman 1986), areas over their own open ground; each
 * adds up to one however much of its surroundings is built on, and what falls outside the study area is left there. An
 * interval of hours is spread over itself (aoristic), a report without hours over the week.
 */
export function reportsPart(
  town: Town,
  cells: Cells,
  points: RiskPoints,
  reports: readonly DemandReport[],
  asOf: string,
  settings: RiskSettings,
  profiles: Profiles,
): RawPart {
  const part = emptyPart()
  let nowhere = 0
  for (const report of reports) {
    const shares = sharesOf(report, town, cells, points, settings.bandwidth)
    if (!shares) {
      nowhere++
      continue
    }
    const mine = [...shares].filter(([cell]) => points.ofCell[cell]! >= 0)
    const when = mine.length > 0 ? profiles.within(hoursOf(report)) : null
    if (!when) continue
    part.n++
    const days = (Date.parse(asOf) - Date.parse(report.receivedOn)) / 86_400_000
    const weight =
      (settings.kinds[report.reasons[0] ?? ''] ?? 1) *
      ageWeight(Number.isFinite(days) ? days : 0, settings.halfLifeDays) *
      when.share
    for (const [cell, share] of mine) {
      const point = points.ofCell[cell]!
      const within = points.open[point]! / points.openOfCell[cell]!
      part.point.push(point)
      part.hours.push(when.index)
      part.weight.push(weight * share * within)
    }
  }
  if (nowhere > 0)
    part.remarks.push({
      sv: `${nowhere} anmälningar ligger inte på eller nära öppen mark och räknas inte med.`,
      en: `${nowhere} reports lie neither on open ground nor near it and are left out.`,
    })
  return part
}

function hoursOf({ weekdays, from, to }: DemandReport): Float64Array {
  const timed = from !== null && to !== null && minutesOf(from) !== null && minutesOf(to) !== null
  const days = (weekdays ?? []).filter((day) => Number.isInteger(day) && day >= 1 && day <= 7)
  if (timed) return hoursOfWeek({ weekdays: days, from, to })
  return hoursOfWeek(days.length > 0 ? { weekdays: days, from: '00:00', to: '00:00' } : null)
}

/** Cell -> share of the report, adding up to one over all cells with open ground; null where there is none about it. */
function sharesOf(
  { geometry }: DemandReport,
  town: Town,
  cells: Cells,
  points: RiskPoints,
  bandwidth: number,
): Map<number, number> | null {
  const shares = new Map<number, number>()
  if (geometry.type === 'Polygon') {
    const area = planeArea(geometry.coordinates, town.plane)
    if (!area) return null
    eachPlaceIn(cells, area, (place) => {
      if (cells.open[place] === 0) return
      const cell = cellOf(cells, place)
      shares.set(cell, (shares.get(cell) ?? 0) + 1)
    })
    return scaled(shares)
  }
  const places =
    geometry.type === 'Point'
      ? [town.plane.toPlane(geometry.coordinates)]
      : along(geometry.coordinates.map(town.plane.toPlane), cells.step / 2)
  for (const [x, y] of places) {
    const own = scaled(kernelAt(cells, points, x, y, bandwidth))
    for (const [cell, share] of own ?? []) shares.set(cell, (shares.get(cell) ?? 0) + share)
  }
  return scaled(shares)
}

function kernelAt(
  cells: Cells,
  { openOfCell }: RiskPoints,
  x: number,
  y: number,
  bandwidth: number,
): Map<number, number> {
  const { west, south, step, columns, rows } = cells
  const shares = new Map<number, number>()
  // Where the kernel is narrower than the cells, the nearest open cell takes all.
  const reach = Math.max(bandwidth, 1.5 * step)
  let nearest = -1
  let least = Infinity
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, Math.floor(value / step)))
  for (let row = clamp(y - reach - south, rows - 1); row <= clamp(y + reach - south, rows - 1); row++)
    for (
      let column = clamp(x - reach - west, columns - 1);
      column <= clamp(x + reach - west, columns - 1);
      column++
    ) {
      const cell = row * columns + column
      if (openOfCell[cell]! <= 0) continue
      const dx = west + (column + 0.5) * step - x
      const dy = south + (row + 0.5) * step - y
      const square = dx * dx + dy * dy
      if (square < least) {
        least = square
        nearest = cell
      }
      const part = 1 - square / (bandwidth * bandwidth)
      if (part > 0) shares.set(cell, part * part * openOfCell[cell]!)
    }
  if (shares.size === 0 && least <= reach * reach) shares.set(nearest, 1)
  return shares
}

function scaled(shares: Map<number, number>): Map<number, number> | null {
  let sum = 0
  for (const share of shares.values()) sum += share
  if (!(sum > 0)) return null
  return new Map([...shares].map(([cell, share]) => [cell, share / sum]))
}

/** Places along a line, each for an equal length of it. */
export function along(line: readonly Corner[], spacing: number): [number, number][] {
  const lengths = line.slice(1).map(([x, y], i) => Math.hypot(x - line[i]![0], y - line[i]![1]))
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  if (!(whole > 0)) return line[0] ? [[line[0][0], line[0][1]]] : []
  const count = Math.max(1, Math.round(whole / spacing))
  let segment = 0
  let before = 0
  return Array.from({ length: count }, (_, i) => {
    const station = ((i + 0.5) * whole) / count
    while (segment < lengths.length - 1 && before + lengths[segment]! < station) before += lengths[segment++]!
    const share = lengths[segment]! > 0 ? (station - before) / lengths[segment]! : 0
    const [ax, ay] = line[segment]!
    const [bx, by] = line[segment + 1]!
    return [ax + share * (bx - ax), ay + share * (by - ay)]
  })
}
