import { areaProblem, type Position, type Refusal, refuse } from '@trygghetskartan/geo'

/** Where a method looks: polygons in metres of `srid`, each an outer ring and then holes, closed, as in a MultiPolygon. */
export interface StudyArea {
  readonly srid: number
  readonly polygons: readonly (readonly (readonly Position[])[])[]
}

/** [west, south, east, north] in metres. */
export type Box = readonly [number, number, number, number]

/** More corners than this no study area needs. */
const mostCorners = 200_000

const sound = new WeakSet<StudyArea['polygons']>()

/** What keeps polygons from being a study area, in words; null where nothing does. The same ones are looked through once. */
export function checkArea({ polygons }: StudyArea): Refusal | null {
  if (sound.has(polygons)) return null
  const rings = polygons.flat()
  const corners = rings.reduce((sum, ring) => sum + ring.length, 0)
  if (corners === 0) return refuse('area-empty', 'Området är tomt.', 'The area is empty.')
  if (corners > mostCorners)
    return refuse(
      'area-too-detailed',
      `Området har ${corners} hörn, högst ${mostCorners} går.`,
      `The area has ${corners} corners, at most ${mostCorners} will do.`,
    )
  const isClosed = (ring: readonly Position[]) => {
    const first = ring[0]
    const last = ring.at(-1)
    return ring.length >= 4 && first![0] === last![0] && first![1] === last![1]
  }
  const areNumbers = rings.every((ring) => ring.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y)))
  if (!areNumbers || !rings.every(isClosed) || areaProblem(polygons.map((part) => part.map(withoutRepeats))))
    return refuse(
      'area-invalid',
      'Områdets gräns korsar sig själv eller är inte sluten.',
      'The outline of the area crosses itself or is not closed.',
    )
  sound.add(polygons)
  return null
}

const withoutRepeats = (ring: readonly Position[]): Position[] =>
  ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1]![0] || y !== ring[i - 1]![1])

export function boxOfArea({ polygons }: StudyArea): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const rings of polygons)
    for (const [x, y] of rings[0] ?? []) {
      west = Math.min(west, x)
      south = Math.min(south, y)
      east = Math.max(east, x)
      north = Math.max(north, y)
    }
  return [west, south, east, north]
}

/** m², holes left out. */
export function squareMetresOf({ polygons }: StudyArea): number {
  let sum = 0
  for (const rings of polygons)
    rings.forEach((ring, i) => {
      sum += (i === 0 ? 1 : -1) * Math.abs(ringArea(ring))
    })
  return sum
}

function ringArea(ring: readonly Position[]): number {
  // About its first corner: coordinates of millions of metres would eat the digits.
  const [ox, oy] = ring[0]!
  let doubled = 0
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!
    const [bx, by] = ring[i]!
    doubled += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy)
  }
  return doubled / 2
}
