import type { Highs, ModelData } from 'highs'
import type { Levels } from './levels.ts'
import type { ReducedProblem, ShareFloor } from './merge.ts'

/**
 * The problem as a mixed integer program, sites x (whole) before levels y (0..1, whole by themselves):
 *
 *   maximise   sum_k w_k y_k
 *   subject to y_k <= sum of x_i over the sites of level k
 *              sum_i a_i x_i <= b           each rule that limits a sum
 *              sum of x_i over a clique <= 1  sites that exclude each other
 *              sum of x_i of a kind >= least; sum_k g_k y_k >= need
 *
 * Church and ReVelle (1974); levels make gradual cover (Berman and Krass 2002) exact, see levels.ts.
 */
export interface CoverModel {
  readonly numCols: number
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
  readonly cost: Float64Array
  readonly upper: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  readonly sites: number
}

export function buildModel(problem: ReducedProblem, levels: Levels): CoverModel {
  const sites = problem.candidates.length
  const count = levels.weights.length
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const rowLower: number[] = []
  const rowUpper: number[] = []
  const close = (lower: number, upper: number): void => {
    starts.push(indices.length)
    rowLower.push(lower)
    rowUpper.push(upper)
  }
  const put = (column: number, value: number): void => {
    indices.push(column)
    values.push(value)
  }
  for (let level = 0; level < count; level += 1) {
    for (let at = levels.starts[level]!; at < levels.starts[level + 1]!; at += 1) put(levels.sites[at]!, 1)
    put(sites + level, -1)
    close(0, Infinity)
  }
  const sum = (weights: ArrayLike<number>, offset: number): void => {
    for (let at = 0; at < weights.length; at += 1) if (weights[at] !== 0) put(offset + at, weights[at]!)
  }
  for (const { weights, most } of problem.knapsacks) {
    sum(weights, 0)
    close(-Infinity, most)
  }
  for (const { of, least } of problem.kindFloors) {
    sum(of, 0)
    close(least, Infinity)
  }
  for (const floor of levels.shareFloors) {
    sum(floor.weights, sites)
    close(roomy(floor), Infinity)
  }
  for (const clique of cliques(problem.conflicts)) {
    for (const site of clique) put(site, 1)
    close(-Infinity, 1)
  }
  const cost = new Float64Array(sites + count)
  cost.set(levels.weights, sites)
  return {
    numCols: sites + count,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    cost,
    upper: new Float64Array(sites + count).fill(1),
    rowLower: Float64Array.from(rowLower),
    rowUpper: Float64Array.from(rowUpper),
    sites,
  }
}

/** A hair under the need, so that rounding in the last digit does not make a kept share impossible. */
const roomy = ({ need }: ShareFloor): number => need - 1e-9 * Math.max(1, need)

/** Cliques that hold every pair of excluding sites at least once: fewer rows and tighter than pairs. */
export function cliques({ starts, others }: ReducedProblem['conflicts']): number[][] {
  const neighbours = Array.from(
    { length: starts.length - 1 },
    (_, site) => new Set(others.subarray(starts[site]!, starts[site + 1]!)),
  )
  const found: number[][] = []
  const held = neighbours.map(() => new Set<number>())
  neighbours.forEach((near, site) => {
    for (const other of near) {
      if (other < site || held[site]!.has(other)) continue
      const clique = [site, other]
      for (const third of near)
        if (third !== other && clique.every((member) => member === site || neighbours[third]!.has(member)))
          clique.push(third)
      for (const a of clique) for (const b of clique) held[a]!.add(b)
      found.push(clique)
    }
  })
  return found
}

/** The model as HiGHS takes it; `whole` makes sites whole, else it is the linear relaxation. */
export function toModelData(model: CoverModel, highs: Highs, whole: boolean): ModelData {
  const integrality = new Int32Array(model.numCols)
  integrality.fill(highs.constants.variableType.integer, 0, model.sites)
  return {
    numCols: model.numCols,
    numRows: model.rowLower.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: model.cost,
    colLower: new Float64Array(model.numCols),
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: {
      format: 'csr',
      numRows: model.rowLower.length,
      numCols: model.numCols,
      starts: model.starts,
      indices: model.indices,
      values: model.values,
    },
    ...(whole ? { integrality } : {}),
  }
}

/** The value of every column for a choice of sites. */
export function columnsOf(levels: Levels, sites: number, chosen: Iterable<number>): Float64Array {
  const columns = new Float64Array(sites + levels.weights.length)
  for (const site of chosen) columns[site] = 1
  for (let level = 0; level < levels.weights.length; level += 1)
    for (let at = levels.starts[level]!; at < levels.starts[level + 1]!; at += 1)
      if (columns[levels.sites[at]!] === 1) columns[sites + level] = 1
  return columns
}

/**
 * Bytes the solver is likely to need before its search tree grows, taken high: 236,000 entries were
 * measured at 132 MB, 17,000 at less than the 21 MB it starts with. The tree is watched while it grows.
 */
export const estimateBytes = (entries: number, rowsAndColumns: number): number =>
  32e6 + 600 * entries + 1500 * rowsAndColumns
