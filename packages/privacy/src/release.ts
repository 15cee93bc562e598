import { type Category, classify, type Level, type Rules } from './rules.ts'

/** A report, such as a release knows it: neither its place, its day nor its words. */
export interface Waiting {
  readonly id: string
  readonly square: string
  readonly area: string
  readonly reasons: readonly string[]
  /** Number of the month whose release first knew it. */
  readonly since: number
  /** Its area has told of it, but its square has not. */
  readonly told: boolean
}

/** Reports that are told of together, from one release on and for as long as the rules say. */
export interface Batch {
  readonly of: 'square' | 'area'
  readonly name: string
  readonly month: number
  readonly size: number
  readonly categories: readonly Category[]
  /** Ids of its reports, smallest first; not kept. */
  readonly reports: readonly string[]
}

/** What the public may know beforehand: which squares have a reference point, and of which areas. */
export type Squares = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Which reports this month's release begins to tell of. Reports wait in their square until there are `threshold` of them, and are then told
 * of as one batch; what is published follows from batches and from nothing else, so that nothing ever depends on fewer reports than that.
 * The result is the same whatever the order of what comes in.
 *
 * An area tells of waiting reports of its squares as a batch of its own at most once in `months`, and only where so many squares of its
 * alone are quiet that each of them may hold none, or any number up to the threshold (complementary suppression).
 */
export function batchesOf(
  month: number,
  waiting: readonly Waiting[],
  earlier: readonly Batch[],
  squares: Squares,
  rules: Rules,
): Batch[] {
  const still = waiting.filter(({ since }) => since > month - rules.months && since <= month)
  const bySquare = grouped(still, ({ square }) => square)
  const made = [...bySquare]
    .filter(([, reports]) => reports.length >= rules.threshold)
    .map(([name, reports]) => batch('square', name, month, reports, rules))
  const current = [...inForce(earlier, month, rules), ...made]
  const loud = new Set(current.filter(({ of }) => of === 'square').map(({ name }) => name))
  const tellsAlready = new Set(current.filter(({ of }) => of === 'area').map(({ name }) => name))
  const now = new Set(made.map(({ name }) => name))
  const left = still.filter(({ square, area, told }) => area !== '' && !told && !now.has(square))
  const ofAreas = [...grouped(left, ({ area }) => area)]
    .filter(([, reports]) => reports.length >= rules.threshold)
    .filter(([area]) => !tellsAlready.has(area))
    .filter(([area]) => quietOf(area, squares, loud) >= rules.quietSquares)
    .map(([area, reports]) => batch('area', area, month, reports, rules))
  return [...made, ...ofAreas].sort((a, b) => compare(a.of, b.of) || compare(a.name, b.name))
}

/** Batches that the release of a month tells of. */
export const inForce = (
  batches: readonly Batch[],
  month: number,
  { months }: Pick<Rules, 'months'>,
): Batch[] => batches.filter((one) => one.month > month - months && one.month <= month)

export interface Told {
  readonly level: Level
  readonly categories: readonly Category[]
}

/** What batches in force say of one square. */
export function tellSquare(name: string, batches: readonly Batch[], rules: Rules): Told {
  const own = batches.filter((one) => one.of === 'square' && one.name === name)
  return { level: classify(sizeOf(own), rules), categories: categoriesOf(own, rules) }
}

/**
 * What is told of an area: at least what is told of its squares (only the least a class can mean is added up, so that no sum tells more than
 * its parts), or the batch of its own.
 */
export function tellTogether(squares: readonly Told[], own: readonly Batch[], rules: Rules): Told {
  const least = squares.reduce((sum, { level }) => sum + leastOf(level, rules), 0)
  return {
    level: classify(Math.max(least, own.length > 0 ? rules.threshold : 0), rules),
    categories: order(
      [...squares.flatMap(({ categories }) => categories), ...categoriesOf(own, rules)],
      rules,
    ),
  }
}

const leastOf = (level: Level, { threshold, many }: Rules): number =>
  level === 'many' ? many : level === 'some' ? threshold : 0

const sizeOf = (batches: readonly Batch[]): number => batches.reduce((sum, { size }) => sum + size, 0)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const quietOf = (area: string, squares: Squares, loud: ReadonlySet<string>): number =>
  [...squares].filter(([name, areas]) => areas.size === 1 && areas.has(area) && !loud.has(name)).length

const categoriesOf = (batches: readonly Batch[], rules: Rules): Category[] =>
  order(
    batches.flatMap(({ categories }) => categories),
    rules,
  )

const order = (named: readonly Category[], rules: Rules): Category[] =>
  (Object.keys(rules.categories) as Category[]).filter((category) => named.includes(category))

/** A category is told of where as many reports of the batch name it as are told of at all. */
function batch(
  of: Batch['of'],
  name: string,
  month: number,
  reports: readonly Waiting[],
  rules: Rules,
): Batch {
  const names = (category: Category) =>
    reports.filter(({ reasons }) => reasons.some((reason) => rules.categories[category].includes(reason)))
  return {
    of,
    name,
    month,
    size: reports.length,
    categories: (Object.keys(rules.categories) as Category[]).filter(
      (category) => names(category).length >= rules.threshold,
    ),
    reports: reports.map(({ id }) => id).sort(compare),
  }
}

function grouped(reports: readonly Waiting[], by: (report: Waiting) => string): Map<string, Waiting[]> {
  const groups = new Map<string, Waiting[]>()
  for (const report of reports) {
    const group = groups.get(by(report)) ?? []
    groups.set(by(report), group)
    group.push(report)
  }
  return groups
}
