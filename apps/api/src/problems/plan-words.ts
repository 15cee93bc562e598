import type { Problem } from '../contract-problems.ts'
import { day, number, percent } from '../dossiers/swedish.ts'
import { lastReading } from './progress.ts'

/** A value of the indicator as it is written: "12 händelser i månaden". */
export const valueWords = ({ unit }: Pick<Problem, 'unit'>, value: number): string =>
  `${number(value, value % 1 ? 1 : 0)}${unit ? ` ${unit}` : ''}`

/** How a goal goes, in words. */
export function progressWords(problem: Problem): string {
  const { progress, targetValue, targetOn } = problem
  const last = lastReading(problem)
  if (targetValue === null || !targetOn || !problem.indicator) return 'målet går inte att mäta än'
  if (!last || progress === null) return 'inget mätvärde än'
  const now = `${valueWords(problem, last.value)} (${day(last.on)})`
  if (progress >= 1) return `målet är nått: ${now}`
  if (progress < 0) return `sämre än i början: ${now}`
  return `${percent(progress)} av vägen till målet: ${now}`
}
