import type { Problem } from '@trygghetskartan/api/contract-problems'

export interface GoalPoint {
  readonly on: string
  readonly value: number
  readonly role: 'base' | 'reading' | 'target'
}

/** What a goal is drawn from: of a problem, or of a promise. */
export type GoalFigures = Pick<Problem, 'baseValue' | 'baseOn' | 'targetValue' | 'targetOn'> & {
  readonly readings: readonly Pick<Problem['readings'][number], 'on' | 'value'>[]
}

/** What the chart of a goal shows: base, readings and target in order of time. Fewer than two make no chart. */
export function goalPoints(problem: GoalFigures): GoalPoint[] {
  const { baseValue, baseOn, targetValue, targetOn, readings } = problem
  return [
    ...(baseValue !== null && baseOn ? [{ on: baseOn, value: baseValue, role: 'base' as const }] : []),
    ...readings.map(({ on, value }) => ({ on, value, role: 'reading' as const })),
    ...(targetValue !== null && targetOn
      ? [{ on: targetOn, value: targetValue, role: 'target' as const }]
      : []),
  ].sort((a, b) => a.on.localeCompare(b.on))
}

/** Round values a scale from nought (or the least) to the most is read by, least first. */
export function ticksOf(values: readonly number[]): number[] {
  const most = Math.max(0, ...values)
  const least = Math.min(0, ...values)
  const rough = (most - least || 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough
  const first = Math.floor(least / step)
  const last = Math.ceil(most / step)
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}
