/** What residents report, in groups that point at nobody. A report may be of several. */
const categories = {
  light: ['darkness', 'broken_lamp'],
  sight: ['blocked_view', 'hidden_corner'],
  deserted: ['deserted'],
  traffic: ['traffic'],
  decay: ['decay'],
} as const

export type Category = keyof typeof categories

/** How the safety map is made. Kept with each release: what was published is understood by the rules of its own time. */
export interface Rules {
  readonly version: number
  /** A catchment holds at least so many addresses, or none. */
  readonly leastAddresses: number
  /** A place farther from its reference point than this, and than all its addresses, is left out, metres. */
  readonly farthest: number
  /** Squares of a national reference system, counted from its origin. */
  readonly grid: { readonly srid: number; readonly metres: number }
  /** Reports are told of so many together, or not at all. */
  readonly threshold: number
  readonly many: number
  /** A batch is told of in so many releases, and a report waits for others for as many months. */
  readonly months: number
  /** An area tells of reports in its quiet squares where it has at least so many of those. */
  readonly quietSquares: number
  /** Reasons by the group they are told in. Those in none point at persons, or may: they count, and are never told of. */
  readonly categories: Readonly<Record<Category, readonly string[]>>
}

export const rules: Rules = {
  version: 1,
  leastAddresses: 8,
  farthest: 2000,
  grid: { srid: 3006, metres: 250 },
  threshold: 5,
  many: 10,
  months: 12,
  quietSquares: 3,
  categories,
}

export type Level = 'none_or_few' | 'some' | 'many'

/** A number in words. Below the threshold nothing is told: none and few are the same, and so is what is withheld. */
export const classify = (count: number, { threshold, many }: Pick<Rules, 'threshold' | 'many'>): Level =>
  count >= many ? 'many' : count >= threshold ? 'some' : 'none_or_few'

/** A day (ISO) as its month, 'YYYY-MM': nothing finer is published. */
export const coarsenTime = (day: string): string => day.slice(0, 7)

/** Months from year 0: what is reckoned with instead of days. */
export const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

/** The first day (ISO) of a month by its number. */
export const firstDay = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
