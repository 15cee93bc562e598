import { asSaved, type Difference, differences, isRefusal } from '@trygghetskartan/geo'
import type { HotspotData } from '../hotspot.ts'
import type { Remark } from '../left-out.ts'
import { remark } from '../left-out.ts'
import type { RunControl } from '../run-steps.ts'
import { type AnswerTo, answerTo } from './answer.ts'
import { type AnalysisKind, type AnalysisQuestion, analysisKinds, analysisMethods } from './question.ts'

/** A result as it is saved: plain values, without what the question says or gives again in no time. */
export type SavedResult = Readonly<Record<string, unknown>>

export interface SavedAnalysis {
  readonly methods: number
  readonly question: AnalysisQuestion
  readonly result: SavedResult
}

export interface Reproduction {
  readonly same: boolean
  readonly differences: readonly Difference[]
  /** As it comes out now; null where it cannot be made. */
  readonly result: SavedResult | null
  readonly remarks: readonly Remark[]
}

/** What of an answer is saved: not the outlines of cells, nor what speaks of rows of a table that others do not have. */
export function forSaving<K extends AnalysisKind>(kind: K, answer: AnswerTo<K>): SavedResult {
  const { parameters: _, clusterOf: __, ...rest } = answer as unknown as Record<string, unknown>
  if (kind !== 'hotspots') return asSaved(rest) as SavedResult
  const { figures } = answer as AnswerTo<'hotspots'>
  if (figures.kind === 'density') return asSaved(rest) as SavedResult
  const { cells, ...found } = figures
  return asSaved({ ...rest, figures: { ...found, cells: cells.length } }) as SavedResult
}

/**
 * Makes a saved result again and compares every figure. One of other methods than these is told, not made: its figures need
 * not be the same.
 */
export async function reproduceAnalysis(
  { methods, question, result }: SavedAnalysis,
  data: HotspotData,
  control: RunControl = {},
): Promise<Reproduction> {
  if (methods !== analysisMethods)
    return cannot(
      { path: 'methods', saved: methods, again: analysisMethods },
      `Resultatet är gjort med version ${methods} av metoderna. Här finns version ${analysisMethods}, så det kan inte räknas om lika.`,
      `The result was made with version ${methods} of the methods. Here is version ${analysisMethods}, so it cannot be made alike.`,
    )
  if (!analysisKinds.includes(question.kind))
    return cannot(
      { path: 'kind', saved: question.kind, again: null },
      `Slaget ”${question.kind}” är okänt här.`,
      `The kind “${question.kind}” is not known here.`,
    )
  const again = await answerTo(question, data, control)
  if (isRefusal(again))
    return cannot({ path: 'refusal', saved: null, again: again.code }, again.text.sv, again.text.en)
  const made = forSaving(question.kind, again)
  const found = differences(asSaved(result), made)
  return { same: found.length === 0, differences: found, result: made, remarks: [] }
}

const cannot = (difference: Difference, sv: string, en: string): Reproduction => ({
  same: false,
  differences: [difference],
  result: null,
  remarks: [remark('not-made', sv, en)],
})
