import { createHash } from 'node:crypto'
import type { PlaceDraft, PublicPreview } from '../contract-moderation.ts'
import type { PlannedMeasure } from '../contract-problems.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { refusePersons } from '../no-persons.ts'
import { heldWith, readPublicShape } from '../queries/moderation-steps.ts'

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
  const shape = await readPublicShape(sql, [report.id, ...(await heldWith(sql, report.id))])
  if (!shape)
    throw new ProblemError('internal', {
      sv: 'Platsen kunde inte göras grövre.',
      en: 'The place could not be made coarser.',
    })
  const shown = {
    geometry: shape.geometry,
    reasons: [...new Set(reasons)],
    words: words || null,
    answer: answer || null,
    month: shape.month,
    state: report.links.some(({ measure }) => measure && agreed.includes(measure.status))
      ? ('planned' as const)
      : ('looked_at' as const),
    photo: photo && report.photo,
  }
  const seal = createHash('sha256').update(JSON.stringify(shown)).digest('hex')
  return { ...shown, moved: shape.moved, seal }
}
