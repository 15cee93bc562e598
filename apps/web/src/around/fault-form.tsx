import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ProblemError } from '../api.ts'
import { accessibility as words } from '../messages/accessibility.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote, Note } from '../ui/note.tsx'
import styles from './around.module.css'
import { reportFault } from './around-api.ts'

const empty = { page: '', what: '', aid: '' }

/** A fault in accessibility, reported without a name. What was typed stays until it has been kept. */
export function FaultForm() {
  const t = useText()
  const [said, setSaid] = useState(empty)
  const [asked, setAsked] = useState(false)
  const id = useRef(crypto.randomUUID())
  const form = useRef<HTMLFormElement>(null)
  const done = useRef<HTMLDivElement>(null)
  const send = useMutation({
    mutationFn: () =>
      reportFault(id.current, {
        page: said.page,
        what: said.what,
        ...(said.aid.trim() && { aid: said.aid }),
      }),
  })
  useEffect(() => {
    if (send.isSuccess) done.current?.focus()
  }, [send.isSuccess])
  const refused = (send.error instanceof ProblemError ? (send.error.problem.errors ?? []) : []).filter(
    ({ field }) => field in empty,
  )
  const errorOf = (name: keyof typeof empty) =>
    refused.find(({ field }) => field === name)?.message ??
    (asked && name !== 'aid' && said[name].trim() === '' ? t(words.needed) : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    const first = (['page', 'what'] as const).find((name) => said[name].trim() === '')
    if (first) form.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus()
    else send.mutate()
  }
  const bind = (name: keyof typeof empty, longest: number) => ({
    name,
    value: said[name],
    maxLength: longest,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      setSaid({ ...said, [name]: target.value }),
  })
  if (send.isSuccess)
    return (
      <section className={styles.card}>
        <div ref={done} tabIndex={-1} role="status">
          <Note tone="good" title={t(words.sent)}>
            <p>{t(words.sentHelp)}</p>
          </Note>
        </div>
        <div>
          <Button
            onClick={() => {
              id.current = crypto.randomUUID()
              setSaid(empty)
              setAsked(false)
              send.reset()
            }}
          >
            {t(words.again)}
          </Button>
        </div>
      </section>
    )
  return (
    <section className={styles.card} aria-labelledby="fault">
      <div>
        <h3 id="fault">{t(words.form)}</h3>
        <p className={styles.soft}>{t(words.formHelp)}</p>
      </div>
      <form ref={form} noValidate className={styles.items} onSubmit={submit}>
        <Field label={t(words.page)} help={t(words.pageHelp)} error={errorOf('page')} required>
          {(control) => <input {...control} {...bind('page', 200)} />}
        </Field>
        <Field label={t(words.what)} error={errorOf('what')} required>
          {(control) => <textarea {...control} {...bind('what', 2000)} rows={4} />}
        </Field>
        <Field label={t(words.aid)} help={t(words.aidHelp)} error={errorOf('aid')}>
          {(control) => <input {...control} {...bind('aid', 200)} />}
        </Field>
        {send.error && refused.length === 0 && <ErrorNote error={send.error} />}
        <div>
          <Button type="submit" kind="primary" busy={send.isPending}>
            {t(words.send)}
          </Button>
        </div>
      </form>
    </section>
  )
}
