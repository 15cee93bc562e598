import { isRefusal } from '@trygghetskartan/geo'
import { usualHeight } from '../assumed-lamp.ts'
import { rowOf } from '../ground/lamp-row.ts'
import { usualLight } from '../ground/lamps-of.ts'
import { seesPoint } from '../isovist.ts'
import type { LampTemplate } from '../proposal/request.ts'
import { visibleFrom } from '../visibility.ts'
import { type Candidate, coveredRisk, type PointCover } from './candidate.ts'
import { mayStand, pointsNear, type Site, streetName } from './site.ts'

/** Within half its reach a lamp helps wholly, beyond it by half. Assumption of this project. */
const beyondHalf = 0.5

/**
 * Lamps along streets and paths that are darker than asked: at the template's spacing, on the side that is free, and not
 * beside a lamp that stands. `risk`: of each point in dark hours.
 */
export function lampCandidates(site: Site, template: LampTemplate, risk: Float64Array): Candidate[] {
  const { town } = site
  const height = template.light.height ?? usualHeight
  const spacing = template.light.spacing ?? Math.max(1, usualLight.spacingPerHeight * height)
  const candidates: Candidate[] = []
  const there = apart(spacing / 2)
  for (const { x, y } of town.lamps) there.add(x, y)
  town.streets.forEach(({ line, width, covered, name }, number) => {
    if (covered) return
    const setback = width / 2 + (template.light.setback ?? 0.5)
    const right = rowOf({ line, arrangement: 'right', setback, spacing })
    const left = rowOf({ line, arrangement: 'left', setback, spacing })
    right.forEach((pole, at) => {
      const place = [pole, left[at]!].find(({ x, y }) => mayStand(site, x, y))
      if (!place) return
      if (there.isNear(place.x, place.y)) return
      const cover = lampCover(site, place.x, place.y, template.reach)
      if (!cover || coveredRisk(cover, risk) <= 0) return
      there.add(place.x, place.y)
      candidates.push({
        id: `lamp-street-${number}-${at}`,
        kind: 'lamp',
        x: place.x,
        y: place.y,
        constraint: 'street',
        place: name ?? streetName(town, place.x, place.y),
        investment: template.investment,
        yearly: template.yearly,
        homes: 0,
        cover,
      })
    })
  })
  return candidates
}

/** Places that are to lie at least so many metres apart, found by squares of that size. */
function apart(metres: number) {
  const squares = new Map<string, (readonly [number, number])[]>()
  const square = (x: number, y: number) => `${Math.floor(x / metres)} ${Math.floor(y / metres)}`
  return {
    add: (x: number, y: number): void => {
      const key = square(x, y)
      squares.set(key, [...(squares.get(key) ?? []), [x, y]])
    },
    isNear: (x: number, y: number): boolean =>
      [-1, 0, 1].some((dx) =>
        [-1, 0, 1].some((dy) =>
          squares
            .get(square(x + dx * metres, y + dy * metres))
            ?.some(([u, v]) => Math.hypot(u - x, v - y) < metres),
        ),
      ),
  }
}

/** The dark points a lamp would light; null where it stands in a building. */
export function lampCover(site: Site, x: number, y: number, reach: number): PointCover | null {
  const dark = pointsNear(site, x, y, reach).filter((i) => site.dark[i] === 1)
  if (dark.length === 0) return { points: new Int32Array(), quality: new Float64Array() }
  const isovist = visibleFrom(site.town.scene, x, y, reach)
  if (isRefusal(isovist)) return null
  const points = Int32Array.from(
    dark.filter((i) => seesPoint(isovist, site.surface.x[i]!, site.surface.y[i]!)),
  )
  return {
    points,
    quality: Float64Array.from(points, (i) =>
      Math.hypot(site.surface.x[i]! - x, site.surface.y[i]! - y) <= reach / 2 ? 1 : beyondHalf,
    ),
  }
}
