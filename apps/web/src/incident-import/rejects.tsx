import type { IncidentSummary } from '@trygghetskartan/api/contract-incidents'
import { RowsTable } from '../admin/rows-table.tsx'
import { useFormat } from '../messages/format.ts'
import { incidentImport as words } from '../messages/incident-import.ts'
import { useText } from '../messages/text.ts'
import styles from './incident-import-page.module.css'

/** More than this nobody reads here: the file of them is for that. */
const shown = 20

/** The first of the rows that are refused, with line and reason. */
export function Rejects({ summary: { rejects, refused } }: { readonly summary: IncidentSummary }) {
  const t = useText()
  const format = useFormat()
  if (rejects.length === 0) return null
  return (
    <section className={styles.card}>
      <h3>{t(words.firstRejects(Math.min(shown, rejects.length), format.number(refused)))}</h3>
      <RowsTable
        label={t(words.refusedRows)}
        rows={rejects.slice(0, shown).map((reject, at) => ({ ...reject, at }))}
        keyOf={({ at }) => at}
        columns={[
          { title: t(words.line), cell: ({ line }) => (line === undefined ? '–' : format.number(line)) },
          { title: t(words.reason), cell: ({ message }) => t(message) },
        ]}
      />
    </section>
  )
}
