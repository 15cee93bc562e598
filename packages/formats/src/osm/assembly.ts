import { type Position, placeInRing } from '@trygghetskartan/geo'
import type { MultiPolygon, Polygon } from 'geojson'
import type { Refusal } from '../refusal.ts'
import type { Member } from './elements.ts'
import type { NodeStore } from './node-store.ts'
import { stitchRings } from './rings.ts'
import type { WayStore } from './way-store.ts'

export interface AssembledArea {
  readonly area: Polygon | MultiPolygon | null
  /** Rings that could not be had: the area is made of the others, or null where no outer ring is left. */
  readonly refusals: readonly Refusal[]
}

/** Builds the area of a multipolygon relation from its member ways. */
export function assembleArea(
  element: string,
  members: readonly Member[],
  ways: WayStore,
  nodes: NodeStore,
): AssembledArea {
  const refusals: Refusal[] = []
  const ringsOf = (isMine: (role: string) => boolean): Position[][] => {
    const parts = members.filter((member) => member.type === 'way' && isMine(member.role))
    const missing = parts.filter((member) => !ways.nodesOf(member.ref)).map((member) => member.ref)
    const stitched = stitchRings(parts.flatMap((member) => ways.nodesOf(member.ref) ?? []))
    if (missing.length > 0) refusals.push(missingMembers(element, missing))
    else for (const chain of stitched.open) refusals.push(openRing(element, chain.from, chain.to))
    return stitched.rings.flatMap((ring) => {
      const positions = ring.map((id) => nodes.at(id))
      const lost = positions.indexOf(null)
      if (lost < 0) return [positions as Position[]]
      refusals.push(missingNode(element, ring[lost]!))
      return []
    })
  }
  const outers = ringsOf((role) => role !== 'inner').map((ring) => [ring])
  const inners = ringsOf((role) => role === 'inner')
  if (outers.length === 0) {
    if (refusals.length === 0) refusals.push(noOuter(element))
    return { area: null, refusals }
  }
  for (const inner of inners) {
    const home = smallestAround(inner, outers)
    if (home) home.push(inner)
    else refusals.push(strayHole(element))
  }
  const area: Polygon | MultiPolygon =
    outers.length === 1
      ? { type: 'Polygon', coordinates: outers[0]! }
      : { type: 'MultiPolygon', coordinates: outers }
  return { area, refusals }
}

function smallestAround(
  inner: readonly Position[],
  outers: readonly Position[][][],
): Position[][] | undefined {
  return outers.filter((rings) => encloses(rings[0]!, inner)).sort((a, b) => extent(a[0]!) - extent(b[0]!))[0]
}

function encloses(outer: readonly Position[], inner: readonly Position[]): boolean {
  for (const position of inner) {
    const place = placeInRing(position, outer)
    if (place !== 'boundary') return place === 'inside'
  }
  return false
}

/** Twice the area, in square degrees. */
function extent(ring: readonly Position[]): number {
  let sum = 0
  for (let index = 1; index < ring.length; index += 1) {
    sum += ring[index - 1]![0] * ring[index]![1] - ring[index]![0] * ring[index - 1]![1]
  }
  return Math.abs(sum)
}

const listed = (ids: readonly number[]): string =>
  ids.length > 5 ? `${ids.slice(0, 5).join(', ')} … (${ids.length})` : ids.join(', ')

const missingMembers = (element: string, ids: readonly number[]): Refusal => ({
  element,
  code: 'missing-member',
  message: {
    sv: `Ringar som går över vägar utanför filen togs inte med: way ${listed(ids)}.`,
    en: `Rings that run over ways outside the file were left out: way ${listed(ids)}.`,
  },
})

export const missingNode = (element: string, id: number): Refusal => ({
  element,
  code: 'missing-node',
  message: {
    sv: `Noden ${id} finns inte i filen.`,
    en: `Node ${id} is not in the file.`,
  },
})

const openRing = (element: string, from: number, to: number): Refusal => ({
  element,
  code: 'ring-not-closed',
  message: {
    sv: `Ringen är öppen mellan nod ${from} och nod ${to}.`,
    en: `The ring is open between node ${from} and node ${to}.`,
  },
})

const noOuter = (element: string): Refusal => ({
  element,
  code: 'no-outer-ring',
  message: { sv: 'Ytan har ingen yttre ring.', en: 'The area has no outer ring.' },
})

const strayHole = (element: string): Refusal => ({
  element,
  code: 'hole-outside',
  message: {
    sv: 'Ett hål ligger utanför ytans yttre ringar och togs inte med.',
    en: 'A hole lies outside the outer rings of the area and was left out.',
  },
})
