import type { FieldDescription } from '@trygghetskartan/api/contract'
import { conflict as words } from '../messages/conflict.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { Note } from '../ui/note.tsx'

interface ClashNoteProps {
  readonly fields: readonly FieldDescription[]
  /** Names of what somebody else has written in too. */
  readonly clashing: readonly string[]
  /** What stands there now, by name. */
  readonly now: Readonly<Record<string, unknown>>
}

/** What somebody else wrote in the same fields: to save once more writes over it. */
export function ClashNote({ fields, clashing, now }: ClashNoteProps) {
  const t = useText()
  const format = useFormat()
  return (
    <Note tone="warning" title={t(words.title)}>
      <p>{t(words.help)}</p>
      <ul>
        {clashing.map((name) => {
          const field = fields.find((one) => one.name === name)
          const value = now[name]
          const isList = Array.isArray(value) && field?.control === 'longtext'
          const said = isList ? value.join(', ') : field ? format.field(field, value) : ''
          return (
            <li key={name}>
              <strong>{field ? t(field.title) : t(words.place)}</strong>
              {field && `: ${said || '–'}`}
            </li>
          )
        })}
      </ul>
    </Note>
  )
}
