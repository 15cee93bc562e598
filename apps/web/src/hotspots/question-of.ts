import type { AreaInDegrees, HotspotQuestion } from './hotspot-protocol.ts'
import type { HotspotView, Place } from './hotspot-view.ts'

/** Metres across a cell until another is chosen: a block of a town. */
export const usualCell = 100

interface Period {
  readonly from?: string
  readonly to?: string
}

/**
 * The question a view asks. `groups`: group of kinds -> codes of its kinds, so that an address may name a group for all of
 * them.
 */
export const questionOf = (
  view: HotspotView | undefined,
  { from, to }: Period,
  area: AreaInDegrees | null,
  groups: ReadonlyMap<string, readonly string[]>,
  today: string,
): HotspotQuestion => ({
  method: view?.method ?? 'gi',
  from: from ?? null,
  to: to ?? null,
  hours: view?.hours ?? null,
  kinds: view?.kinds?.flatMap((kind) => groups.get(kind) ?? [kind]) ?? null,
  sources: view?.sources ?? null,
  area,
  shape: view?.shape ?? 'hexagon',
  cell: view?.cell ?? usualCell,
  bandwidth: view?.bandwidth ?? null,
  against: view?.against ?? null,
  today,
})

/** A box as a polygon. */
export const boxArea = ([west, south, east, north]: readonly [
  number,
  number,
  number,
  number,
]): AreaInDegrees => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
]

/** Drawn corners as a polygon: its ring closed. */
export const ringArea = (ring: readonly Place[]): AreaInDegrees => [[[...ring, ring[0]!]]]
