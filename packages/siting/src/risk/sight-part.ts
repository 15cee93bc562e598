import { isRefusal } from '@trygghetskartan/geo'
import { weekLength } from '../ground/hours-of-week.ts'
import type { Town } from '../ground/town.ts'
import { isovistArea } from '../isovist.ts'
import { visibleFrom } from '../visibility.ts'
import { type Cells, placeX, placeY } from './cells.ts'
import { emptyPart, type Profiles, type RawPart } from './part.ts'
import type { RiskPoints } from './risk-points.ts'
import type { RiskSettings } from './settings.ts'

/**
 * How little one sees along streets and paths: from the middle of each point's street ground the share of the circle of
 * `sightWithin` metres that is hidden by buildings, walls and greenery. In greenery nothing is seen.
 */
export function sightPart(
  town: Town,
  cells: Cells,
  points: RiskPoints,
  { sightWithin }: RiskSettings,
  profiles: Profiles,
): RawPart {
  const part = emptyPart()
  const when = profiles.within(new Float64Array(weekLength).fill(1))
  if (!when) return part
  const circle = Math.PI * sightWithin * sightWithin
  viewpoints(cells, points).forEach((place, point) => {
    if (place < 0) return
    const seen = visibleFrom(town.sightScene, placeX(cells, place), placeY(cells, place), sightWithin)
    const hidden = isRefusal(seen) ? 1 : Math.max(0, 1 - isovistArea(seen) / circle)
    part.n++
    // Rounding of an open field is no lack of sight.
    if (hidden < 1e-9) return
    part.point.push(point)
    part.hours.push(when.index)
    part.weight.push(hidden * points.street[point]!)
  })
  return part
}

/** Of each point the place of its street ground nearest that ground's middle, -1 where it has none. */
function viewpoints(cells: Cells, { x, streetPlaces: { place, point } }: RiskPoints): Int32Array {
  const count = x.length
  const sumX = new Float64Array(count)
  const sumY = new Float64Array(count)
  const n = new Float64Array(count)
  place.forEach((at, i) => {
    sumX[point[i]!]! += placeX(cells, at)
    sumY[point[i]!]! += placeY(cells, at)
    n[point[i]!]!++
  })
  const best = new Int32Array(count).fill(-1)
  const away = new Float64Array(count).fill(Infinity)
  place.forEach((at, i) => {
    const of = point[i]!
    const square =
      (placeX(cells, at) - sumX[of]! / n[of]!) ** 2 + (placeY(cells, at) - sumY[of]! / n[of]!) ** 2
    if (square < away[of]! - 1e-9) {
      away[of] = square
      best[of] = at
    }
  })
  return best
}
