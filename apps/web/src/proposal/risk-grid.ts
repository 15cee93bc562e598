import {
  type Demand,
  type Ground,
  isRefusal,
  type LuminaireFiles,
  type Refusal,
  type Rings,
  type RiskPart,
  type RiskSettings,
  riskSurface,
  townFrom,
} from '@trygghetskartan/siting'
import { riskParts } from './proposal-form.ts'

/** The risk in squares, each part by itself and adding up to one, so that they can be weighed without asking again. */
export interface RiskGrid {
  readonly columns: number
  readonly rows: number
  /** Metres across a square. */
  readonly step: number
  /** [west, south, east, north] in degrees, of all squares. */
  readonly box: readonly [number, number, number, number]
  /** Square of each point, columns from the west and rows from the south. */
  readonly square: Int32Array
  /** Share of each point in the part; null where nothing is known. */
  readonly parts: Readonly<Record<RiskPart, Float32Array | null>>
  /** How many incidents, reports and the like each part rests on. */
  readonly counts: Readonly<Record<RiskPart, number>>
  readonly leftOut: Demand['leftOut']
}

interface About {
  readonly ground: Ground
  readonly demand: Demand
  readonly luminaires: LuminaireFiles
}

/** All parts of the risk in an area, unweighed. Refused as riskSurface refuses. */
export function riskGrid(
  { ground, demand, luminaires }: About,
  area: Rings,
  settings: RiskSettings,
): RiskGrid | Refusal {
  const town = townFrom(ground)
  const weights = { incidents: 1, reports: 1, survey: 1, darkness: 1, sight: 1 }
  const surface = riskSurface(town, demand, { ...settings, weights }, { area, luminaires })
  if (isRefusal(surface)) return surface
  const { step } = surface
  const [west, south, east, north] = town.box
  const columns = Math.max(1, Math.ceil((east - west) / step))
  const rows = Math.max(1, Math.ceil((north - south) / step))
  const corner = town.plane.toLonLat(west, south)
  const far = town.plane.toLonLat(west + columns * step, south + rows * step)
  const square = Int32Array.from(surface.x, (x, i) => {
    const column = Math.min(columns - 1, Math.floor((x - west) / step))
    return Math.min(rows - 1, Math.floor((surface.y[i]! - south) / step)) * columns + column
  })
  const alone = (part: RiskPart) => {
    const own = surface.parts[part]
    if (!own) return null
    const sum = own.reduce((all, one) => all + one, 0)
    return sum > 0 ? Float32Array.from(own, (one) => one / sum) : null
  }
  return {
    columns,
    rows,
    step,
    box: [corner[0], corner[1], far[0], far[1]],
    square,
    parts: Object.fromEntries(riskParts.map((part) => [part, alone(part)])) as RiskGrid['parts'],
    counts: Object.fromEntries(surface.told.map(({ part, n }) => [part, n])) as RiskGrid['counts'],
    leftOut: demand.leftOut,
  }
}

/** Points of each point of the grid, 100 in all; all 0 where no part that is known weighs anything. */
export function weighed(grid: RiskGrid, weights: Readonly<Record<RiskPart, number>>): Float32Array {
  const known = riskParts.filter((part) => grid.parts[part] && weights[part] > 0)
  const sum = known.reduce((all, part) => all + weights[part], 0)
  const total = new Float32Array(grid.square.length)
  for (const part of known) {
    const own = grid.parts[part]!
    const factor = (100 * weights[part]) / sum
    for (let i = 0; i < total.length; i++) total[i]! += own[i]! * factor
  }
  return total
}
