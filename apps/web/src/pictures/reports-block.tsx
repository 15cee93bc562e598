import type { ReportsData, SectionData } from '@trygghetskartan/api/contract-pictures'
import { useFormat } from '../messages/format.ts'
import { reasonTitles } from '../messages/picture-kinds.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { areaName } from './area-name.ts'
import styles from './blocks.module.css'

/** Reports of residents by what makes a place unsafe and by area, and what the field has seen. */
export function ReportsBlock({ data }: { readonly data: SectionData }) {
  const t = useText()
  const { reportTotal, byReason = [], byPlace = [], observed } = data
  if (!reportTotal) return null
  return (
    <div className={styles.two}>
      <section>
        <h4>{t(words.reports)}</h4>
        {reportTotal.n === 0 && <p className={styles.small}>{t(words.noReports)}</p>}
        <Bars
          rows={byReason.map(({ reason, count }) => ({
            key: reason,
            title: t(reasonTitles[reason] ?? { sv: reason, en: reason }),
            n: count.n,
            before: count.before,
          }))}
        />
        {byPlace.length > 0 && (
          <p className={styles.small}>
            {byPlace.map(({ area, n }) => `${t(areaName(area))} ${n}`).join(' · ')}
          </p>
        )}
      </section>
      {observed && <Observed observed={observed} />}
    </div>
  )
}

function Observed({ observed }: { readonly observed: NonNullable<ReportsData['observed']> }) {
  const t = useText()
  return (
    <section>
      <h4>{t(words.observations)}</h4>
      {observed.byKind.length === 0 && <p className={styles.small}>{t(words.noObservations)}</p>}
      <Bars rows={observed.byKind.map(({ kind, n }) => ({ key: kind.en, title: t(kind), n }))} />
    </section>
  )
}

interface BarsProps {
  readonly rows: readonly { key: string; title: string; n: number; before?: number }[]
}

function Bars({ rows }: BarsProps) {
  const format = useFormat()
  const most = Math.max(1, ...rows.map(({ n }) => n))
  return (
    <ul className={styles.bars}>
      {rows.map(({ key, title, n, before }) => (
        <li key={key}>
          <span>{title}</span>
          <span className={styles.number}>
            {format.number(n)}
            {before !== undefined && <small> ({format.number(before)})</small>}
          </span>
          <span className={styles.bar} aria-hidden="true">
            <span style={{ width: `${(100 * n) / most}%` }} />
          </span>
        </li>
      ))}
    </ul>
  )
}
