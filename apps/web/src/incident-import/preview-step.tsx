import type { IncidentMapping, IncidentSummary } from '@trygghetskartan/api/contract-incidents'
import { useFormat } from '../messages/format.ts'
import { incidentImport as words } from '../messages/incident-import.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import { Figures } from './figures.tsx'
import styles from './incident-import-page.module.css'
import { KeepMapping } from './keep-mapping.tsx'
import { KindTable } from './kind-table.tsx'
import { Noticed } from './noticed.tsx'
import { Rejects } from './rejects.tsx'
import type { Wizard } from './use-wizard.ts'

/** What would come of the file, what is to be seen of it, and the ways to put that right. */
export function PreviewStep({ wizard }: { readonly wizard: Wizard }) {
  const t = useText()
  const { preview, mapping, changed } = wizard
  if (!preview || !mapping) return null
  const { summary } = preview
  const stops = summary.problems.some((problem) => problem.stops)
  const nothing = summary.added + summary.corrected === 0
  return (
    <div className={styles.step}>
      <Note tone={stops ? 'danger' : 'info'} title={t(words.previewTitle)}>
        {t(stops ? words.previewStops : nothing ? words.previewNothing : words.previewHelp)}
      </Note>
      {!stops && <Figures summary={summary} />}
      <Noticed summary={summary} mapping={mapping} onChange={wizard.change} />
      {mapping.columns.kind !== undefined && !stops && (
        <KindTable kinds={summary.kinds} mapping={mapping} onChange={wizard.change} />
      )}
      <Rejects summary={summary} />
      {!stops && <KeepMapping mapping={mapping} />}
      {changed && <Note tone="warning">{t(words.changedSince)}</Note>}
      <div className={styles.buttons}>
        <ImportButton
          wizard={wizard}
          summary={summary}
          mapping={mapping}
          may={!stops && !nothing && !changed}
        />
        {(changed || stops) && (
          <Button kind="primary" icon={<Icon name="eye" />} onClick={() => void wizard.look()}>
            {t(words.again)}
          </Button>
        )}
        <Button onClick={wizard.toColumns}>{t(words.back)}</Button>
        <Button onClick={wizard.restart}>{t(words.another)}</Button>
      </div>
    </div>
  )
}

interface ImportButtonProps {
  readonly wizard: Wizard
  readonly summary: IncidentSummary
  readonly mapping: IncidentMapping
  readonly may: boolean
}

function ImportButton({ wizard, summary, mapping, may }: ImportButtonProps) {
  const t = useText()
  const format = useFormat()
  if (!may) return null
  const n = format.number(summary.added + summary.corrected)
  return (
    <Button kind="primary" icon={<Icon name="upload" />} onClick={() => void wizard.take()}>
      {t(mapping.withdraws ? words.withdrawNow(n) : words.importNow(n))}
    </Button>
  )
}
