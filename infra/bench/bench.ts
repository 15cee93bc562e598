/** One thing measured, with what it is compared with in the same run. */
export interface BenchResult {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
  /** What was promised, and whether it was kept. */
  readonly targets: readonly { readonly what: string; readonly reached: string; readonly met: boolean }[]
  readonly notes: readonly string[]
}

export interface Bench {
  /** What `npm run bench -- <name>` calls it; also the name of its file of results. */
  readonly name: string
  readonly title: string
  run(): Promise<BenchResult>
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1
    ? sorted[Math.floor(middle)]!
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** A number with about three digits that count. */
export const round = (value: number): number =>
  value >= 100 ? Math.round(value) : Number(value.toPrecision(3))

/** Milliseconds of this thread's own work: what else the machine does in the meantime does not count. */
export function workOf(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
