import type { UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { PoliceOnly } from './police-only.tsx'
import styles from './rows.module.css'
import { SensitiveNote } from './sensitive-note.tsx'

interface NewTaskProps {
  /** Whether it may be for the police alone. */
  readonly internal: boolean
  readonly add: UseMutationResult<unknown, Error, object>
}

/** A task to be: what, who, when. */
export function NewTask({ internal, add }: NewTaskProps) {
  const t = useText()
  const [text, setText] = useState('')
  const [owner, setOwner] = useState('')
  const [dueOn, setDueOn] = useState('')
  const [own, setOwn] = useState(false)
  const whole = text.trim() && owner.trim()
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!whole) return
        add.mutate(
          { text: text.trim(), owner: owner.trim(), dueOn: dueOn || null, ...(own && { internal: own }) },
          { onSuccess: () => setText('') },
        )
      }}
    >
      <Field label={t(words.task)}>
        {(control) => (
          <input
            {...control}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Field label={t(words.owner)} help={t(words.ownerHelp)}>
        {(control) => (
          <input
            {...control}
            maxLength={120}
            value={owner}
            onChange={(event) => setOwner(event.target.value)}
          />
        )}
      </Field>
      <Field label={t(words.due)}>
        {(control) => (
          <input {...control} type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />
        )}
      </Field>
      <SensitiveNote text={text} />
      {internal && <PoliceOnly checked={own} onChange={setOwn} />}
      <Button type="submit" icon={<Icon name="plus" size={16} />} disabled={!whole} busy={add.isPending}>
        {t(words.addTask)}
      </Button>
    </form>
  )
}
