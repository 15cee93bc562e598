import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { shares as words } from '../messages/shared-plan.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Note } from '../ui/note.tsx'
import { Switch } from '../ui/switch.tsx'
import styles from './shares.module.css'
import { sharesApi } from './shares-api.ts'

const spans = [1, 7, 14, 30, 90] as const

interface NewShareProps {
  readonly plan: string
  readonly onMade: () => void
}

/** Makes a link, and shows it this once. */
export function NewShare({ plan, onMade }: NewShareProps) {
  const t = useText()
  const switchId = useId()
  const [days, setDays] = useState<number>(14)
  const [withCosts, setWithCosts] = useState(false)
  const make = useMutation({
    mutationFn: () => sharesApi.make(plan, { days, withCosts }),
    onSuccess: onMade,
  })
  if (make.data) return <MadeLink path={make.data.path} onDone={make.reset} />
  return (
    <form
      className={styles.new}
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate()
      }}
    >
      {make.error && <ErrorNote error={make.error} />}
      <Field label={t(words.days)}>
        {(control) => (
          <select {...control} value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {spans.map((span) => (
              <option key={span} value={span}>
                {t(words.forDays(span))}
              </option>
            ))}
          </select>
        )}
      </Field>
      <label className={styles.switch} htmlFor={switchId}>
        <Switch id={switchId} checked={withCosts} onChange={(event) => setWithCosts(event.target.checked)} />
        {t(words.withCosts)}
      </label>
      <Button
        type="submit"
        size="s"
        kind="primary"
        icon={<Icon name="link" size={16} />}
        busy={make.isPending}
      >
        {t(words.make)}
      </Button>
    </form>
  )
}

function MadeLink({ path, onDone }: { readonly path: string; readonly onDone: () => void }) {
  const t = useText()
  const announce = useAnnounce()
  const [copied, setCopied] = useState(false)
  const link = new URL(path, location.origin).href
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => {
        setCopied(true)
        announce(t(words.linkCopied))
      },
      () => announce(t(words.copyFailed), { show: true }),
    )
  return (
    <div className={styles.new}>
      <Note tone="warning" title={t(words.once)}>
        {t(words.onceHelp)}
      </Note>
      <Field label={t(words.link)}>
        {(control) => <input {...control} readOnly value={link} onFocus={(event) => event.target.select()} />}
      </Field>
      <div className={styles.buttons}>
        <Button
          size="s"
          kind="primary"
          icon={<Icon name={copied ? 'check' : 'copy'} size={16} />}
          onClick={() => void copy()}
        >
          {t(copied ? words.copied : words.copy)}
        </Button>
        <Button size="s" onClick={onDone}>
          {t(words.done)}
        </Button>
      </div>
    </div>
  )
}
