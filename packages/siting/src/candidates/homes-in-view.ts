import type { SensitiveUse } from '../ground/ground.ts'
import { isWithin } from '../ground/plane-area.ts'
import type { Town } from '../ground/town.ts'
import { type Isovist, seesPoint } from '../isovist.ts'
import { bandOf, piecesInView } from '../view-pieces.ts'

/** What of a view is looked at: radians anticlockwise from east and across, metres. */
export interface Sector {
  readonly middle: number
  readonly sweep: number
  readonly near: number
  readonly far: number
}

/** Numbers of the buildings with façade in view, at whatever density. */
export function buildingsInView(
  town: Town,
  isovist: Isovist,
  { middle, sweep, near, far }: Sector,
): number[] {
  const band = bandOf(piecesInView(isovist, middle, sweep), isovist.x, isovist.y, near, far)
  const found = new Set<number>()
  for (const { edge, metres } of band.edges) {
    const of = town.scene.building[edge]!
    if (of >= 0 && metres > 0) found.add(of)
  }
  return [...found]
}

/** Homes with façade in view: all of a building's, each once. */
export const homesIn = (town: Town, buildings: readonly number[]): number => {
  const seen = new Map<string, number>()
  for (const i of buildings) {
    const { id, homes } = town.buildings[i]!
    seen.set(id, Math.max(seen.get(id) ?? 0, homes))
  }
  return [...seen.values()].reduce((sum, homes) => sum + homes, 0)
}

export type Unseen = 'home' | 'school' | 'preschool' | 'care' | 'worship'

/** Metres between the places at which sensitive ground is looked at. Assumption of this project. */
const spacing = 3

const usesOf = (unseen: Unseen): readonly SensitiveUse[] => (unseen === 'home' ? ['home', 'yard'] : [unseen])

/** Places on ground of uses that no camera may see. */
export function sensitivePlaces(
  town: Town,
  unseen: readonly Unseen[],
): { readonly x: number; readonly y: number }[] {
  const uses = new Set(unseen.flatMap(usesOf))
  return town.sensitive
    .filter(({ use }) => uses.has(use))
    .flatMap((area) => {
      const places = area.rings.flat().map(([x, y]) => ({ x, y }))
      for (let x = area.box[0] + spacing / 2; x < area.box[2]; x += spacing)
        for (let y = area.box[1] + spacing / 2; y < area.box[3]; y += spacing)
          if (isWithin(area, x, y)) places.push({ x, y })
      return places
    })
}

/** Whether a place lies in the sector and nothing stands before it. */
export function seesInSector(
  isovist: Isovist,
  { middle, sweep, near, far }: Sector,
  x: number,
  y: number,
): boolean {
  const dx = x - isovist.x
  const dy = y - isovist.y
  const away = dx * dx + dy * dy
  if (away < near * near || away > far * far) return false
  return isAhead(dx, dy, middle, sweep) && seesPoint(isovist, x, y)
}

export function isAhead(dx: number, dy: number, middle: number, sweep: number): boolean {
  if (sweep >= 2 * Math.PI) return true
  const cos = Math.cos(middle)
  const sin = Math.sin(middle)
  return Math.abs(Math.atan2(dy * cos - dx * sin, dx * cos + dy * sin)) <= sweep / 2
}
