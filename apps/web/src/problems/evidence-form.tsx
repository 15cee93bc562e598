import type { FieldDescription } from '@trygghetskartan/api/contract'
import type { Choice, NewEvidence } from '@trygghetskartan/api/contract-problems'
import { problemFields as words } from '../messages/problem-fields.ts'
import { problems } from '../messages/problems.ts'
import { FieldsForm } from '../plan/fields-form.tsx'
import { useSession } from '../session.ts'
import { described, linesOf } from './described.ts'

interface EvidenceFormProps {
  readonly kinds: readonly Choice[]
  readonly onSave: (given: NewEvidence) => Promise<unknown>
  readonly onCancel: () => void
}

const fieldsOf = (kinds: readonly Choice[], isPolice: boolean): FieldDescription[] => [
  described('kind', 'choice', words.evidenceKind, { required: true, options: kinds }),
  described('title', 'text', words.evidenceTitle, { required: true, maxLength: 200 }),
  ...(isPolice
    ? [
        described('policeOnly', 'boolean', problems.policeOnly, {
          help: problems.policeOnlyHelp,
          initial: true,
        }),
      ]
    : []),
  described('text', 'longtext', words.evidenceText, { maxLength: 4000, help: words.evidenceTextHelp }),
  described('source', 'text', words.source, { maxLength: 300 }),
  described('n', 'integer', words.n, { help: words.nHelp, minimum: 0, maximum: 100_000_000 }),
  described('from', 'date', words.from),
  described('to', 'date', words.to),
  described('figures', 'longtext', words.figures, { help: words.figuresHelp, maxLength: 4000 }),
]

/** Something that a problem rests on. What the police add is for the police alone unless they say otherwise. */
export function EvidenceForm({ kinds, onSave, onCancel }: EvidenceFormProps) {
  const { me } = useSession()
  return (
    <FieldsForm
      fields={fieldsOf(kinds, me.audience === 'police')}
      onCancel={onCancel}
      onSave={({ figures, ...values }) =>
        onSave({ ...values, figures: linesOf(figures).map(figureOf) } as NewEvidence)
      }
    />
  )
}

/** "Share under 18: 41 %" */
const figureOf = (line: string) => {
  const at = line.lastIndexOf(':')
  const [label, value] = at > 0 ? [line.slice(0, at).trim(), line.slice(at + 1).trim()] : [line, '']
  return { label: label.slice(0, 120), value: (value || '–').slice(0, 120) }
}
