import type { SectionData, WeekCount } from '@trygghetskartan/api/contract-pictures'
import type { ReactNode } from 'react'
import { useFormat } from '../messages/format.ts'
import { verdicts } from '../messages/picture-kinds.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import styles from './blocks.module.css'

/** The key figures of the week. */
export function SummaryBlock({ data }: { readonly data: SectionData }) {
  const t = useText()
  const format = useFormat()
  const { incidents, reports, observations, measureCounts } = data
  return (
    <div className={styles.keys}>
      {incidents && <CountKey title={t(words.incidents)} count={incidents} />}
      {!incidents && data.sharedTotal !== undefined && (
        <Key title={t(words.incidents)} n={data.sharedTotal === null ? '–' : format.number(data.sharedTotal)}>
          <span>
            {data.sharedTotal === null
              ? t(words.withheld)
              : data.sharedTotalBefore != null && t(words.weekBefore(format.number(data.sharedTotalBefore)))}
          </span>
        </Key>
      )}
      {reports && <CountKey title={t(words.reports)} count={reports} />}
      {observations && <CountKey title={t(words.observations)} count={observations} />}
      {measureCounts && (
        <Key title={t(words.measuresDone)} n={format.number(measureCounts.done)}>
          {measureCounts.late > 0 && <span>{t(words.measuresLate(measureCounts.late))}</span>}
        </Key>
      )}
    </div>
  )
}

function CountKey({ title, count }: { readonly title: string; readonly count: WeekCount }) {
  const t = useText()
  const format = useFormat()
  const { n, before, recent, same, sameWeeks, verdict } = count
  return (
    <Key title={title} n={format.number(n)} verdict={verdict}>
      <span>{t(words.weekBefore(format.number(before)))}</span>
      <span>{t(words.recentMean(format.number(Math.round(recent * 10) / 10)))}</span>
      <span>
        {same === null
          ? t(words.noSame)
          : t(words.sameMean(format.number(Math.round(same * 10) / 10), sameWeeks))}
      </span>
    </Key>
  )
}

interface KeyProps {
  readonly title: string
  readonly n: string
  readonly verdict?: WeekCount['verdict']
  readonly children?: ReactNode
}

function Key({ title, n, verdict, children }: KeyProps) {
  const t = useText()
  return (
    <div className={styles.key}>
      <h4>{title}</h4>
      <p className={styles.big}>
        {n}
        {verdict && verdict !== 'same' && verdict !== 'few' && (
          <span className={styles.verdict} data-verdict={verdict}>
            {t(verdicts[verdict])}
          </span>
        )}
      </p>
      <p className={styles.beside}>{children}</p>
    </div>
  )
}
