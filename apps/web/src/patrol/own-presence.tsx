import type { FieldDescription } from '@trygghetskartan/api/contract'
import type { PresenceKind } from '@trygghetskartan/api/contract-patrol'
import { findSensitive } from '@trygghetskartan/formats/sensitive-text'
import { useState } from 'react'
import { patrol as words } from '../messages/patrol.ts'
import { useText } from '../messages/text.ts'
import { FieldControl } from '../plan/field-control.tsx'
import { type FormInput, readField } from '../plan/form-values.ts'
import { Button } from '../ui/button.tsx'
import type { PresenceDraft } from './log-presence.tsx'
import styles from './patrol.module.css'
import { dayOf, startOfDay } from './swedish-clock.ts'
import { useZoneLayer } from './use-zones.ts'

const section = { sv: '', en: '' }
const field = (
  name: string,
  title: FieldDescription['title'],
  control: FieldDescription['control'],
  more: Partial<FieldDescription> = {},
): FieldDescription => ({ name, title, control, required: false, readOnly: false, section, ...more })

const fields = {
  day: field('day', words.day, 'date'),
  from: field('from', words.from, 'time'),
  to: field('to', words.to, 'time'),
  officers: field('officers', words.officers, 'integer', { minimum: 1, maximum: 200 }),
  note: field('note', words.note, 'longtext', { maxLength: 1000, help: words.noteHelp }),
}

interface OwnPresenceProps {
  readonly kind: PresenceKind
  /** Minute on the wall. */
  readonly now: number
  readonly busy: boolean
  readonly onKeep: (draft: PresenceDraft) => void
  readonly onCancel: () => void
}

/** Presence at any time, with how many they were and what is worth knowing. */
export function OwnPresence({ kind, now, busy, onKeep, onCancel }: OwnPresenceProps) {
  const t = useText()
  const presenceField = useZoneLayer()?.fields.find(({ name }) => name === 'presence')
  const [form, setForm] = useState<FormInput>({
    ...{ day: dayOf(now), from: '', to: '', officers: '', note: '', presence: kind },
  })
  const [problem, setProblem] = useState<string | null>(null)
  const control = (one: FieldDescription) => (
    <FieldControl
      key={one.name}
      field={one}
      input={form[one.name] ?? ''}
      error={undefined}
      onChange={(input) => setForm({ ...form, [one.name]: input })}
    />
  )
  const read = (one: FieldDescription) => readField(one, form[one.name] ?? '').value
  const keep = () => {
    const [day, from, to] = [read(fields.day), read(fields.from), read(fields.to)]
    if (typeof day !== 'string' || typeof from !== 'string' || typeof to !== 'string')
      return setProblem(t(words.badTimes))
    const note = typeof form.note === 'string' && form.note.trim() !== '' ? form.note.trim() : null
    const [found] = note ? findSensitive(note) : []
    if (found) return setProblem(t(words.sensitive(found.text)))
    const minute = (time: string) =>
      startOfDay(day) + 60 * Number(time.slice(0, 2)) + Number(time.slice(3, 5))
    const officers = read(fields.officers)
    setProblem(null)
    onKeep({
      from: minute(from),
      to: minute(to) > minute(from) ? minute(to) : minute(to) + 1440,
      presence: form.presence === 'targeted' ? 'targeted' : 'visible',
      officers: typeof officers === 'number' ? officers : null,
      note,
    })
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      {control(fields.day)}
      <div className={styles.pair}>
        {control(fields.from)}
        {control(fields.to)}
      </div>
      <p className={styles.soft}>{t(words.nextDay)}</p>
      <div className={styles.pair}>
        {presenceField && control(presenceField)}
        {control(fields.officers)}
      </div>
      {control(fields.note)}
      {problem && (
        <p className={styles.warn} role="alert">
          {problem}
        </p>
      )}
      <div className={styles.row}>
        <Button type="submit" kind="primary" size="s" busy={busy}>
          {t(words.log)}
        </Button>
        <Button size="s" kind="quiet" onClick={onCancel}>
          {t(words.cancel)}
        </Button>
      </div>
    </form>
  )
}
