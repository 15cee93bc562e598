import { useFormat } from '../messages/format.ts'
import { imports as own } from '../messages/imports.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Note } from '../ui/note.tsx'
import type { ImportSummary } from './import-file.ts'
import styles from './import-form.module.css'
import { RowsTable } from './rows-table.tsx'

/** More than this nobody reads here: the file of them is for that. */
const shownRejects = 20

interface ImportSummaryBoxProps {
  readonly summary: ImportSummary
  /** Nothing has been written yet. */
  readonly preview: boolean
  readonly onImport: () => void
  readonly onAnother: () => void
}

/** What a file would do, or has done, in figures, with the first of what was refused and why. */
export function ImportSummaryBox({ summary, preview, onImport, onAnother }: ImportSummaryBoxProps) {
  const t = useText()
  const format = useFormat()
  const { read, written, unchanged, removed, refused, rejects } = summary
  const nothing = written + removed === 0
  const figures = [
    { title: own.read, value: read },
    { title: preview ? own.wouldWrite : own.written, value: written, tone: 'good' },
    { title: own.unchanged, value: unchanged },
    { title: preview ? own.wouldRemove : own.removed, value: removed, tone: removed > 0 ? 'warning' : '' },
    { title: own.refused, value: refused, tone: refused > 0 ? 'danger' : '' },
  ]
  return (
    <section className={styles.told} aria-label={t(preview ? own.previewTitle : own.doneTitle)}>
      <Note tone={preview ? 'info' : 'good'} title={t(preview ? own.previewTitle : own.doneTitle)}>
        {t(preview ? (nothing ? own.previewNothing : own.previewHelp) : own.doneHelp)}
      </Note>
      <dl className={styles.figures}>
        {figures.map(({ title, value, tone }) => (
          <div key={title.en} data-tone={tone || undefined}>
            <dt>{t(title)}</dt>
            <dd>{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      {rejects.length > 0 && (
        <>
          <h4>{t(own.firstRejects(Math.min(shownRejects, rejects.length), format.number(refused)))}</h4>
          <RowsTable
            label={t(own.refused)}
            rows={rejects.slice(0, shownRejects).map((reject, at) => ({ ...reject, at }))}
            keyOf={({ at }) => at}
            columns={[
              { title: t(own.line), cell: ({ line }) => (line === undefined ? '–' : format.number(line)) },
              { title: t(own.element), cell: ({ element }) => element ?? '–' },
              { title: t(own.reason), cell: ({ message }) => t(message) },
            ]}
          />
        </>
      )}
      <div className={styles.buttons}>
        {preview && !nothing && (
          <Button kind="primary" onClick={onImport}>
            {t(own.importNow(format.number(written)))}
          </Button>
        )}
        <Button onClick={onAnother}>{t(own.another)}</Button>
      </div>
    </section>
  )
}
