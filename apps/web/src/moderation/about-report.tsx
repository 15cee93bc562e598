import type { ModeratedReport } from '@trygghetskartan/api/contract-moderation'
import { useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { moderation } from '../messages/moderation.ts'
import { reportWords as words } from '../messages/moderation-report.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { PhotoPart } from './photo-part.tsx'
import styles from './report.module.css'
import { TextDialog } from './text-dialog.tsx'
import { useSteps } from './use-moderation.ts'

const seasons = {
  all_year: { sv: 'hela året', en: 'all year' },
  spring: { sv: 'vår', en: 'spring' },
  summer: { sv: 'sommar', en: 'summer' },
  autumn: { sv: 'höst', en: 'autumn' },
  winter: { sv: 'vinter', en: 'winter' },
} as const

/** What was sent in: words, when and photograph; and what the office notes for itself. */
export function AboutReport({ report }: { readonly report: ModeratedReport }) {
  const t = useText()
  const format = useFormat()
  const steps = useSteps(report)
  const [editing, setEditing] = useState<'words' | 'note' | null>(null)
  const { weekdays, hoursFrom, hoursTo, season } = report
  const when = [
    weekdays && format.weekdays(weekdays),
    hoursFrom && `${hoursFrom}–${hoursTo}`,
    season && t(seasons[season as keyof typeof seasons]),
  ].filter(Boolean)
  return (
    <section className={styles.section} aria-label={t(words.about)}>
      <h4>{t(words.about)}</h4>
      {report.words ? (
        <blockquote className={styles.said}>{report.words}</blockquote>
      ) : (
        <p className={styles.soft}>{t(moderation.noWords)}</p>
      )}
      <p className={styles.soft}>{when.join(', ') || t(words.anyTime)}</p>
      <PhotoPart report={report} />
      {report.internalText && (
        <p className={styles.note}>
          <strong>{t(words.note)}:</strong> {report.internalText}
        </p>
      )}
      <div className={styles.buttons}>
        {report.words && (
          <Button size="s" icon={<Icon name="edit" size={15} />} onClick={() => setEditing('words')}>
            {t(words.redact)}
          </Button>
        )}
        <Button size="s" icon={<Icon name="comment" size={15} />} onClick={() => setEditing('note')}>
          {t(words.editNote)}
        </Button>
      </div>
      {editing === 'words' && (
        <TextDialog
          title={t(words.redactTitle)}
          label={t(words.words)}
          help={t(words.redactHelp)}
          now={report.words ?? ''}
          maxLength={2000}
          steps={steps}
          onSave={(text) => steps.take({ step: 'redact', words: text || null })}
          onClose={() => setEditing(null)}
        />
      )}
      {editing === 'note' && (
        <TextDialog
          title={t(words.note)}
          label={t(words.note)}
          help={t(words.noteHelp)}
          now={report.internalText ?? ''}
          maxLength={4000}
          steps={steps}
          onSave={(text) => steps.take({ step: 'note', text: text || null })}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  )
}
