import type { FieldDescription } from '@trygghetskartan/api/contract'
import type { Choice, NewProblem, Problem } from '@trygghetskartan/api/contract-problems'
import type { Geometry } from 'geojson'
import { useState } from 'react'
import { problemFields as words } from '../messages/problem-fields.ts'
import { FieldsForm } from '../plan/fields-form.tsx'
import { ClashNote } from './clash-note.tsx'
import { described, linesOf } from './described.ts'
import { PlaceField } from './place-field.tsx'
import type { Clash } from './save-over.ts'

interface ProblemFormProps {
  readonly kinds: readonly Choice[]
  readonly problem?: Problem
  readonly onSave: (given: NewProblem) => Promise<unknown>
  readonly onCancel: () => void
  /** What somebody else wrote in the same fields. */
  readonly clash?: Clash<Problem> | null
}

const fieldsOf = (kinds: readonly Choice[]): FieldDescription[] => [
  described('title', 'text', words.title, { required: true, maxLength: 120, help: words.titleHelp }),
  described('kind', 'choice', words.kind, { required: true, options: kinds }),
  described('description', 'longtext', words.description, { maxLength: 8000, help: words.descriptionHelp }),
  described('place', 'text', words.place, { maxLength: 200, help: words.placeHelp }),
  described('weekdays', 'weekdays', words.weekdays),
  described('hoursFrom', 'time', words.hoursFrom),
  described('hoursTo', 'time', words.hoursTo),
  described('affected', 'longtext', words.affected, { maxLength: 2000, help: words.affectedHelp }),
  described('causes', 'longtext', words.causes, { maxLength: 8000, help: words.causesHelp }),
  described('goal', 'longtext', words.goal, { maxLength: 2000, help: words.goalHelp }),
  described('indicator', 'text', words.indicator, { maxLength: 300, help: words.indicatorHelp }),
  described('unit', 'text', words.unit, { maxLength: 40, help: words.unitHelp }),
  described('baseValue', 'number', words.baseValue),
  described('baseOn', 'date', words.baseOn),
  described('targetValue', 'number', words.targetValue),
  described('targetOn', 'date', words.targetOn),
  described('responsible', 'text', words.responsible, { maxLength: 200, help: words.responsibleHelp }),
]

/** What people write of a problem, and where it is. */
export function ProblemForm({ kinds, problem, onSave, onCancel, clash = null }: ProblemFormProps) {
  const [geometry, setGeometry] = useState<Geometry | null>(problem?.geometry ?? null)
  const initial = problem ? { ...problem, causes: problem.causes.join('\n') } : {}
  return (
    <FieldsForm
      fields={fieldsOf(kinds)}
      initial={initial}
      onCancel={onCancel}
      onSave={({ causes, weekdays, ...values }) => {
        const days = weekdays as number[]
        return onSave({
          ...values,
          causes: linesOf(causes),
          weekdays: days.length > 0 ? days : null,
          geometry,
        } as NewProblem)
      }}
    >
      <PlaceField geometry={geometry} onChange={setGeometry} />
      {clash && <ClashNote fields={fieldsOf(kinds)} clashing={clash.fields} now={{ ...clash.now }} />}
    </FieldsForm>
  )
}
