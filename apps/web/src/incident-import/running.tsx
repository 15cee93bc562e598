import { common } from '../messages/common.ts'
import { useFormat } from '../messages/format.ts'
import { incidentImport as words } from '../messages/incident-import.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import styles from './incident-import-page.module.css'
import type { Wizard } from './use-wizard.ts'

interface RunningProps {
  readonly running: NonNullable<Wizard['running']>
  /** Bytes of the file. */
  readonly size: number
  readonly onStop: () => void
}

/** How far it has come, and the way to stop it. */
export function Running({ running: { what, stage }, size, onStop }: RunningProps) {
  const t = useText()
  const format = useFormat()
  const { sent, progress } = stage
  const rows = format.number(progress?.objects ?? 0)
  const told =
    what === 'send'
      ? words.sending(format.number(Math.round((sent ?? 0) * 100)))
      : progress?.phase !== 'write'
        ? words.reading(rows)
        : what === 'preview'
          ? words.comparing(rows)
          : words.writing(rows)
  const share =
    what === 'send'
      ? (sent ?? 0)
      : progress?.phase === 'write'
        ? 0.4 + 0.6 * (progress.objects / (progress.total || 1))
        : 0.4 * Math.min(1, (progress?.bytes ?? 0) / (size || 1))
  return (
    <div className={styles.running} role="status">
      <p>{t(told)}</p>
      <progress aria-label={t(told)} max={1} value={share} />
      <Button onClick={onStop}>{t(common.cancel)}</Button>
    </div>
  )
}
