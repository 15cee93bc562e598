import type { ModeratedReport } from '@trygghetskartan/api/contract-moderation'
import { flow } from '../messages/moderation-flow.ts'
import { reportWords as words } from '../messages/moderation-report.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { moderationApi } from './moderation-api.ts'
import styles from './report.module.css'
import { useSteps } from './use-moderation.ts'

/** The photograph of a report, who sees it, and showing it with the public place or taking it back. */
export function PhotoPart({ report }: { readonly report: ModeratedReport }) {
  const t = useText()
  const { take, busy, error } = useSteps(report)
  const { picture, publicPlace } = report
  if (!picture) return null
  const { released } = picture
  return (
    <>
      <ReportPhoto report={report} />
      <p className={styles.soft}>{t(released ? flow.photoShown : flow.photoHidden)}</p>
      {publicPlace && (
        <div className={styles.buttons}>
          <Button
            size="s"
            busy={busy}
            icon={<Icon name={released ? 'undo' : 'eye'} size={15} />}
            onClick={() => void take({ step: 'photo', released: !released })}
          >
            {t(released ? flow.photoTakeBack : flow.photoRelease)}
          </Button>
        </div>
      )}
      {error !== null && <ErrorNote error={error} />}
    </>
  )
}

/** The photograph itself. */
export function ReportPhoto({ report: { id, picture } }: { readonly report: ModeratedReport }) {
  const t = useText()
  return (
    picture && (
      <img
        className={styles.photo}
        src={moderationApi.photo(id)}
        width={picture.width}
        height={picture.height}
        alt={t(words.photoAlt)}
        loading="lazy"
      />
    )
  )
}
