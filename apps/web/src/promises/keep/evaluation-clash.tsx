import type { Commitment } from '@trygghetskartan/api/contract-commitments'
import { useFormat } from '../../messages/format.ts'
import { promisesClash as words } from '../../messages/promises-clash.ts'
import { useText } from '../../messages/text.ts'
import { ClashNote } from '../../problems/clash-note.tsx'
import { Note } from '../../ui/note.tsx'
import { evaluationFields } from './fields.ts'

/** What of an evaluation has been written anew between two readings of its promise. */
export const rewritten = (before: Commitment, now: Commitment): string[] =>
  evaluationFields
    .map(({ name }) => name as 'text' | 'result')
    .filter((name) => before.evaluation?.[name] !== now.evaluation?.[name])

interface EvaluationClashProps {
  readonly opened: Commitment
  readonly now: Commitment
  readonly signing: boolean
}

/** What somebody else has written of what came of a promise, to be read before one writes over it or signs it. */
export function EvaluationClash({ opened, now, signing }: EvaluationClashProps) {
  const t = useText()
  const format = useFormat()
  const clashing = rewritten(opened, now)
  if (clashing.length === 0) return null
  const evaluation = { ...now.evaluation }
  if (!signing) return <ClashNote fields={evaluationFields} clashing={clashing} now={evaluation} />
  return (
    <Note tone="warning" title={t(words.title)}>
      <p>{t(words.help)}</p>
      <ul>
        {evaluationFields.map((field) => (
          <li key={field.name}>
            <strong>{t(field.title)}</strong>: {format.field(field, evaluation[field.name as 'text'])}
          </li>
        ))}
      </ul>
    </Note>
  )
}
