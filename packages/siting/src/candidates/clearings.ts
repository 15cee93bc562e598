import { areaOf, isWithin, type PlaneArea } from '../ground/plane-area.ts'
import type { Town } from '../ground/town.ts'
import type { ClearingTemplate } from '../proposal/request.ts'
import { along } from '../risk/reports-part.ts'
import type { Corner } from '../scene.ts'
import { type Candidate, coveredRisk, type PointCover } from './candidate.ts'
import { type Site, streetName, toSegment } from './site.ts'

/** Assumptions of this project, metres: how near a path greenery matters, how far its clearing helps, and how strips are cut. */
const nearPath = 6
export const clearingHelps = 15
const stripAside = 5
const stripLength = 40
/** m²: what is larger is cleared along its paths, not as a whole. */
const largest = 1500

/** Shrubs and woods beside streets and paths: small ones whole, large ones as strips of 5 m on either side of the path. */
export function clearingCandidates(site: Site, template: ClearingTemplate, risk: Float64Array): Candidate[] {
  const { town } = site
  const candidates: Candidate[] = []
  const add = (id: string, shape: PlaneArea, m2: number, place: string) => {
    const cover = clearingCover(site, shape)
    const [x, y] = middleOf(shape)
    if (m2 <= 0 || !isWithin(site.study, x, y) || site.excluded.some((area) => isWithin(area, x, y))) return
    if (coveredRisk(cover, risk) <= 0) return
    candidates.push({
      id,
      kind: 'clearing',
      x,
      y,
      constraint: 'shrubs',
      place,
      rings: shape.rings,
      investment: Math.round(m2 * template.investmentPerM2),
      yearly: Math.round(m2 * template.yearlyPerM2),
      homes: 0,
      cover,
    })
  }
  town.greenery.forEach((area, number) => {
    const [x, y] = middleOf(area)
    const paths = pathsBy(town, area)
    if (paths.length === 0) return
    if (area.m2 <= largest) {
      add(`clearing-${number}`, area, area.m2, area.name ?? streetName(town, x, y))
      return
    }
    for (const path of paths)
      stripsOf(town, path).forEach(({ shape, name }, at) => {
        const m2 = within(area, shape)
        if (m2 >= 20) add(`clearing-${number}-${path}-${at}`, shape, m2, name)
      })
  })
  return candidates
}

/** Points in the greenery and so near that its clearing opens the view there. */
export function clearingCover({ points, surface }: Site, shape: PlaneArea): PointCover {
  const [w, s, e, n] = shape.box
  const near = points
    .touching([w - clearingHelps, s - clearingHelps, e + clearingHelps, n + clearingHelps])
    .filter(
      (i) =>
        isWithin(shape, surface.x[i]!, surface.y[i]!) ||
        toOutline(shape, surface.x[i]!, surface.y[i]!) <= clearingHelps,
    )
  return { points: Int32Array.from(near), quality: new Float64Array(near.length).fill(1) }
}

const toOutline = ({ rings }: PlaneArea, x: number, y: number): number =>
  rings.reduce(
    (least, ring) =>
      ring.slice(1).reduce((so, corner, i) => Math.min(so, toSegment(x, y, ring[i]!, corner)), least),
    Infinity,
  )

/** Numbers of the streets and paths that pass through greenery or close by it. */
function pathsBy({ streets, grids }: Town, area: PlaneArea): number[] {
  const [w, s, e, n] = area.box
  return grids.streets.touching([w - 20, s - 20, e + 20, n + 20]).filter((i) => {
    const { line, width, covered } = streets[i]!
    if (covered) return false
    const near = nearPath + width / 2
    return along(line, 4).some(([x, y]) => isWithin(area, x, y) || toOutline(area, x, y) <= near)
  })
}

/** A path's stretches of about 40 m as bands as wide as the path and 5 m on either side. */
function stripsOf({ streets }: Town, number: number): { shape: PlaneArea; name: string }[] {
  const { line, width, name } = streets[number]!
  const places = along(line, 10)
  const per = stripLength / 10
  const strips: { shape: PlaneArea; name: string }[] = []
  for (let from = 0; from + 1 < places.length; from += per) {
    const stretch = places.slice(from, from + per + 1)
    if (stretch.length > 1)
      strips.push({ shape: bandAbout(stretch, width / 2 + stripAside), name: name ?? '' })
  }
  return strips
}

function bandAbout(line: readonly Corner[], half: number): PlaneArea {
  const sides = line.map(([x, y], i) => {
    const [ax, ay] = line[Math.max(0, i - 1)]!
    const [bx, by] = line[Math.min(line.length - 1, i + 1)]!
    const length = Math.hypot(bx - ax, by - ay) || 1
    return { x, y, ox: (-(by - ay) / length) * half, oy: ((bx - ax) / length) * half }
  })
  const ring: Corner[] = [
    ...sides.map(({ x, y, ox, oy }): Corner => [x + ox, y + oy]),
    ...sides.reverse().map(({ x, y, ox, oy }): Corner => [x - ox, y - oy]),
  ]
  return areaOf([[...ring, ring[0]!]])
}

/** m² that two areas share, by looking at one place in each square metre. */
function within(area: PlaneArea, strip: PlaneArea): number {
  let m2 = 0
  for (let x = strip.box[0] + 0.5; x < strip.box[2]; x++)
    for (let y = strip.box[1] + 0.5; y < strip.box[3]; y++)
      if (isWithin(strip, x, y) && isWithin(area, x, y)) m2++
  return m2
}

export function middleOf({ rings, box }: PlaneArea): Corner {
  const middle: Corner = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  if (isWithin({ rings, box, m2: 0 }, ...middle)) return middle
  return rings[0]![0]!
}
