import type { ModeratedReport } from '@trygghetskartan/api/contract-moderation'
import { useFormat } from '../messages/format.ts'
import { reportWords as words } from '../messages/moderation-report.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import { Composer } from './composer.tsx'
import styles from './report.module.css'
import { useSteps } from './use-moderation.ts'

/** What has been said to the reporter and back, and what one writes next. */
export function TalkSection({ report }: { readonly report: ModeratedReport }) {
  const t = useText()
  const format = useFormat()
  const { take, busy } = useSteps(report)
  const { messages, language } = report
  return (
    <section className={styles.section} aria-label={t(words.talk)}>
      <h4>{t(words.talk)}</h4>
      {messages.length === 0 && <p className={styles.soft}>{t(words.noTalk)}</p>}
      <ol className={styles.talk}>
        {messages.map(({ id, direction, kind, text, at, by }) => (
          <li key={id} data-from={direction}>
            <p>{text}</p>
            <small>
              {direction === 'reporter'
                ? `${t(words.reporter)}, ${format.shortDate(at)}`
                : `${t(kind === 'question' ? words.question : words.answer)}${by ? `, ${by}` : ''}, ${format.dateTime(at)}`}
            </small>
          </li>
        ))}
      </ol>
      {report.replied && (
        <div className={styles.buttons}>
          <Button
            size="s"
            busy={busy}
            icon={<Icon name="check" size={15} />}
            onClick={() => void take({ step: 'seen' })}
          >
            {t(words.seen)}
          </Button>
        </div>
      )}
      {language === null && <Note>{t(words.noReceipt)}</Note>}
      <Composer report={report} />
    </section>
  )
}
