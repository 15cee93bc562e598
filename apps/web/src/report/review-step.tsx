import type { ReactNode } from 'react'
import { useFormat } from '../messages/format.ts'
import { report as words } from '../messages/report.ts'
import { seasonWords } from '../messages/report-choices.ts'
import { reportReview as review } from '../messages/report-review.ts'
import { useLanguage } from '../messages/text.ts'
import { useWords } from '../messages/wording.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { clockOf, isPublic, type Step, weekdaysOf } from './draft.ts'
import { monthName } from './month-name.ts'
import type { StepProps } from './step.ts'
import styles from './steps.module.css'
import { useReasonNames } from './use-reason-names.ts'

interface ReviewStepProps extends Omit<StepProps, 'onDraft'> {
  readonly hasPhoto: boolean
  readonly onChange: (step: Step) => void
}

/** What is sent, and exactly what of it may become public. */
export function ReviewStep({ draft, hasPhoto, onChange }: ReviewStepProps) {
  const t = useWords()
  const format = useFormat()
  const language = useLanguage()
  const { near, reasons } = draft
  const saidWords = draft.words.trim()
  const names = useReasonNames()
  const open = reasons.filter(isPublic)
  const closed = reasons.filter((reason) => !isPublic(reason))
  const clock = clockOf(draft)
  const days = weekdaysOf(draft)
  const shapes = { point: words.point, stretch: words.stretch, area: words.area }
  return (
    <>
      <section className={styles.card} data-tone="open">
        <h3>
          <Icon name="eye" />
          {t(review.maybePublic)}
        </h3>
        <p className={styles.help}>{t(review.maybePublicHelp)}</p>
        <ul>
          <li>{t(near ? review.nearPlace(near) : review.nearUnknown)}</li>
          <li>{t(review.month(monthName(new Date(), language)))}</li>
          <li>{open.length > 0 ? names(open) : t(review.noReasonPublic)}</li>
          {(saidWords || hasPhoto) && <li>{t(review.wordsIfReleased)}</li>}
        </ul>
      </section>
      <section className={styles.card}>
        <h3>
          <Icon name="key" />
          {t(review.neverPublic)}
        </h3>
        <p className={styles.help}>{t(review.neverPublicHelp)}</p>
        <ul>
          <li>{t(review.exactPlace)}</li>
          <li>{t(review.exactTime)}</li>
          {closed.length > 0 && <li>{t(review.reasonsHidden(names(closed)))}</li>}
          <li>{t(review.whoYouAre)}</li>
        </ul>
      </section>
      <section className={styles.card}>
        <h3>{t(review.yourReport)}</h3>
        <dl className={styles.rows}>
          <Row title={t(words.where)} change={t(review.changePlace)} onChange={() => onChange('plats')}>
            {[t(shapes[draft.shape]), near].filter(Boolean).join(' · ')}
          </Row>
          <Row title={t(words.why)} change={t(review.changeWhy)} onChange={() => onChange('skal')}>
            {names(reasons)}
          </Row>
          <Row title={t(words.when)} change={t(review.changeWhen)} onChange={() => onChange('tid')}>
            {[
              clock ? clock.join('–') : t(words.whole),
              days ? format.weekdays(days) : t(words.allDays),
              t(seasonWords[draft.season]),
            ].join(' · ')}
          </Row>
          <Row title={t(words.tell)} change={t(review.changeWords)} onChange={() => onChange('ord')}>
            {saidWords || t(review.noWords)}
            {hasPhoto && ` · ${t(review.withPhoto)}`}
          </Row>
        </dl>
      </section>
    </>
  )
}

interface RowProps {
  readonly title: string
  readonly change: string
  readonly onChange: () => void
  readonly children: ReactNode
}

function Row({ title, change, onChange, children }: RowProps) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <span>{children}</span>
        <Button kind="quiet" size="s" onClick={onChange}>
          {change}
        </Button>
      </dd>
    </div>
  )
}
