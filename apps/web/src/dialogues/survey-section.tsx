import { useQuery } from '@tanstack/react-query'
import type { SurveyAnswer, SurveyChange, SurveyQuestion } from '@trygghetskartan/api/contract-dialogues'
import { call } from '../api.ts'
import { dialogues as words } from '../messages/dialogues.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import styles from './dialogues.module.css'
import { ShareChart } from './share-chart.tsx'

const readSurvey = (area: string, signal: AbortSignal) =>
  call<SurveyAnswer>('GET', `/api/surveys?${new URLSearchParams({ area })}`, { signal })

/** What residents of an area answered to each question over the years, with how certain it is. */
export function SurveySection({ area }: { readonly area: string }) {
  const t = useText()
  const { me } = useSession()
  const { data, error, refetch } = useQuery({
    queryKey: ['surveys', area],
    queryFn: ({ signal }) => readSurvey(area, signal),
  })
  return (
    <section className={styles.section} aria-label={t(words.survey)}>
      <h3>{t(words.survey)}</h3>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} />}
      {data?.questions.length === 0 && <p className={styles.soft}>{t(words.noSurvey)}</p>}
      {data && data.questions.length > 0 && (
        <>
          <p className={styles.soft}>{t(words.surveyHelp)}</p>
          {data.questions.map((question) => (
            <Question key={question.question} question={question} />
          ))}
          {data.questions.some(isThin) && <p className={styles.soft}>{t(words.lowResponse)}</p>}
          {(me.audience === 'planner' || data.questions.some(isSuppressed)) && (
            <p className={styles.soft}>{t(words.suppression(data.least, data.few))}</p>
          )}
        </>
      )}
    </section>
  )
}

/** Fewer than half of those who were asked have answered. */
const isThin = ({ years }: SurveyQuestion) => years.some(({ responseRate }) => (responseRate ?? 100) < 50)
const isSuppressed = ({ years }: SurveyQuestion) => years.some(({ suppressed }) => suppressed)

function Question({ question }: { readonly question: SurveyQuestion }) {
  const t = useText()
  const format = useFormat()
  const { years, changes, whole } = question
  const percent = (value: number | null) => (value === null ? '' : format.percent(value))
  const last = changes.at(-1)
  return (
    <section className={styles.question} aria-label={question.question}>
      <h4>{question.question}</h4>
      <ShareChart years={years} />
      {last && <Change change={last} />}
      {whole && <Change change={whole} />}
      <table className={styles.table}>
        <thead>
          <tr>
            {[words.year, words.share, words.interval, words.answers, words.responseRate].map((title) => (
              <th key={title.en} scope="col">
                {t(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.toReversed().map(({ year, share, low, high, n, responseRate, suppressed }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {share === null ? (
                <td colSpan={4}>{t(words.suppressed)}</td>
              ) : (
                <>
                  <td>
                    {percent(share)}
                    {suppressed && <small>{t(words.suppressedForOthers)}</small>}
                  </td>
                  <td>
                    {format.number(low ?? 0)}–{percent(high)}
                  </td>
                  <td>{n}</td>
                  <td>{percent(responseRate)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A change in words, with its interval: what chance can explain is said to be so. */
function Change({ change }: { readonly change: SurveyChange }) {
  const t = useText()
  const format = useFormat()
  const { from, to, difference, low, high, byChance } = change
  const signed = (value: number) =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${format.number(Math.abs(value))}`
  const told = byChance
    ? words.byChance(signed(difference), from, to)
    : difference < 0
      ? words.less(format.number(-difference), from, to)
      : words.more(format.number(difference), from, to)
  return (
    <p className={styles.change} data-certain={!byChance || undefined}>
      {t(told)} <span>{t(words.changeInterval(signed(low), signed(high)))}</span>
    </p>
  )
}
