/** One figure that comes out otherwise. */
export interface Difference {
  /** Where it stands: `sites[2].added`. */
  readonly path: string
  readonly saved: unknown
  readonly again: unknown
}

/** Relative: what rounding in another order of sums may change. */
const tolerance = 1e-9

export const nearly = (a: number, b: number, share = tolerance): boolean =>
  a === b || Math.abs(a - b) <= share * Math.max(1e-3, Math.abs(a), Math.abs(b))

/** A value as it is after a journey as JSON, lists of numbers as plain lists. */
export const asSaved = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null, (_, one) =>
      ArrayBuffer.isView(one) ? Array.from(one as Float64Array) : one,
    ),
  )

/** Every figure that is not the same in both, numbers within a billionth. Both as they are after a journey as JSON. */
export function differences(saved: unknown, again: unknown, path = ''): Difference[] {
  if (typeof saved === 'number' && typeof again === 'number')
    return nearly(saved, again) ? [] : [{ path, saved, again }]
  if (Array.isArray(saved) && Array.isArray(again)) {
    if (saved.length !== again.length)
      return [{ path: `${path}.length`, saved: saved.length, again: again.length }]
    return saved.flatMap((one, at) => differences(one, again[at], `${path}[${at}]`))
  }
  if (isObject(saved) && isObject(again)) {
    const keys = [...new Set([...Object.keys(saved), ...Object.keys(again)])]
    return keys.flatMap((key) => differences(saved[key], again[key], path === '' ? key : `${path}.${key}`))
  }
  return saved === again ? [] : [{ path, saved: saved ?? null, again: again ?? null }]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
