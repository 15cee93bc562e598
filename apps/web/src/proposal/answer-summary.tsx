import type { ProposalResult, ProposalRules } from '@trygghetskartan/siting'
import { useFormat } from '../messages/format.ts'
import { proposal as words } from '../messages/proposal.ts'
import { proofTitles } from '../messages/proposal-kinds.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './answer.module.css'
import shared from './proposal.module.css'
import { writePoints } from './site-words.ts'

interface AnswerSummaryProps {
  readonly result: ProposalResult
  readonly rules: ProposalRules
}

/** How much of the risk is reached, how much could be at the most, and what it takes of the budget. */
export function AnswerSummary({ result, rules }: AnswerSummaryProps) {
  const t = useText()
  const format = useFormat()
  const points = (value: number) => writePoints(value, format)
  const proved = result.proof === 'optimal'
  const sums = [
    { title: words.investmentSum, value: result.investment, limit: rules.investment, write: format.money },
    { title: words.yearlySum, value: result.yearly, limit: rules.yearly, write: format.money },
    { title: words.homesSum, value: result.homesWatched, limit: rules.homesWatched, write: format.number },
  ]
  return (
    <section className={styles.summary} aria-label={t(words.answer)}>
      <p className={styles.figure}>
        <strong>{points(result.covered)}</strong>
        <span>
          {t(words.ofHundred)} {t(words.covers)}
        </span>
      </p>
      <div className={styles.scale} aria-hidden="true">
        <i style={{ width: `${result.covered}%` }} />
        <i data-existing style={{ width: `${result.existing}%` }} />
        <b style={{ left: `${Math.min(100, result.bound)}%` }} />
      </div>
      <p className={shared.help}>
        {t(words.existing(points(result.existing)))}
        {t(words.adds(points(result.covered - result.existing)))}
      </p>
      <p className={styles.proof} data-proved={proved || undefined}>
        <Icon name={proved ? 'check' : 'info'} size={16} />
        <span>
          <strong>{t(proofTitles[result.proof])}.</strong>{' '}
          {t(words.bound(points(result.bound), format.percent(Math.round(1000 * result.gap) / 10), proved))}
        </span>
      </p>
      <dl className={styles.sums}>
        {sums.map(({ title, value, limit, write }) => (
          <div key={title.en} data-over={(limit !== undefined && value > limit) || undefined}>
            <dt>{t(title)}</dt>
            <dd>
              {write(value)}
              {limit !== undefined && <small>{t(words.ofLimit(write(limit)))}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
