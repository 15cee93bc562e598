import { reporter as words } from '../messages/reporter.ts'
import { useText } from '../messages/text.ts'
import type { Entry } from '../outbox/entry.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './sent-bar.module.css'

interface SentBarProps {
  readonly what: string
  readonly entry: Entry
  readonly onUndo: () => void
  readonly onClose: () => void
}

/** What became of the entry just logged, and the way to take it back. */
export function SentBar({ what, entry, onUndo, onClose }: SentBarProps) {
  const t = useText()
  const sent = entry.state === 'sent'
  return (
    <div className={styles.bar} data-sent={sent || undefined}>
      <Icon name={sent ? 'check' : 'clock'} size={22} />
      <p role="status">
        <strong>{t(sent ? words.arrived : words.kept)}</strong>
        <span>{sent ? what : `${what}. ${t(words.keptHelp)}`}</span>
      </p>
      <Button onClick={onUndo}>{t(words.undo)}</Button>
      <IconButton label={t(words.dismiss)} icon={<Icon name="close" />} onClick={onClose} />
    </div>
  )
}
