import { createHash } from 'node:crypto'
import { rules } from '@trygghetskartan/privacy'
import { publicShapeOf } from '../coarsening/public-shape.ts'
import { readGround } from '../coarsening/read-ground.ts'
import type { PlaceDraft, PublicPreview } from '../contract-moderation.ts'
import type { PlannedMeasure } from '../contract-problems.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { refusePersons } from '../no-persons.ts'
import { heldWith, measureMoved, readReported } from '../queries/moderation-steps.ts'
import { noReport } from './read-moderated.ts'

/** Statuses of a measure that has been decided on. */
const agreed = ['decided', 'ordered', 'built', 'in_operation', 'evaluated']

interface Previewed {
  readonly id: string
  readonly photo: boolean
  readonly links: readonly { readonly measure: PlannedMeasure | null }[]
}

/** Just what anybody will see once it is published; refused where its words may point out a person. */
export async function previewOf(
  sql: Sql,
  report: Previewed,
  { reasons, words, answer, photo = false }: PlaceDraft,
): Promise<PublicPreview> {
  refusePersons({ words, answer })
  const reported = await readReported(sql, [report.id, ...(await heldWith(sql, report.id))])
  if (!reported) throw noReport()
  const geometry = await publicShapeOf(
    sql,
    reported.geometry,
    reported.middle,
    await readGround(sql, rules),
    rules,
  )
  if (!geometry)
    throw new ProblemError('invalid', {
      sv: `Platsen kan inte visas på kartan: för få bor där för att ingen ska kunna pekas ut. Svara den som rapporterat i stället; rapporten räknas ändå i trygghetskartan om det finns ${rules.leastAddresses} adresser i närheten.`,
      en: `The place cannot be shown on the map: so few live there that somebody could be pointed out. Answer the reporter instead; the report still counts in the safety map if there are ${rules.leastAddresses} addresses nearby.`,
    })
  const shown = {
    geometry,
    reasons: [...new Set(reasons)],
    words: words || null,
    answer: answer || null,
    month: reported.month,
    state: report.links.some(({ measure }) => measure && agreed.includes(measure.status))
      ? ('planned' as const)
      : ('looked_at' as const),
    photo: photo && report.photo,
  }
  const seal = createHash('sha256').update(JSON.stringify(shown)).digest('hex')
  return { ...shown, moved: await measureMoved(sql, reported.geometry, geometry), seal }
}
