import { useText } from '../messages/text.ts'
import { FieldControl } from '../plan/field-control.tsx'
import type { FieldInput } from '../plan/form-values.ts'
import { type FigureName, figureFields } from './form-fields.ts'
import type { ProposalForm } from './proposal-form.ts'
import type { FormProblems } from './request-of.ts'

/** What every part of the form is handed. */
export interface FormPart {
  readonly form: ProposalForm
  readonly problems: FormProblems
  readonly onChange: (change: Partial<ProposalForm>) => void
}

/** One typed field of the asking, with what is wrong beside it. */
export function Figure({ name, form, problems, onChange }: FormPart & { readonly name: FigureName }) {
  const t = useText()
  const problem = problems[name]
  return (
    <FieldControl
      field={figureFields[name]}
      input={form.figures[name] ?? ''}
      error={problem && t(problem)}
      onChange={(input: FieldInput) => onChange({ figures: { ...form.figures, [name]: input } })}
    />
  )
}
