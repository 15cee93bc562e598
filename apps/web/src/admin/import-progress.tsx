import { common } from '../messages/common.ts'
import { useFormat } from '../messages/format.ts'
import { imports as own } from '../messages/imports.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import type { ImportStage } from './import-file.ts'
import styles from './import-form.module.css'

interface ImportProgressBarProps {
  readonly stage: ImportStage
  /** Bytes of the file. */
  readonly size: number
  readonly preview: boolean
  readonly onStop: () => void
}

/** How far a file has come: sent, read, written; it can be stopped at any time. */
export function ImportProgressBar({ stage, size, preview, onStop }: ImportProgressBarProps) {
  const t = useText()
  const format = useFormat()
  const { sent, progress } = stage
  const writing = progress?.phase === 'write'
  const share = writing
    ? progress.total
      ? progress.objects / progress.total
      : undefined
    : Math.max(sent * 0.3, progress && size > 0 ? Math.min(1, progress.bytes / size) : 0)
  const objects = progress ? format.number(progress.objects) : ''
  const told = !progress
    ? own.sending(format.number(Math.round(sent * 100)))
    : writing
      ? own.writing(objects)
      : own.reading(objects)
  return (
    <div className={styles.progress}>
      <p>{t(told)}</p>
      <progress aria-label={t(preview ? own.preview : own.bringIn)} max={1} value={share} />
      <Button size="s" onClick={onStop}>
        {t(common.cancel)}
      </Button>
    </div>
  )
}
