import type { IncidentColumns } from '../incidents/columns.ts'
import { extentOf } from '../incidents/extent.ts'
import { type AnalysisQuestion, neededBy } from './question.ts'

/** Rows that the answer to a question may follow from, as far as kind, source and time tell. */
export function neededRows(incidents: IncidentColumns, question: AnalysisQuestion): Uint32Array {
  const needed = neededBy(question)
  if (!needed) return new Uint32Array()
  const { from, to, timePrecision, kind, source, kinds, sources, length } = incidents
  const wanted = (names: readonly string[], chosen: readonly string[] | null) =>
    names.map((name) => chosen === null || chosen.includes(name))
  const kindWanted = wanted(kinds, needed.kinds)
  const sourceWanted = wanted(sources, needed.sources)
  const rows = new Uint32Array(length)
  let n = 0
  for (let row = 0; row < length; row++) {
    if (!kindWanted[kind[row]!] || !sourceWanted[source[row]!]) continue
    const extent = extentOf(from[row]!, to[row]!, timePrecision[row]!)
    if (extent.to > (needed.from ?? -Infinity) && extent.from < (needed.until ?? Infinity)) rows[n++] = row
  }
  return rows.slice(0, n)
}
