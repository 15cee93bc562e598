import { isRefusal } from '@trygghetskartan/geo'
import { boxGrid } from '../ground/box-grid.ts'
import type { Town, TownStreet } from '../ground/town.ts'
import { illuminanceAt, type Lamp } from '../illuminance.ts'
import { across, type Cells, eachPlaceBeside, placeArea, placeX, placeY } from './cells.ts'
import { emptyPart, type Profiles, type RawPart } from './part.ts'
import { besideStreet, type RiskPoints } from './risk-points.ts'
import type { RiskSettings } from './settings.ts'

/** Metres along the ground beyond which a lamp's light is not followed. Assumption of this project. */
const cutOff = 60
/** A street the map says is lit counts as lit where no lamp is mapped this near, metres. Assumption of this project. */
const lampMapped = 40

/** How it is lit where a point has street or path: what `RiskSurface.light` holds. */
export const lightOf = { noStreet: 0, dark: 1, unknown: 2, lit: 3 } as const

/**
 * Streets and paths darker than `darkBelow` lux: each m² weighs by how much of it is missing. Where the map knows neither
 * lamps nor whether a street is lit nothing is claimed.
 */
export function darknessPart(
  town: Town,
  cells: Cells,
  points: RiskPoints,
  lamps: readonly Lamp[],
  dark: Float64Array,
  settings: RiskSettings,
  profiles: Profiles,
): { readonly part: RawPart; readonly lux: Float64Array; readonly light: Uint8Array } {
  const part = emptyPart()
  const { place, point } = points.streetPlaces
  const x = Float64Array.from(place, (at) => placeX(cells, at))
  const y = Float64Array.from(place, (at) => placeY(cells, at))
  const light = illuminanceAt(x, y, lamps, { maintenance: 1, cutOff, shadows: town.scene })
  const mean = new Float64Array(points.x.length)
  const known = lamps.length > 0
  // A point is dark where any of its street is; else unknown where any is.
  const state = Uint8Array.from(points.street, (m2) => (m2 > 0 ? lightOf.lit : lightOf.noStreet))
  if (isRefusal(light)) {
    part.remarks.push(light.text)
    return { part, lux: mean, light: state }
  }
  const when = profiles.within(dark)
  const said = saidOf(town, cells)
  const near = boxGrid(lamps.map((lamp) => [lamp.x, lamp.y, lamp.x, lamp.y]))
  const weights = new Map<number, number>()
  let unknown = 0
  const square = placeArea(cells)
  place.forEach((at, i) => {
    const lux = light.lux[i]!
    const of = point[i]!
    mean[of]! += (lux * square) / points.street[of]!
    if (lux >= settings.darkBelow) return
    if (said[at] === 0 && !known) {
      unknown++
      if (state[of] !== lightOf.dark) state[of] = lightOf.unknown
      return
    }
    const box = [x[i]! - lampMapped, y[i]! - lampMapped, x[i]! + lampMapped, y[i]! + lampMapped] as const
    if (said[at] === 2 && near.touching(box).length === 0) {
      unknown++
      if (state[of] !== lightOf.dark) state[of] = lightOf.unknown
      return
    }
    state[of] = lightOf.dark
    weights.set(of, (weights.get(of) ?? 0) + square * (1 - lux / settings.darkBelow))
    part.n += square
  })
  part.n = Math.round(part.n)
  if (unknown > 0)
    part.remarks.push({
      sv: `På ${Math.round(unknown * square)} m² gata och gångväg saknar kartan lampor: där antas inget mörker.`,
      en: `On ${Math.round(unknown * square)} m² of street and path the map has no lamps: no darkness is assumed there.`,
    })
  if (when)
    for (const [of, weight] of weights) {
      part.point.push(of)
      part.hours.push(when.index)
      part.weight.push(weight)
    }
  else if (weights.size > 0)
    part.remarks.push({
      sv: 'Under de timmar som valts är det aldrig mörkt.',
      en: 'It is never dark in the hours chosen.',
    })
  return { part, lux: mean, light: state }
}

/** What the map says of each place: 0 nothing, 1 a street or path that is not lit, 2 one that is. */
function saidOf(town: Town, cells: Cells): Uint8Array {
  const said = new Uint8Array(cells.columns * cells.rows * across * across)
  const mark = ({ line, width }: TownStreet, value: number) =>
    eachPlaceBeside(cells, line, width / 2 + besideStreet, (place) => {
      said[place] = Math.max(said[place]!, value)
    })
  for (const street of town.streets)
    if (!street.covered && street.lit !== null) mark(street, street.lit ? 2 : 1)
  return said
}
