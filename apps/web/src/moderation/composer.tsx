import type { ModeratedReport, ReportStep } from '@trygghetskartan/api/contract-moderation'
import { useId, useRef, useState } from 'react'
import { flow } from '../messages/moderation-flow.ts'
import { reportWords as words } from '../messages/moderation-report.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote, Note } from '../ui/note.tsx'
import styles from './report.module.css'
import { useKept } from './use-kept.ts'
import { useSteps, useTemplates } from './use-moderation.ts'

type Kind = 'ask' | 'reply' | 'decline'
const help = { ask: words.askHelp, reply: words.replyHelp, decline: words.declineHelp } as const

/** A question, an answer or a refusal with its reason, begun with a template where there is one. */
export function Composer({ report }: { readonly report: ModeratedReport }) {
  const t = useText()
  const id = useId()
  const announce = useAnnounce()
  const { data: templates = [] } = useTemplates()
  const { take, busy, error } = useSteps(report)
  const [kind, setKind] = useState<Kind>('reply')
  const [text, setText, forgetText] = useKept(`message ${report.id}`, () => '')
  const [empty, setEmpty] = useState(false)
  // How far the talk had come when one began to write.
  const [read, setRead] = useState<number | null>(null)
  const [talked, setTalked] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const write = (next: string) => {
    setText(next)
    setEmpty(false)
    if (read === null) setRead(report.messages.length)
  }
  const [handled, setHandled] = useState(false)
  const [everyone, setEveryone] = useState(false)
  const isClosed = report.state === 'handled' || report.state === 'declined'
  const kinds: Kind[] = report.publicPlace || isClosed ? ['ask', 'reply'] : ['ask', 'reply', 'decline']
  const language = report.language ?? 'sv'
  const step: Readonly<Record<Kind, ReportStep>> = {
    ask: { step: 'ask', text },
    reply: { step: 'answer', text, handled, everyone },
    decline: { step: 'decline', text },
  }
  const send = async () => {
    const isEmpty = text.trim() === ''
    const isBehind = read !== null && report.messages.length > read
    setEmpty(isEmpty)
    setTalked(isBehind)
    setRead(isEmpty ? null : report.messages.length)
    if (isEmpty) field.current?.focus()
    if (isEmpty || isBehind || !(await take(step[kind]))) return
    forgetText()
    setRead(null)
    setHandled(false)
    announce(t(words.sent), { show: true })
  }
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <fieldset className={styles.kinds}>
        <legend className="sr-only">{t(words.kind)}</legend>
        {kinds.map((one) => (
          <label key={one}>
            <input type="radio" name={id} checked={kind === one} onChange={() => setKind(one)} />
            {t(words[one])}
          </label>
        ))}
      </fieldset>
      {templates.length > 0 && (
        <Field label={t(words.template)}>
          {(control) => (
            <select
              {...control}
              value=""
              onChange={(event) => {
                const chosen = templates.find((one) => one.id === event.target.value)
                if (chosen) write([text.trim(), chosen[language]].filter(Boolean).join('\n\n'))
              }}
            >
              <option value="">{t(words.noTemplate)}</option>
              {templates.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field
        label={t(words.text)}
        error={empty ? t(flow.writeFirst) : undefined}
        help={`${t(help[kind])}${report.language ? ` ${t(language === 'en' ? words.readsEnglish : words.reads)}` : ''}`}
      >
        {(control) => (
          <textarea
            {...control}
            ref={field}
            rows={4}
            maxLength={2000}
            lang={language}
            value={text}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </Field>
      {kind === 'reply' && (
        <div className={styles.checks}>
          {!isClosed && (
            <label>
              <input
                type="checkbox"
                checked={handled}
                onChange={(event) => setHandled(event.target.checked)}
              />
              {t(words.handled)}
            </label>
          )}
          {report.others.length > 0 && (
            <label>
              <input
                type="checkbox"
                checked={everyone}
                onChange={(event) => setEveryone(event.target.checked)}
              />
              {t(words.everyone(report.others.length + 1))}
            </label>
          )}
        </div>
      )}
      {talked && (
        <Note tone="warning" title={t(flow.talked)}>
          <p>{t(flow.talkedHelp)}</p>
        </Note>
      )}
      {error !== null && <ErrorNote error={error} />}
      <div className={styles.buttons}>
        <Button type="submit" kind={kind === 'decline' ? 'danger' : 'primary'} busy={busy}>
          {t(kind === 'decline' ? words.sendDecline : words.send)}
        </Button>
      </div>
    </form>
  )
}
