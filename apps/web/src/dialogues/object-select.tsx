import { useQueries } from '@tanstack/react-query'
import { api } from '../api.ts'
import { objectTitle } from '../inspector/object-title.ts'
import { dialogues as words } from '../messages/dialogues.ts'
import { useFormat } from '../messages/format.ts'
import { plan } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import type { FieldControlProps } from '../ui/field.tsx'

interface ObjectSelectProps {
  readonly control: FieldControlProps
  /** Id of a layer; "measures" for every one of measures. */
  readonly of: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Chooses an object of a layer by what it is called. */
export function ObjectSelect({ control, of, value, onChange }: ObjectSelectProps) {
  const t = useText()
  const format = useFormat()
  const { layers } = useSession()
  const among = layers.filter((layer) => (of === 'measures' ? layer.measure : layer.id === of))
  const answers = useQueries({
    queries: among.map((layer) => ({
      queryKey: ['items', layer.id, { limit: 1000 }],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.items(layer.id, { limit: 1000 }, signal),
    })),
  })
  const groups = among.map((layer, at) => ({
    layer,
    items: (answers[at]?.data?.features ?? [])
      .map(({ id, properties }) => ({ id, title: objectTitle(layer, properties, format, t(layer.title)) }))
      .sort((a, b) => a.title.localeCompare(b.title, 'sv')),
  }))
  const isKnown = groups.some(({ items }) => items.some(({ id }) => id === value))
  return (
    <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t(plan.optional)}</option>
      {value && !isKnown && <option value={value}>{t(words.objectGone)}</option>}
      {groups.map(({ layer, items }) => (
        <optgroup key={layer.id} label={t(layer.title)}>
          {items.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
