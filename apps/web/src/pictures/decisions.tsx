import type { Picture } from '@trygghetskartan/api/contract-pictures'
import { useState } from 'react'
import { common } from '../messages/common.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { PoliceOnly } from './police-only.tsx'
import styles from './rows.module.css'
import { SensitiveNote } from './sensitive-note.tsx'
import { useRows } from './use-rows.ts'

/** What was agreed on at the meeting. */
export function Decisions({ picture, open }: { readonly picture: Picture; readonly open: boolean }) {
  const t = useText()
  const { add, remove, error } = useRows(picture.week, 'decisions')
  const [text, setText] = useState('')
  const [responsible, setResponsible] = useState('')
  const [internal, setInternal] = useState(false)
  return (
    <section id="decisions" className={styles.section}>
      <h3>{t(words.decisions)}</h3>
      {picture.decisions.length === 0 && <p className={styles.none}>{t(words.noDecisions)}</p>}
      <ol className={styles.rows}>
        {picture.decisions.map((row) => (
          <li key={row.id}>
            <span className={styles.words}>
              {row.text}
              {row.responsible && <small>{row.responsible}</small>}
            </span>
            {row.internal && <span className={styles.tag}>{t(words.onlyPolice)}</span>}
            {open && (
              <IconButton
                label={`${t(common.remove)}: ${row.text.slice(0, 40)}`}
                icon={<Icon name="bin" size={16} />}
                onClick={() => remove.mutate(row)}
              />
            )}
          </li>
        ))}
      </ol>
      {error && <ErrorNote error={error} />}
      {open && (
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (!text.trim()) return
            add.mutate(
              {
                text: text.trim(),
                responsible: responsible.trim() || null,
                ...(internal && { internal }),
              },
              { onSuccess: () => setText('') },
            )
          }}
        >
          <Field label={t(words.decision)}>
            {(control) => (
              <textarea
                {...control}
                maxLength={2000}
                rows={2}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <Field label={t(words.responsible)} help={t(words.ownerHelp)}>
            {(control) => (
              <input
                {...control}
                maxLength={120}
                value={responsible}
                onChange={(event) => setResponsible(event.target.value)}
              />
            )}
          </Field>
          <SensitiveNote text={text} />
          {picture.version === 'internal' && <PoliceOnly checked={internal} onChange={setInternal} />}
          <Button
            type="submit"
            icon={<Icon name="plus" size={16} />}
            disabled={!text.trim()}
            busy={add.isPending}
          >
            {t(words.addDecision)}
          </Button>
        </form>
      )}
    </section>
  )
}
