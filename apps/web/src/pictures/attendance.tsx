import type { Picture } from '@trygghetskartan/api/contract-pictures'
import { useState } from 'react'
import { common } from '../messages/common.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import styles from './rows.module.css'
import { useRows } from './use-rows.ts'

/** Who took part in the meeting: organisations and functions. */
export function Attendance({ picture, open }: { readonly picture: Picture; readonly open: boolean }) {
  const t = useText()
  const { add, change, remove, error } = useRows(picture.week, 'attendance')
  const [organisation, setOrganisation] = useState('')
  const [role, setRole] = useState('')
  const whole = organisation.trim() && role.trim()
  return (
    <section id="attendance" className={styles.section}>
      <h3>{t(words.attendance)}</h3>
      {picture.attendance.length === 0 && <p className={styles.none}>{t(words.noAttendance)}</p>}
      <ul className={styles.rows}>
        {picture.attendance.map((row) => (
          <li key={row.id} data-faint={!row.present || undefined}>
            <span className={styles.words}>
              <strong>{row.organisation}</strong> {row.function}
            </span>
            {open ? (
              <label className={styles.check}>
                <input
                  type="checkbox"
                  checked={row.present}
                  onChange={(event) => change.mutate({ row, change: { present: event.target.checked } })}
                />
                {t(words.present)}
              </label>
            ) : (
              <span className={styles.tag}>{t(row.present ? words.present : words.absent)}</span>
            )}
            {open && (
              <IconButton
                label={`${t(common.remove)}: ${row.organisation}`}
                icon={<Icon name="bin" size={16} />}
                onClick={() => remove.mutate(row)}
              />
            )}
          </li>
        ))}
      </ul>
      {error && <ErrorNote error={error} />}
      {open && (
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!whole) return
            add.mutate(
              { organisation: organisation.trim(), function: role.trim() },
              { onSuccess: () => setRole('') },
            )
          }}
        >
          <Field label={t(words.organisation)}>
            {(control) => (
              <input
                {...control}
                maxLength={120}
                value={organisation}
                onChange={(event) => setOrganisation(event.target.value)}
              />
            )}
          </Field>
          <Field label={t(words.function)} help={t(words.functionHelp)}>
            {(control) => (
              <input
                {...control}
                maxLength={120}
                value={role}
                onChange={(event) => setRole(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" icon={<Icon name="plus" size={16} />} disabled={!whole} busy={add.isPending}>
            {t(words.addAttendance)}
          </Button>
        </form>
      )}
    </section>
  )
}
