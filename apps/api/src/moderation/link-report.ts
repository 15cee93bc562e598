import type { ReportStep } from '../contract-moderation.ts'
import { ProblemError } from '../errors.ts'
import { findObject } from '../queries/measures.ts'
import { insertReportLink, updatePlace } from '../queries/moderation-steps.ts'
import { readProblems } from '../queries/problems.ts'
import { layersSeenBy } from '../rights/layers.ts'
import type { Taken } from './steps.ts'

/** Statuses of a measure that is decided on and does not stand yet. */
const planned = ['decided', 'ordered']

const notThere = (sv: string, en: string) => new ProblemError('not-found', { sv, en })

/** Says what a report, or the place it belongs to, led to. A place whose measure is decided is planned by itself. */
export async function linkReport(
  { sql, layers, caller, report }: Taken,
  { layer, measure, problem }: Extract<ReportStep, { step: 'link' }>,
): Promise<Record<string, unknown>> {
  if (
    (measure === undefined) === (problem === undefined) ||
    (measure === undefined) !== (layer === undefined)
  )
    throw new ProblemError('invalid', {
      sv: 'Ange en åtgärd med dess lager, eller ett problem.',
      en: 'Name a measure with its layer, or a problem.',
    })
  const { publicPlace } = report
  const to = { place: publicPlace?.id ?? null, report: publicPlace ? null : report.id }
  if (problem !== undefined) {
    if ((await readProblems(sql, caller.audience, problem)).length === 0)
      throw notThere('Problemet finns inte.', 'There is no such problem.')
    await insertReportLink(sql, { ...to, layer: null, measure: null, problem })
    return { problem }
  }
  const seen = layersSeenBy(layers, caller).filter((one) => one.id === layer && one.measure)
  const found = await findObject(sql, seen, caller.audience, measure!)
  if (!found) throw notThere('Åtgärden finns inte.', 'There is no such measure.')
  await insertReportLink(sql, { ...to, layer: layer!, measure: measure!, problem: null })
  if (publicPlace?.state === 'looked_at' && planned.includes(String(found.properties.status)))
    await updatePlace(sql, publicPlace, { state: 'planned' })
  return { layer, measure }
}
