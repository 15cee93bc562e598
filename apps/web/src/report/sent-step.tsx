import { receipt as words } from '../messages/receipt.ts'
import { useWords } from '../messages/wording.ts'
import type { Entry } from '../outbox/entry.ts'
import { ReceiptCard } from '../receipts/receipt-card.tsx'
import { receiptPath } from '../receipts/receipt-code.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import styles from './steps.module.css'

interface SentStepProps {
  readonly code: string
  /** Where it stands in the outbox; undefined once the outbox has it no more. */
  readonly entry: Entry | undefined
  /** The outbox has been read. */
  readonly known: boolean
  readonly reachable: boolean
  readonly onCorrect: (entry: Entry) => void
  readonly onDiscard: (entry: Entry) => void
  readonly onAnother: () => void
}

/** The receipt: there at once, and what has become of the sending. */
export function SentStep({ code, entry, known, reachable, onCorrect, onDiscard, onAnother }: SentStepProps) {
  const t = useWords()
  if (entry?.state === 'failed')
    return (
      <Note
        tone="danger"
        title={t(words.refused)}
        actions={
          <>
            <Button onClick={() => onCorrect(entry)}>{t(words.correct)}</Button>
            <Button kind="quiet" onClick={() => onDiscard(entry)}>
              {t(words.discard)}
            </Button>
          </>
        }
      >
        <p>{entry.trouble?.title}</p>
        <p>{entry.trouble?.detail}</p>
      </Note>
    )
  const arrived = known && (entry === undefined || entry.state === 'sent')
  // The server was reached and had no room, or no time.
  const delay = reachable && entry?.state === 'waiting' && entry.trouble?.status ? entry.trouble : null
  const [standing, help] = arrived
    ? [words.sent, words.sentHelp]
    : delay
      ? [words.delayed, words.delayedHelp]
      : reachable
        ? [words.sending, words.sendingHelp]
        : [words.saved, words.savedHelp]
  return (
    <>
      <div role="status" className={styles.standing} data-arrived={arrived || undefined}>
        <Icon name={arrived ? 'check' : 'clock'} size={22} />
        <div>
          <strong>{t(standing)}</strong>
          <p>{t(help)}</p>
          {delay && <p>{t(words.serverSaid(delay.detail ?? delay.title ?? String(delay.status)))}</p>}
        </div>
      </div>
      {arrived && entry?.trouble && (
        <Note tone="warning" title={t(words.photoRefused)}>
          <p>{entry.trouble.title}</p>
          <p>{entry.trouble.detail}</p>
        </Note>
      )}
      <ReceiptCard code={code} />
      <div className={styles.buttons}>
        {arrived && (
          <a className={styles.bigLink} href={receiptPath(code)}>
            {t(words.open)}
          </a>
        )}
        <Button kind="quiet" onClick={onAnother}>
          {t(words.another)}
        </Button>
      </div>
    </>
  )
}
