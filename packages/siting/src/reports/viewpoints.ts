import { lengthOf } from '../ground/lamp-row.ts'
import { isWithin, type PlaneArea } from '../ground/plane-area.ts'
import { nearestOn } from '../ground/towards-street.ts'
import { isOpenGround, type Town } from '../ground/town.ts'

/** Metres from the clearance within which paths are looked from, and between the places on them. Choices of this project. */
export const pathsWithin = 30
const between = 10
const mostViewpoints = 40

/** Places along streets and paths about an area, the nearest where there are many; each path in its own order. */
export function viewpointsOf(town: Town, area: PlaneArea): { x: number; y: number; path: string }[] {
  const [west, south, east, north] = area.box
  const places = town.grids.streets
    .touching([west - pathsWithin, south - pathsWithin, east + pathsWithin, north + pathsWithin])
    .flatMap((i) => {
      const { id, name, line, covered } = town.streets[i]!
      return covered ? [] : placesAlong(line).map(([x, y]) => ({ x, y, path: name ?? id }))
    })
    .filter(({ x, y }) => isOpenGround(town, x, y))
    .map((place) => ({ ...place, away: metresTo(area, place.x, place.y) }))
    .filter(({ away }) => away <= pathsWithin)
  const farthest = places.map(({ away }) => away).sort((a, b) => a - b)[mostViewpoints - 1] ?? Infinity
  return places
    .filter(({ away }) => away <= farthest)
    .slice(0, mostViewpoints)
    .map(({ x, y, path }) => ({ x, y, path }))
}

function placesAlong(line: readonly (readonly [number, number])[]): [number, number][] {
  const count = Math.max(1, Math.round(lengthOf(line) / between))
  const gap = lengthOf(line) / count
  const places: [number, number][] = []
  let before = 0
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1]!
    const [bx, by] = line[i]!
    const length = Math.hypot(bx - ax, by - ay)
    for (let k = places.length; k < count && (k + 0.5) * gap <= before + length; k++) {
      const along = ((k + 0.5) * gap - before) / length
      places.push([ax + along * (bx - ax), ay + along * (by - ay)])
    }
    before += length
  }
  return places
}

function metresTo(area: PlaneArea, x: number, y: number): number {
  if (isWithin(area, x, y)) return 0
  let nearest = Infinity
  for (const ring of area.rings)
    for (let i = 1; i < ring.length; i++) {
      const [u, v] = nearestOn(ring[i - 1]!, ring[i]!, x, y)
      nearest = Math.min(nearest, Math.hypot(u - x, v - y))
    }
  return nearest
}
