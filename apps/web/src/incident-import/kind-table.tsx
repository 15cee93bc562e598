import type { IncidentMapping, IncidentSummary } from '@trygghetskartan/api/contract-incidents'
import { RowsTable } from '../admin/rows-table.tsx'
import { useFormat } from '../messages/format.ts'
import { incidentImport as words } from '../messages/incident-import.ts'
import { useText } from '../messages/text.ts'
import styles from './incident-import-page.module.css'
import { useKinds } from './mapping-settings.tsx'

interface KindTableProps {
  readonly kinds: IncidentSummary['kinds']
  readonly mapping: IncidentMapping
  readonly onChange: (mapping: IncidentMapping) => void
}

/** More than these nobody maps by hand in one go. */
const shown = 200

/** What the file calls its incidents, and what each is imported as: those not known first. */
export function KindTable({ kinds, mapping, onChange }: KindTableProps) {
  const t = useText()
  const format = useFormat()
  const known = useKinds()
  const turn = ({ code, sure }: KindTableProps['kinds'][number]) => (code === null ? 0 : sure ? 2 : 1)
  const rows = [...kinds].sort((a, b) => turn(a) - turn(b) || b.count - a.count).slice(0, shown)
  const unsure = kinds.some(({ sure }) => !sure)
  const map = (text: string, code: string) => {
    const { [text]: _, ...others } = mapping.kinds
    onChange({ ...mapping, kinds: code === '' ? others : { ...others, [text]: code } })
  }
  return (
    <details className={styles.card} open={unsure}>
      <summary>{t(words.kindsTitle)}</summary>
      <RowsTable
        label={t(words.kindsTitle)}
        rows={rows}
        keyOf={({ text }) => text}
        columns={[
          {
            title: t(words.inFile),
            cell: ({ text }) => <strong>{text === '' ? t(words.noText) : text}</strong>,
          },
          { title: t(words.count), figures: true, cell: ({ count }) => format.number(count) },
          {
            title: t(words.readsAs),
            cell: ({ text, code, sure }) => {
              const value = mapping.kinds[text] ?? code ?? ''
              return text === '' ? (
                <span className={styles.help}>{t(words.unknown)}</span>
              ) : (
                <span className={styles.kind}>
                  <select
                    className={styles.select}
                    aria-label={t(words.readsAsOf(text))}
                    value={value}
                    data-unknown={value === '' || undefined}
                    onChange={(event) => map(text, event.target.value)}
                  >
                    <option value="">{t(words.unknown)}</option>
                    {known.map((kind) => (
                      <option key={kind.code} value={kind.code}>
                        {t(kind.title)}
                      </option>
                    ))}
                  </select>
                  {!sure && value !== '' && mapping.kinds[text] === undefined && (
                    <small className={styles.help}>{t(words.guessed)}</small>
                  )}
                </span>
              )
            },
          },
        ]}
      />
    </details>
  )
}
