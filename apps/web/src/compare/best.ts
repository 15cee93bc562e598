export type Better = 'low' | 'high'

/** Which of a row's values are best; none where fewer than two are known, or all are alike. */
export function bestOf(values: readonly (number | null)[], better: Better): ReadonlySet<number> {
  const known = values.filter((value) => value !== null)
  const best = better === 'low' ? Math.min(...known) : Math.max(...known)
  if (known.length < 2 || known.every((value) => value === best)) return new Set()
  return new Set(values.flatMap((value, at) => (value === best ? [at] : [])))
}
