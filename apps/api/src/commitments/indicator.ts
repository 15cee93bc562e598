import type { CommitmentReading, IndicatorFields, IndicatorNow } from '../contract-commitments.ts'

type Measured = Pick<IndicatorFields, 'direction' | 'baseValue' | 'targetValue' | 'targetOn'> & {
  readonly readings: readonly CommitmentReading[]
}

/** How an indicator stands on a day by its newest reading, in a word and as a share of the way to its target. */
export function indicatorNow(measured: Measured, today: string): IndicatorNow {
  const { direction, baseValue, targetValue, targetOn, readings } = measured
  const last = readings.reduce<CommitmentReading | null>(
    (newest, one) => (newest && newest.on >= one.on ? newest : one),
    null,
  )
  if (!last) return { word: 'unknown', value: null, on: null, progress: null }
  const better = (one: number, other: number) => (direction === 'up' ? one - other : other - one)
  const progress =
    baseValue === null || targetValue === null || baseValue === targetValue
      ? null
      : Math.min(1, (baseValue - last.value) / (baseValue - targetValue))
  const since = baseValue === null ? null : better(last.value, baseValue)
  const word =
    targetValue !== null && better(last.value, targetValue) >= 0
      ? 'reached'
      : targetOn !== null && targetOn < today
        ? 'missed'
        : since === null
          ? 'unknown'
          : since > 0
            ? 'right_way'
            : since < 0
              ? 'wrong_way'
              : 'unchanged'
  return { word, value: last.value, on: last.on, progress }
}
