import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { notes as words } from '../messages/notes.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import styles from './notes.module.css'
import { notesApi } from './notes-api.ts'

const longest = 4000

/** Words about a measure that only one's own side sees. */
export function Notes({ measure }: { readonly measure: string }) {
  const t = useText()
  const format = useFormat()
  const queries = useQueryClient()
  const { me } = useSession()
  const [text, setText] = useState('')
  const queryKey = ['notes', measure]
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => notesApi.notes(measure, signal),
  })
  const refresh = () => queries.invalidateQueries({ queryKey })
  const add = useMutation({
    mutationFn: () => notesApi.addNote(measure, text.trim()),
    onSuccess: () => {
      setText('')
      return refresh()
    },
  })
  const remove = useMutation({ mutationFn: notesApi.removeNote, onSettled: refresh })
  return (
    <section className={styles.section} aria-label={t(words.title)}>
      <header>
        <h3>{t(words.title)}</h3>
        <span className={styles.only}>
          <Icon name="eye" size={15} />
          {t(me.audience === 'police' ? words.onlyPolice : words.onlyPlanners)}
        </span>
      </header>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={2} />}
      {data && data.length > 0 && (
        <ol className={styles.notes}>
          {data.map((note) => (
            <li key={note.id}>
              <p className={styles.meta}>
                <strong>{note.by}</strong> <time dateTime={note.at}>{format.dateTime(note.at)}</time>
                {note.mine && (
                  <IconButton
                    label={t(words.removeNote)}
                    icon={<Icon name="bin" size={15} />}
                    disabled={remove.isPending}
                    onClick={() => remove.mutate(note.id)}
                  />
                )}
              </p>
              <p className={styles.text}>{note.text}</p>
            </li>
          ))}
        </ol>
      )}
      {(add.error || remove.error) && <ErrorNote error={add.error ?? remove.error} />}
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim()) add.mutate()
        }}
      >
        <Field label={t(words.newNote)} help={t(words.newNoteHelp)}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={longest}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {text.trim() !== '' && (
          <Button type="submit" size="s" kind="primary" busy={add.isPending}>
            {t(words.addNote)}
          </Button>
        )}
      </form>
    </section>
  )
}
