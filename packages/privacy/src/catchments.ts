import type { Position } from '@trygghetskartan/geo'
import { type Area, areaOf } from './area.ts'
import type { Rules } from './rules.ts'

/** A point that the places about it are told as. */
export interface Reference {
  /** Metres. */
  readonly at: Position
  /** Of the area it stands for; '' outside all of them. */
  readonly area: string
  /** Addresses in its catchment, no two in the same place. */
  readonly addresses: number
  /** Metres to the farthest of them. */
  readonly reach: number
}

/** Split west and east (0) or south and north (1) of `at`; a leaf has a reference point. */
type Tree =
  | { readonly axis: 0 | 1; readonly at: number; readonly below: Tree; readonly above: Tree }
  | { readonly reference: Reference }

export interface Catchments {
  readonly areas: readonly Area[]
  readonly trees: ReadonlyMap<string, Tree>
}

/**
 * Divides each area by its addresses (metres) into catchments of at least `leastAddresses` of them, in halves along the longer side as long
 * as both have as many (LeFevre, DeWitt and Ramakrishnan 2006, "Mondrian multidimensional k-anonymity"). The same whatever the order of
 * addresses and areas. An area with fewer addresses than that has no reference point.
 */
export function catchmentsOf(
  addresses: readonly Position[],
  areas: readonly Area[],
  rules: Rules,
): Catchments {
  const ordered = [...areas].sort((a, b) => (a.name < b.name ? -1 : 1))
  const inArea = new Map<string, Map<string, Position>>()
  for (const [x, y] of addresses) {
    const place: Position = [Math.round(x), Math.round(y)]
    const area = areaOf(place, ordered)
    const places = inArea.get(area) ?? new Map<string, Position>()
    inArea.set(area, places.set(place.join(), place))
  }
  const trees = new Map<string, Tree>()
  for (const [area, places] of inArea) {
    const sorted = [...places.values()].sort(byAxis(0))
    if (sorted.length >= rules.leastAddresses)
      trees.set(area, divide(sorted, { area, areas: ordered, least: rules.leastAddresses }))
  }
  return { areas: ordered, trees }
}

/**
 * The reference point a place (metres) is told as, never one of another area; null where there is none near enough. All addresses of a
 * catchment are told as its point, however far they lie: else those that are left would be too few.
 */
export function snap([x, y]: Position, { areas, trees }: Catchments, { farthest }: Rules): Reference | null {
  let tree = trees.get(areaOf([x, y], areas))
  while (tree && 'axis' in tree) tree = (tree.axis === 0 ? x : y) < tree.at ? tree.below : tree.above
  if (!tree) return null
  const [east, north] = tree.reference.at
  return Math.hypot(x - east, y - north) <= Math.max(farthest, tree.reference.reach) ? tree.reference : null
}

/** Every reference point. */
export function referencesOf({ trees }: Catchments): Reference[] {
  const leaves = (tree: Tree): Reference[] =>
    'axis' in tree ? [...leaves(tree.below), ...leaves(tree.above)] : [tree.reference]
  return [...trees.keys()].sort().flatMap((area) => leaves(trees.get(area)!))
}

const byAxis = (axis: 0 | 1) => (a: Position, b: Position) => a[axis] - b[axis] || a[1 - axis]! - b[1 - axis]!

interface Within {
  readonly area: string
  readonly areas: readonly Area[]
  readonly least: number
}

function divide(places: readonly Position[], within: Within): Tree {
  const extent = ([0, 1] as const).map((axis) => {
    const values = places.map((place) => place[axis])
    return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b))
  })
  const axes = extent[1]! > extent[0]! ? ([1, 0] as const) : ([0, 1] as const)
  for (const axis of axes) {
    const sorted = [...places].sort(byAxis(axis))
    const cut = middleCut(
      sorted.map((place) => place[axis]),
      within.least,
    )
    if (cut === null) continue
    return {
      axis,
      at: sorted[cut]![axis],
      below: divide(sorted.slice(0, cut), within),
      above: divide(sorted.slice(cut), within),
    }
  }
  return { reference: referenceOf(places, within) }
}

/** Where to cut sorted values nearest the middle so that both sides have enough and no two alike are parted; null for nowhere. */
function middleCut(values: readonly number[], least: number): number | null {
  const middle = Math.floor(values.length / 2)
  for (let away = 0; middle - away >= least || middle + away <= values.length - least; away += 1)
    for (const cut of [middle - away, middle + away])
      if (cut >= least && cut <= values.length - least && values[cut - 1]! < values[cut]!) return cut
  return null
}

/** The middle of the addresses to ten metres, so that it is nobody's door; where that is in another area, the address nearest to it. */
function referenceOf(places: readonly Position[], { area, areas }: Within): Reference {
  const mean = ([0, 1] as const).map(
    (axis) => Math.round(places.reduce((sum, place) => sum + place[axis], 0) / places.length / 10) * 10,
  ) as unknown as Position
  const away = (place: Position) => Math.hypot(place[0] - mean[0], place[1] - mean[1])
  const at =
    areaOf(mean, areas) === area ? mean : [...places].sort((a, b) => away(a) - away(b) || byAxis(0)(a, b))[0]!
  // To a metre, as places are told from each other.
  const reach = places.reduce((far, [x, y]) => Math.max(far, Math.hypot(x - at[0], y - at[1])), 0) + 1
  return { at, area, addresses: places.length, reach }
}
