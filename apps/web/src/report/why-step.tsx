import type { ReportReason } from '@trygghetskartan/api/contract-reports'
import { useId } from 'react'
import { report as words } from '../messages/report.ts'
import { reasonWords } from '../messages/report-choices.ts'
import { useWords } from '../messages/wording.ts'
import { Note } from '../ui/note.tsx'
import type { StepProps } from './step.ts'
import styles from './steps.module.css'

const reasons = Object.keys(reasonWords) as ReportReason[]
const maybeCrime: ReadonlySet<ReportReason> = new Set(['people', 'drugs'])

/** What makes the place unsafe, and where else to turn with it. */
export function WhyStep({ config, draft, onDraft }: StepProps) {
  const t = useWords()
  const help = useId()
  const chosen = draft.reasons
  const { name, url } = config.faultReport
  const toggle = (reason: ReportReason) =>
    onDraft({
      reasons: chosen.includes(reason) ? chosen.filter((one) => one !== reason) : [...chosen, reason],
    })
  return (
    <>
      <aside className={styles.stopper} aria-label={t(words.urgent)}>
        <p>
          <strong>{t(words.urgent)}</strong> {t(words.urgentHelp)}
        </p>
        <a href="tel:112">{t(words.call112)}</a>
      </aside>
      <fieldset className={styles.reasons} aria-describedby={help}>
        <legend className="sr-only">{t(words.why)}</legend>
        <p id={help} className={styles.help}>
          {t(words.whyHelp)}
        </p>
        <div>
          {reasons.map((reason) => (
            <label key={reason}>
              <input
                type="checkbox"
                name="reasons"
                value={reason}
                checked={chosen.includes(reason)}
                onChange={() => toggle(reason)}
              />
              <span>{t(reasonWords[reason])}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div role="status" className={styles.stoppers}>
        {chosen.some((reason) => maybeCrime.has(reason)) && (
          <Note
            title={t(words.crime)}
            actions={
              <>
                <a className={styles.call} href="tel:11414">
                  {t(words.call11414)}
                </a>
                <a
                  className={styles.call}
                  href="https://polisen.se/utsatt-for-brott/polisanmalan/"
                  rel="noreferrer"
                >
                  polisen.se
                </a>
              </>
            }
          >
            <p>{t(words.crimeHelp)}</p>
          </Note>
        )}
        {chosen.includes('broken_lamp') && (
          <Note
            title={t(words.fault)}
            actions={
              url && (
                <a className={styles.call} href={url} rel="noreferrer">
                  {t(words.faultLink(name))}
                </a>
              )
            }
          >
            <p>{t(words.faultHelp(name))}</p>
          </Note>
        )}
      </div>
    </>
  )
}
