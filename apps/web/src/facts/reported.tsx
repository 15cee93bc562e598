import type { FactsAnswer } from '@trygghetskartan/api/contract-siting'
import { facts as words } from '../messages/facts.ts'
import { useFormat } from '../messages/format.ts'
import { reasonTitles } from '../messages/proposal-kinds.ts'
import { useText } from '../messages/text.ts'
import { away } from './away.ts'
import styles from './facts.module.css'

const most = 6

/** What people have said of a place: reports, survey answers and walks. */
export function Reported({ recorded }: { readonly recorded: FactsAnswer }) {
  const t = useText()
  const format = useFormat()
  const { reports, surveys, walks } = recorded
  return (
    <>
      {reports.length > 0 && (
        <>
          <p>
            <strong>{t(words.reports(reports.length))}</strong>
          </p>
          <ul className={styles.told}>
            {reports.slice(0, most).map((report) => (
              <li key={report.id}>
                <span>
                  {format.list(
                    report.reasons.map((reason) => t(reasonTitles[reason] ?? reasonTitles.other!)),
                  )}
                </span>
                <small>
                  {format.shortDate(report.receivedOn)} · {away(report.metres, t, format)}
                </small>
                {report.words && <q>{report.words}</q>}
              </li>
            ))}
          </ul>
          {reports.length > most && <p className={styles.soft}>{t(words.more(reports.length - most))}</p>}
        </>
      )}
      {surveys.map(({ id, title, year, shareUnsafe, respondents }) => (
        <p key={id} className={styles.soft}>
          {t(words.survey(title, year, format.number(shareUnsafe), respondents))}
        </p>
      ))}
      {walks.map(({ id, title, walkedOn }) => (
        <p key={id} className={styles.soft}>
          {t(words.walk(title, walkedOn ? format.shortDate(walkedOn) : ''))}
        </p>
      ))}
    </>
  )
}
