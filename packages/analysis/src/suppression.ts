/** A table of counts, published: null where a count is withheld. What is left over by the published numbers pins no withheld one down. */
export interface SuppressedTable {
  readonly cells: readonly (readonly (number | null)[])[]
  readonly rowTotals: readonly (number | null)[]
  readonly columnTotals: readonly (number | null)[]
  readonly total: number | null
  /** Counts below this are withheld, and no withheld one can be told closer than so many numbers. */
  readonly threshold: number
  /** How many counts are withheld, totals among them. */
  readonly withheld: number
}

/** Fewer than five (data for the public and other audiences: ../../../infra/decisions on the weekly picture). */
const usualThreshold = 5
const unbounded = 1e9

/**
 * Withholds every count of a table below `threshold`, zero too, totals too, and then as many others as it takes: whoever knows the
 * published numbers, and that counts are whole and not negative, can tell each withheld one only within an interval of at least
 * `threshold`. Deterministic. Counts are whole numbers, one row of the same length for each row of the table; throws RangeError else.
 *
 * The table with its totals is a circulation (row total -> cells -> column total -> total), so the exact interval of a withheld number is
 * found by two maximum flows in the residual network (Kelly, Golden and Assad 1992, "Cell suppression: disclosure protection for
 * sensitive tabular data"). Those to withhold beside the small ones are chosen by their place, not by their size.
 */
export function suppressTable(
  counts: readonly (readonly number[])[],
  { threshold = usualThreshold }: { threshold?: number } = {},
): SuppressedTable {
  const [rows, columns] = [counts.length, counts[0]?.length ?? 0]
  if (rows === 0 || columns === 0 || counts.some((row) => row.length !== columns || !row.every(isCount)))
    throw new RangeError('a table has rows of equal length, of whole numbers from 0')
  const arcs = arcsOf(counts)
  for (const arc of arcs) arc.small = arc.hidden = arc.flow < threshold
  const attacks = [
    attack(arcs, threshold, rows + columns + 2, false),
    attack(arcs, threshold, rows + columns + 2, true),
  ]
  // What is withheld against one attack changes what the other sees.
  while (attacks.some((one) => one.withholdMore()));
  const shown = (arc: Arc): number | null => (arc.hidden ? null : arc.flow)
  const cell = (row: number, column: number) => shown(arcs[row * columns + column]!)
  const inner = rows * columns
  return {
    cells: counts.map((row, i) => row.map((_, j) => cell(i, j))),
    rowTotals: counts.map((_, i) => shown(arcs[inner + i]!)),
    columnTotals: counts[0]!.map((_, j) => shown(arcs[inner + rows + j]!)),
    total: shown(arcs.at(-1)!),
    threshold,
    withheld: arcs.filter(({ hidden }) => hidden).length,
  }
}

/** A table of which nothing is told: beside another of the same events whose total is withheld. */
export const withholdAll = (
  counts: readonly (readonly number[])[],
  threshold = usualThreshold,
): SuppressedTable => ({
  cells: counts.map((row) => row.map(() => null)),
  rowTotals: counts.map(() => null),
  columnTotals: (counts[0] ?? []).map(() => null),
  total: null,
  threshold,
  withheld: counts.length * (counts[0]?.length ?? 0) + counts.length + (counts[0]?.length ?? 0) + 1,
})

/**
 * Several tables of the same events, the most important first. Their totals are one number: where it is withheld in one, the tables after
 * the first tell nothing, since each would narrow it down for the others.
 */
export function suppressTables(
  tables: readonly (readonly (readonly number[])[])[],
  options: { threshold?: number } = {},
): SuppressedTable[] {
  const [first, ...rest] = tables.map((counts) => suppressTable(counts, options))
  if (!first) return []
  return [
    first,
    ...rest.map((table, i) =>
      first.total === null || table.total === null
        ? withholdAll(tables[i + 1]!, options.threshold ?? usualThreshold)
        : table,
    ),
  ]
}

/** Published tables of the same rows and columns over several periods, added up: of numbers that were published, and nothing else. */
export function sumPublished(tables: readonly SuppressedTable[]): {
  readonly cells: readonly (readonly AtLeast[])[]
  readonly rowTotals: readonly AtLeast[]
  readonly columnTotals: readonly AtLeast[]
  readonly total: AtLeast
} {
  const [first] = tables
  const over = (pick: (table: SuppressedTable) => number | null | undefined): AtLeast => ({
    atLeast: tables.reduce((sum, table) => sum + (pick(table) ?? 0), 0),
    withheld: tables.filter((table) => (pick(table) ?? null) === null).length,
  })
  return {
    cells: (first?.cells ?? []).map((row, i) => row.map((_, j) => over(({ cells }) => cells[i]?.[j]))),
    rowTotals: (first?.rowTotals ?? []).map((_, i) => over(({ rowTotals }) => rowTotals[i])),
    columnTotals: (first?.columnTotals ?? []).map((_, j) => over(({ columnTotals }) => columnTotals[j])),
    total: over(({ total }) => total),
  }
}

/** A sum of what was published, and of how many periods it was withheld. */
export interface AtLeast {
  readonly atLeast: number
  readonly withheld: number
}

/** A number of the table as an arc of a circulation. Nodes: rows, columns, where row totals come from, where column totals go to. */
interface Arc {
  readonly from: number
  readonly to: number
  readonly flow: number
  /** 0 a cell, 1 a row's or column's total, 2 the total. */
  readonly rank: 0 | 1 | 2
  hidden: boolean
  /** Below the threshold. */
  small: boolean
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

function arcsOf(counts: readonly (readonly number[])[]): Arc[] {
  const [rows, columns] = [counts.length, counts[0]!.length]
  const [source, sink] = [rows + columns, rows + columns + 1]
  const arc = (from: number, to: number, flow: number, rank: Arc['rank']): Arc => ({
    from,
    to,
    flow,
    rank,
    hidden: false,
    small: false,
  })
  return [
    ...counts.flatMap((row, i) => row.map((n, j) => arc(i, rows + j, n, 0))),
    ...counts.map((row, i) => arc(source, i, sum(row), 1)),
    ...counts[0]!.map((_, j) => arc(rows + j, sink, sum(counts.map((row) => row[j]!)), 1)),
    arc(sink, source, sum(counts.map(sum)), 2),
  ]
}

/** What withholding a number costs: a cell, a row's or column's total, the total. Choices of this project. */
const costs = [1, 4, 40] as const

/**
 * Somebody who knows the published numbers, and of the withheld ones that none is negative; where `told`, even which of them are small
 * and which were withheld for the sake of those. Against the first each withheld number varies by `threshold`, against the second by one.
 */
function attack(arcs: readonly Arc[], threshold: number, nodes: number, told: boolean) {
  const enough = told ? 1 : threshold
  const most = (arc: Arc) => (told && arc.small ? threshold - 1 - arc.flow : unbounded)
  const least = (arc: Arc) => (told && !arc.small ? arc.flow - threshold : arc.flow)

  /** Upper less lower bound of a withheld number, no farther than `enough`. */
  function widthOf(arc: Arc): number {
    const residual = Array.from({ length: nodes }, () => new Float64Array(nodes))
    for (const other of arcs) {
      if (!other.hidden || other === arc) continue
      residual[other.from]![other.to]! += most(other)
      residual[other.to]![other.from]! += least(other)
    }
    const copy = residual.map((row) => row.slice())
    const up = Math.min(most(arc), maximumFlow(copy, arc.to, arc.from, Math.min(enough, most(arc))))
    if (up >= enough) return up
    return (
      up + Math.min(least(arc), maximumFlow(residual, arc.from, arc.to, Math.min(enough - up, least(arc))))
    )
  }

  /** The cheapest numbers that let an exposed one vary by `enough`: the visible ones on a cycle of the circulation through it (Dijkstra). */
  function toHide(exposed: Arc, upwards: boolean): Arc[] | null {
    const [from, to] = upwards ? [exposed.to, exposed.from] : [exposed.from, exposed.to]
    const cost = new Float64Array(nodes).fill(Infinity)
    const by: (Arc | undefined)[] = Array.from({ length: nodes })
    const done = new Set<number>()
    cost[from] = 0
    for (;;) {
      let at = -1
      for (let node = 0; node < nodes; node += 1)
        if (!done.has(node) && cost[node]! < (at === -1 ? Infinity : cost[at]!)) at = node
      if (at === -1 || at === to) break
      done.add(at)
      for (const arc of arcs) {
        const room = arc.from === at ? most(arc) : arc.to === at ? least(arc) : 0
        if (arc === exposed || room < enough) continue
        const next = arc.from === at ? arc.to : arc.from
        // Where several cost the same, the fewest steps.
        const price = cost[at]! + 0.001 + (arc.hidden ? 0 : costs[arc.rank])
        if (price >= cost[next]!) continue
        cost[next] = price
        by[next] = arc
      }
    }
    const found: Arc[] = []
    for (let at = to; at !== from; ) {
      const arc = by[at]
      if (!arc) return null
      if (!arc.hidden) found.push(arc)
      at = arc.from === at ? arc.to : arc.from
    }
    return found
  }

  /** Withholds numbers until none is exposed to this attack. True where it withheld any. */
  function withholdMore(): boolean {
    let any = false
    for (;;) {
      const exposed = arcs.find((arc) => arc.hidden && widthOf(arc) < enough)
      if (!exposed) return any
      const ways = [
        most(exposed) >= enough && toHide(exposed, true),
        least(exposed) >= enough && toHide(exposed, false),
      ]
      const next =
        ways.find((way) => way && way.length > 0) || arcs.filter(({ hidden }) => !hidden).slice(0, 1)
      if (next.length === 0) return any
      for (const arc of next) arc.hidden = true
      any = true
    }
  }
  return { withholdMore }
}

/** Augments along shortest paths until `enough` flows or nothing more does. */
function maximumFlow(residual: Float64Array[], from: number, to: number, enough: number): number {
  let flow = 0
  while (flow < enough) {
    const before = new Int32Array(residual.length).fill(-1)
    before[from] = from
    const queue = [from]
    for (let i = 0; i < queue.length && before[to] === -1; i += 1)
      residual[queue[i]!]!.forEach((capacity, next) => {
        if (capacity <= 0 || before[next] !== -1) return
        before[next] = queue[i]!
        queue.push(next)
      })
    if (before[to] === -1) break
    let least = enough - flow
    for (let at = to; at !== from; at = before[at]!) least = Math.min(least, residual[before[at]!]![at]!)
    for (let at = to; at !== from; at = before[at]!) {
      residual[before[at]!]![at]! -= least
      residual[at]![before[at]!]! += least
    }
    flow += least
  }
  return flow
}
