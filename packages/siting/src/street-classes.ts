/** What a lighting class of EN 13201-2 asks for, maintained. */
export interface StreetClass {
  readonly id: string
  /** Lux on average, at least. */
  readonly mean: number
  /** Lux at every point, at least; P classes alone. */
  readonly minimum?: number
  /** Least over mean (U0), at least; C classes alone. */
  readonly uniformity?: number
}

/** [2nd]: EN 13201-2 by secondary sources. Brightest first. */
const pedestrianClasses: readonly StreetClass[] = [
  { id: 'P1', mean: 15, minimum: 3 },
  { id: 'P2', mean: 10, minimum: 2 },
  { id: 'P3', mean: 7.5, minimum: 1.5 },
  { id: 'P4', mean: 5, minimum: 1 },
  { id: 'P5', mean: 3, minimum: 0.6 },
  { id: 'P6', mean: 2, minimum: 0.4 },
]

/** [2nd]: EN 13201-2 by secondary sources. Brightest first. */
const conflictClasses: readonly StreetClass[] = [50, 30, 20, 15, 10, 7.5].map((mean, at) => ({
  id: `C${at}`,
  mean,
  uniformity: 0.4,
}))

/** P: walking and cycling. C: where traffic meets, crossings and squares. */
export const streetClasses = { P: pedestrianClasses, C: conflictClasses } as const

/** A stretch measured against a class. */
export interface StretchLight {
  /** Lux. */
  readonly mean: number
  readonly minimum: number
  /** U0, least over mean; 0 where it is dark. */
  readonly uniformity: number
  /** What the class asks for that is not reached; empty where it is met. */
  readonly fails: readonly ('mean' | 'minimum' | 'uniformity')[]
}

/** Rounding may not fail a stretch that reaches its class to the last digit. */
const slack = 1e-9

/** Mean, minimum and uniformity of a stretch's points, and what of the class it fails. Throws RangeError without points. */
export function stretchLight(lux: Float64Array, wanted: StreetClass): StretchLight {
  if (lux.length === 0) throw new RangeError('A stretch has at least one point')
  let sum = 0
  let minimum = Infinity
  for (const value of lux) {
    sum += value
    if (value < minimum) minimum = value
  }
  const mean = sum / lux.length
  const uniformity = mean > 0 ? minimum / mean : 0
  const fails: StretchLight['fails'][number][] = []
  if (mean < wanted.mean - slack) fails.push('mean')
  if (wanted.minimum !== undefined && minimum < wanted.minimum - slack) fails.push('minimum')
  if (wanted.uniformity !== undefined && uniformity < wanted.uniformity - slack) fails.push('uniformity')
  return { mean, minimum, uniformity, fails }
}

/** The brightest class of a series that the points meet, null where they meet none. */
export const classReached = (lux: Float64Array, series: keyof typeof streetClasses): StreetClass | null =>
  streetClasses[series].find((one) => stretchLight(lux, one).fails.length === 0) ?? null
