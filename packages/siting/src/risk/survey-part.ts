import type { SurveyArea } from '../ground/demand.ts'
import { weekLength } from '../ground/hours-of-week.ts'
import { planeArea } from '../ground/plane-area.ts'
import type { Town } from '../ground/town.ts'
import { across, type Cells, cellOf, eachPlaceIn, placeArea } from './cells.ts'
import { emptyPart, type Profiles, type RawPart } from './part.ts'
import type { RiskPoints } from './risk-points.ts'

/**
 * The share who feel unsafe where they walk: each m² of street and path weighs by the share of the survey area it lies in,
 * the latest year first. Where an area has no streets in the map all its open ground counts.
 */
export function surveyPart(
  town: Town,
  cells: Cells,
  points: RiskPoints,
  surveys: readonly SurveyArea[],
  profiles: Profiles,
): RawPart {
  const part = emptyPart()
  const when = profiles.within(new Float64Array(weekLength).fill(1))
  if (!when) return part
  const share = new Float64Array(cells.columns * cells.rows * across * across).fill(-1)
  let withoutStreet = 0
  const onStreet = new Uint8Array(share.length)
  for (const place of points.streetPlaces.place) onStreet[place] = 1
  // Later years and, of the same year, later ids are written over earlier ones.
  const inOrder = [...surveys].sort((a, b) => a.year - b.year || (a.id < b.id ? -1 : 1))
  for (const { rings, shareUnsafe } of inOrder) {
    const area = planeArea(rings, town.plane)
    if (!area || !(shareUnsafe >= 0 && shareUnsafe <= 100)) continue
    const open: number[] = []
    eachPlaceIn(cells, area, (place) => {
      if (cells.within[place] === 1 && cells.open[place] === 1) open.push(place)
    })
    if (open.length === 0) continue
    part.n++
    const streets = open.filter((place) => onStreet[place] === 1)
    if (streets.length === 0) withoutStreet++
    for (const place of open) share[place] = -1
    for (const place of streets.length > 0 ? streets : open) share[place] = shareUnsafe / 100
  }
  const weights = new Map<number, number>()
  share.forEach((unsafe, place) => {
    if (unsafe <= 0) return
    const point = points.ofCell[cellOf(cells, place)]!
    weights.set(point, (weights.get(point) ?? 0) + unsafe * placeArea(cells))
  })
  for (const [point, weight] of weights) {
    part.point.push(point)
    part.hours.push(when.index)
    part.weight.push(weight)
  }
  if (withoutStreet > 0)
    part.remarks.push({
      sv: `${withoutStreet} undersökningsområden har ingen gata i kartan: deras svar sprids över all öppen mark.`,
      en: `${withoutStreet} survey areas have no street on the map: their answers are spread over all open ground.`,
    })
  return part
}
