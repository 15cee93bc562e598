import type { ModeratedReport, PlaceDraft, PublicPreview } from '@trygghetskartan/api/contract-moderation'
import { useEffect, useRef, useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { flow } from '../messages/moderation-flow.ts'
import { reportWords as words } from '../messages/moderation-report.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field, FieldSet } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { moderationApi } from './moderation-api.ts'
import { ReportPhoto } from './photo-part.tsx'
import styles from './report.module.css'
import { isOpenReason, openReasons, useMonth, useReasons } from './report-words.ts'
import { useKept } from './use-kept.ts'
import { useSteps } from './use-moderation.ts'

interface PublishSectionProps {
  readonly report: ModeratedReport
  readonly preview: PublicPreview | null
  readonly onPreview: (preview: PublicPreview | null) => void
}

/** What becomes public of a report: chosen, then seen just as it will be, then published. */
export function PublishSection({ report, preview, onPreview }: PublishSectionProps) {
  const t = useText()
  const reasonsOf = useReasons()
  const announce = useAnnounce()
  const { take, busy, error } = useSteps(report)
  const [draft, setDraft, forgetDraft] = useKept<PlaceDraft>(`publish ${report.id}`, () => ({
    reasons: report.reasons.filter(isOpenReason),
    words: '',
    answer: '',
    photo: false,
  }))
  const [refused, setRefused] = useState<unknown>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const change = (part: Partial<PlaceDraft>) => setDraft({ ...draft, ...part })
  const look = async () => {
    setRefused(null)
    try {
      onPreview(await moderationApi.preview(report.id, draft))
    } catch (why) {
      setRefused(why)
    }
  }
  const publish = async (seal: string) => {
    if (await take({ step: 'publish', seal, ...draft })) {
      forgetDraft()
      onPreview(null)
      announce(t(words.publishedNow), { show: true })
    }
  }
  const kept = report.reasons.filter((one) => !isOpenReason(one))
  return (
    <section className={styles.section} aria-label={t(words.publish)}>
      <h4 ref={heading} tabIndex={-1}>
        {t(words.publish)}
      </h4>
      {preview ? (
        <Preview
          report={report}
          preview={preview}
          busy={busy}
          onPublish={() => void publish(preview.seal)}
          onChange={() => {
            onPreview(null)
            heading.current?.focus()
          }}
        />
      ) : (
        <>
          <p className={styles.soft}>{t(words.publishHelp)}</p>
          <FieldSet
            label={t(words.publicReasons)}
            help={kept.length > 0 ? t(words.notPublic(reasonsOf(kept).toLowerCase())) : undefined}
          >
            <div className={styles.checks}>
              {openReasons.map(({ value, title }) => (
                <label key={value}>
                  <input
                    type="checkbox"
                    checked={draft.reasons.includes(value)}
                    onChange={(event) =>
                      change({
                        reasons: event.target.checked
                          ? [...draft.reasons, value]
                          : draft.reasons.filter((one) => one !== value),
                      })
                    }
                  />
                  {t(title)}
                </label>
              ))}
            </div>
          </FieldSet>
          <Field label={t(words.publicWords)} help={t(words.publicWordsHelp)}>
            {(control) => (
              <textarea
                {...control}
                rows={3}
                maxLength={2000}
                value={draft.words ?? ''}
                onChange={(event) => change({ words: event.target.value })}
              />
            )}
          </Field>
          {report.words && draft.words === '' && (
            <Button size="s" kind="quiet" onClick={() => change({ words: report.words })}>
              {t(words.fromReport)}
            </Button>
          )}
          <Field label={t(words.publicAnswer)}>
            {(control) => (
              <textarea
                {...control}
                rows={2}
                maxLength={2000}
                value={draft.answer ?? ''}
                onChange={(event) => change({ answer: event.target.value })}
              />
            )}
          </Field>
          {report.picture && (
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={draft.photo ?? false}
                onChange={(event) => change({ photo: event.target.checked })}
              />
              {t(words.releasePhoto)}
            </label>
          )}
          {refused !== null && <ErrorNote error={refused} />}
          <div className={styles.buttons}>
            <Button kind="primary" icon={<Icon name="eye" size={16} />} onClick={() => void look()}>
              {t(words.preview)}
            </Button>
          </div>
        </>
      )}
      {error !== null && <ErrorNote error={error} />}
    </section>
  )
}

interface PreviewProps {
  readonly report: ModeratedReport
  readonly preview: PublicPreview
  readonly busy: boolean
  readonly onPublish: () => void
  readonly onChange: () => void
}

function Preview({ report, preview, busy, onPublish, onChange }: PreviewProps) {
  const t = useText()
  const format = useFormat()
  const reasonsOf = useReasons()
  const monthOf = useMonth()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const facts = [
    [words.publicReasons, reasonsOf(preview.reasons) || '–'],
    [words.publicWords, preview.words ?? t(words.previewNothing)],
    [words.publicAnswer, preview.answer],
    [words.month, monthOf(preview.month)],
    [words.state, t(words[preview.state])],
    [words.where, t(words.previewMoved(format.distance(preview.moved)))],
    [flow.photo, preview.photo && <ReportPhoto report={report} />],
  ] as const
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group that is told as one, not a fieldset of controls
    <div className={styles.preview} role="group" aria-label={t(words.previewTitle)}>
      <h5 ref={heading} tabIndex={-1}>
        {t(words.previewTitle)}
      </h5>
      <dl className={styles.facts}>
        {facts.map(
          ([title, value]) =>
            value && (
              <div key={title.en}>
                <dt>{t(title)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <div className={styles.buttons}>
        <Button onClick={onChange}>{t(words.change)}</Button>
        <Button kind="primary" busy={busy} icon={<Icon name="check" size={16} />} onClick={onPublish}>
          {t(words.publishNow)}
        </Button>
      </div>
    </div>
  )
}
