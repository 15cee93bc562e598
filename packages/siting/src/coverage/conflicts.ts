import type { CoverageProblem } from './problem.ts'

/**
 * Pairs of candidates that may not both be chosen: by given pairs, by group and by distance within a
 * kind. Each pair once, a < b, as a0, b0, a1, b1, ... Candidates closer than the distance conflict;
 * those exactly at it do not.
 */
export function conflictPairs({ candidates, rules }: CoverageProblem): Int32Array {
  const count = candidates.length
  const seen = new Set<number>()
  const add = (a: number, b: number): void => {
    if (a !== b) seen.add(Math.min(a, b) * count + Math.max(a, b))
  }
  const given = rules.conflicts ?? new Int32Array()
  for (let at = 0; at + 1 < given.length; at += 2) add(given[at]!, given[at + 1]!)
  const groups = new Map<string, number[]>()
  candidates.forEach(({ group }, at) => {
    if (group === undefined) return
    const members = groups.get(group) ?? []
    for (const other of members) add(other, at)
    groups.set(group, [...members, at])
  })
  for (const { kind, metres } of rules.distances ?? []) closer(candidates, kind, metres, add)
  const keys = [...seen].sort((a, b) => a - b)
  return Int32Array.from(keys.flatMap((key) => [Math.floor(key / count), key % count]))
}

/** Pairs of a kind closer than a distance, found along x so that far ones are never compared. */
function closer(
  candidates: CoverageProblem['candidates'],
  kind: string,
  metres: number,
  add: (a: number, b: number) => void,
): void {
  const along = candidates
    .map(({ x, y, kind: is }, at) => ({ at, x: x ?? 0, y: y ?? 0, is }))
    .filter(({ is }) => is === kind)
    .sort((a, b) => a.x - b.x)
  along.forEach((left, at) => {
    for (let next = at + 1; next < along.length && along[next]!.x - left.x < metres; next += 1)
      if (Math.hypot(along[next]!.x - left.x, along[next]!.y - left.y) < metres) add(left.at, along[next]!.at)
  })
}
