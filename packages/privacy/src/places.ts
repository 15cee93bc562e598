import type { Position } from '@trygghetskartan/geo'
import { type Area, areaOf, isParted } from './area.ts'
import { type Catchments, catchmentsOf, snap } from './catchments.ts'
import type { Rules } from './rules.ts'

/** Side of the squares in which a place is told where nobody lives, metres. */
const side = 125

/** What a place that is published is told by. */
export interface Ground {
  readonly catchments: Catchments
  /** South-west corners of the squares that have an address. */
  readonly lived: ReadonlySet<string>
}

/** What stands for a place, and for all that lies in the same part of the ground. */
export type Stand =
  /** A catchment with at least as many addresses as the rules say. */
  | { readonly within: 'catchment'; readonly at: Position; readonly area: string }
  /** A square without addresses that lies in one area, or outside all of them; `at` is its middle. */
  | { readonly within: 'square'; readonly at: Position; readonly area: string; readonly side: number }

/** Addresses and areas in metres. */
export const groundOf = (addresses: readonly Position[], areas: readonly Area[], rules: Rules): Ground => ({
  catchments: catchmentsOf(addresses, areas, rules),
  lived: new Set(addresses.map((address) => String(cornerOf(address)))),
})

/**
 * What a place (metres) is told as where it is told by itself, as on a map: a part of the ground that has at least so many addresses as the
 * rules say or none at all, and is of one area. Null where there is no such part near enough: the place is not told then.
 */
export function standOf(place: Position, { catchments, lived }: Ground, rules: Rules): Stand | null {
  const [x, y] = cornerOf(place)
  const { areas } = catchments
  if (!lived.has(String([x, y])) && !isParted([x, y], [x + side, y + side], areas)) {
    const at: Position = [x + side / 2, y + side / 2]
    return { within: 'square', at, area: areaOf(at, areas), side }
  }
  const reference = snap(place, catchments, rules)
  return reference && { within: 'catchment', at: reference.at, area: reference.area }
}

const cornerOf = ([x, y]: Position): Position => [Math.floor(x / side) * side, Math.floor(y / side) * side]
