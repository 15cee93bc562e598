import type { Problem } from '../contract-problems.ts'

/** Newest reading, by its day; undefined where there is none. */
export const lastReading = ({ readings }: Pick<Problem, 'readings'>) =>
  readings.reduce<Problem['readings'][number] | undefined>(
    (last, one) => (last && last.on >= one.on ? last : one),
    undefined,
  )

/** How far the indicator has come from where it began (0) to its target (1); below 0 where it has become worse, null where it cannot be told. */
export function progressOf(problem: Pick<Problem, 'baseValue' | 'targetValue' | 'readings'>): number | null {
  const { baseValue, targetValue } = problem
  const last = lastReading(problem)
  if (baseValue === null || targetValue === null || baseValue === targetValue || !last) return null
  return Math.min(1, (last.value - baseValue) / (targetValue - baseValue))
}
