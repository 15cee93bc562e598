import type { GroundBuilding } from '@trygghetskartan/siting'

type Use = GroundBuilding['use']

/** What a building's own kind says. */
const useOfKind: Readonly<Record<string, Use>> = {
  school: 'school',
  college: 'school',
  kindergarten: 'preschool',
  childcare: 'preschool',
  hospital: 'care',
  clinic: 'care',
  nursing_home: 'care',
  church: 'worship',
  cathedral: 'worship',
  chapel: 'worship',
  mosque: 'worship',
  synagogue: 'worship',
  temple: 'worship',
  monastery: 'worship',
  religious: 'worship',
  shrine: 'worship',
  apartments: 'home',
  residential: 'home',
  dormitory: 'home',
  house: 'home',
  detached: 'home',
  semidetached_house: 'home',
  terrace: 'home',
  bungalow: 'home',
  villa: 'home',
  farm: 'home',
  cabin: 'home',
  static_caravan: 'home',
  houseboat: 'home',
}

/** What a place of interest in it says, the one that weighs most first. */
const useOfInterest: readonly (readonly [string, Use])[] = [
  ['kindergarten', 'preschool'],
  ['school', 'school'],
  ['nursing_home', 'care'],
  ['hospital', 'care'],
  ['clinic', 'care'],
  ['place_of_worship', 'worship'],
  ['college', 'school'],
]

/** One household each. */
const singleHomes = new Set([
  'house',
  'detached',
  'bungalow',
  'villa',
  'farm',
  'cabin',
  'static_caravan',
  'houseboat',
])
export const isSingleHome = (kind: string): boolean =>
  singleHomes.has(kind) || kind === 'terrace' || kind === 'semidetached_house'

/** Assumptions of this project, where the map does not say. */
export const homeAssumptions = {
  /** Gross floor area of a flat with its share of stairs and walls, square metres. */
  flatGross: 90,
  /** Gross floor area of a terraced or semi-detached home, square metres. */
  terracedGross: 110,
  /** Storeys of a block of flats. */
  flatLevels: 3,
  /** Storeys of a terraced or semi-detached house. */
  terracedLevels: 2,
  /** Metres a storey is high. */
  storey: 3.2,
  /** A building without a kind and with an address counts as homes from this footprint up, square metres. */
  leastUnknown: 60,
  /** Metres of ground about a house of one's own that count as its yard. */
  yard: 5,
} as const

/** What is known of a building. */
export interface KnownBuilding {
  readonly kind: string
  /** Square metres on the ground, of all its parts. */
  readonly footprint: number
  readonly levels: number | null
  readonly height: number | null
  /** Addresses in it. */
  readonly addresses: number
  /** Places of interest in it, by kind. */
  readonly interests: readonly string[]
}

/** What a building is used for and how many homes are in it: the map tells neither for certain. */
export function useOfBuilding(known: KnownBuilding): { use: Use; homes: number } {
  const { kind, footprint, addresses, interests } = known
  const inside = useOfInterest.find(([interest]) => interests.includes(interest))?.[1]
  const own = useOfKind[kind]
  const unknown = kind === 'yes' && addresses > 0 && footprint >= homeAssumptions.leastUnknown
  // A preschool on the ground floor of a block of flats: both, and the use that weighs more.
  const lived =
    own === 'home' || (own === undefined && unknown && (inside === undefined || inside === 'care'))
  const use = own !== undefined && own !== 'home' ? own : (inside ?? (lived ? 'home' : 'other'))
  return { use, homes: lived || interests.includes('nursing_home') ? homesIn(known) : 0 }
}

function homesIn({ kind, footprint, levels, height, addresses, interests }: KnownBuilding): number {
  if (singleHomes.has(kind)) return 1
  const { flatGross, terracedGross, flatLevels, terracedLevels, storey } = homeAssumptions
  const terraced = isSingleHome(kind)
  const told = levels ?? (height === null ? null : Math.max(1, Math.round(height / storey)))
  const storeys = told ?? (terraced ? terracedLevels : flatLevels)
  // Shops and cafés take the ground floor.
  const lived = !terraced && interests.length > 0 && storeys > 1 ? storeys - 1 : storeys
  const byArea = Math.round((footprint * lived) / (terraced ? terracedGross : flatGross))
  return Math.max(1, terraced && addresses > 0 ? addresses : byArea)
}
