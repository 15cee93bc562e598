import { plans as words } from '../messages/plans.ts'
import { useText } from '../messages/text.ts'
import type { FieldControlProps } from '../ui/field.tsx'
import { usePlans } from './use-plans.ts'

interface PlanSelectProps {
  readonly control: FieldControlProps
  readonly value: string
  readonly onChange: (id: string) => void
}

/** One of one's plans, or none. */
export function PlanSelect({ control, value, onChange }: PlanSelectProps) {
  const t = useText()
  const { data, isPending } = usePlans()
  const known = data?.some(({ id }) => id === value)
  return (
    <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t(words.none)}</option>
      {data?.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
      {value && !known && <option value={value}>{t(isPending ? words.loading : words.others)}</option>}
    </select>
  )
}
