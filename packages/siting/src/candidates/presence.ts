import { isRefusal } from '@trygghetskartan/geo'
import { seesPoint } from '../isovist.ts'
import type { PresenceTemplate } from '../proposal/request.ts'
import { visibleFrom } from '../visibility.ts'
import { type Candidate, coveredRisk, type PointCover } from './candidate.ts'
import { mayStand, placeName, pointsNear, type Site, toSegment } from './site.ts'

/** One place is tried in each square of so many metres. Assumption of this project. */
const square = 30
/** A place farther than this from the middle of every street is a square, metres. Assumption of this project. */
const fromStreet = 12

/** Where somebody may stand or pass: the spot with most risk in each square of 30 m. `risk`: at the hours they are there. */
export function presenceCandidates(site: Site, template: PresenceTemplate, risk: Float64Array): Candidate[] {
  const { surface, town } = site
  const best = new Map<string, number>()
  for (let i = 0; i < surface.x.length; i++) {
    if (!(risk[i]! > 0) || !mayStand(site, surface.x[i]!, surface.y[i]!)) continue
    const key = `${Math.floor(surface.x[i]! / square)} ${Math.floor(surface.y[i]! / square)}`
    const known = best.get(key)
    if (known === undefined || risk[i]! > risk[known]!) best.set(key, i)
  }
  return [...best.values()].flatMap((i) => {
    const x = surface.x[i]!
    const y = surface.y[i]!
    const cover = presenceCover(site, x, y, template.reach)
    if (!cover || coveredRisk(cover, risk) <= 0) return []
    const streets = town.grids.streets.touching([
      x - fromStreet,
      y - fromStreet,
      x + fromStreet,
      y + fromStreet,
    ])
    const onStreet = streets.some((k) => {
      const { line } = town.streets[k]!
      return line.slice(1).some((corner, at) => toSegment(x, y, line[at]!, corner) <= fromStreet)
    })
    return [
      {
        id: `presence-${i}`,
        kind: 'presence' as const,
        x,
        y,
        constraint: onStreet ? ('street' as const) : ('square' as const),
        place: placeName(town, x, y),
        investment: template.investment,
        yearly: template.yearly,
        homes: 0,
        cover,
      },
    ]
  })
}

/** The points from which somebody is noticed: in sight and within reach. */
export function presenceCover(site: Site, x: number, y: number, reach: number): PointCover | null {
  const isovist = visibleFrom(site.town.scene, x, y, reach)
  if (isRefusal(isovist)) return null
  const points = pointsNear(site, x, y, reach).filter((i) =>
    seesPoint(isovist, site.surface.x[i]!, site.surface.y[i]!),
  )
  return { points: Int32Array.from(points), quality: new Float64Array(points.length).fill(1) }
}
