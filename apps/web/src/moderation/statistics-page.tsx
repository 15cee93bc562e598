import type { MonthOfReports } from '@trygghetskartan/api/contract-moderation'
import { useFormat } from '../messages/format.ts'
import { moderation } from '../messages/moderation.ts'
import { moderationKeep as words } from '../messages/moderation-keep.ts'
import { useText } from '../messages/text.ts'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import styles from './keep.module.css'
import { ModerationPage } from './moderation-page.tsx'
import { useMonth } from './report-words.ts'
import { useStatistics } from './use-moderation.ts'

/** /planera/rapporter/statistik: how many reports come in, and how fast they are answered and closed. */
export function StatisticsPage() {
  const t = useText()
  return (
    <ModerationPage title={t(moderation.statistics)} lead={t(words.statisticsLead)}>
      <Statistics />
    </ModerationPage>
  )
}

const sum = (months: readonly MonthOfReports[], of: 'came' | 'late') =>
  months.reduce((all, month) => all + month[of], 0)

function Statistics() {
  const t = useText()
  const { data, error, refetch } = useStatistics()
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={9} />
  const { months } = data
  const lastYear = months.slice(0, 12)
  if (months.length === 0) return <Empty title={t(words.noMonths)} />
  return (
    <>
      <p>{t(words.summary(sum(lastYear, 'came'), sum(lastYear, 'late')))}</p>
      <Bars months={months} />
      <Table months={months} />
    </>
  )
}

/** The same as the table's first and last columns, for the eye. */
function Bars({ months }: { readonly months: readonly MonthOfReports[] }) {
  const t = useText()
  const most = Math.max(...months.map(({ came }) => came), 1)
  return (
    <div className={styles.bars} role="img" aria-label={t(words.chart)}>
      {[...months].reverse().map(({ month, came, late }) => (
        <span key={month} title={`${month.slice(0, 7)}: ${came} (${late})`}>
          <i style={{ height: `${(100 * came) / most}%` }}>
            <b style={{ height: `${came > 0 ? (100 * late) / came : 0}%` }} />
          </i>
          <small>{month.slice(5, 7) === '01' ? month.slice(0, 4) : ' '}</small>
        </span>
      ))}
    </div>
  )
}

function Table({ months }: { readonly months: readonly MonthOfReports[] }) {
  const t = useText()
  const format = useFormat()
  const monthOf = useMonth()
  const days = (value: number | null) => (value === null ? '–' : format.number(Math.round(value)))
  return (
    // A wide table scrolls by itself, and must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.scroll} tabIndex={0} aria-label={t(moderation.statistics)}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {t(words.month)}
            </th>
            <th rowSpan={2} scope="col">
              {t(words.came)}
            </th>
            <th colSpan={3} scope="colgroup">
              {t(words.firstAnswer)}
            </th>
            <th colSpan={3} scope="colgroup">
              {t(words.closing)}
            </th>
            <th rowSpan={2} scope="col">
              {t(words.late)}
            </th>
          </tr>
          <tr>
            {[0, 1].flatMap((group) =>
              [words.share, words.median, words.most].map((title) => (
                <th key={`${group} ${title.en}`} scope="col">
                  {t(title)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {months.map((one) => (
            <tr key={one.month}>
              <th scope="row">{monthOf(one.month)}</th>
              <td>{format.number(one.came)}</td>
              <td>{format.number(one.answered)}</td>
              <td>{days(one.answerMedian)}</td>
              <td>{days(one.answerMost)}</td>
              <td>{format.number(one.closed)}</td>
              <td>{days(one.closeMedian)}</td>
              <td>{days(one.closeMost)}</td>
              <td>{format.number(one.late)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
