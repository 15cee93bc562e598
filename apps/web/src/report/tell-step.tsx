import { findSensitive, type SensitiveFind } from '@trygghetskartan/formats/sensitive-text'
import { report as words } from '../messages/report.ts'
import { sensitiveWords } from '../messages/report-choices.ts'
import { useWords } from '../messages/wording.ts'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { refusedFinds } from './draft.ts'
import type { DraftPhoto } from './photo.ts'
import { PhotoPart } from './photo-part.tsx'
import type { StepProps } from './step.ts'
import styles from './tell-step.module.css'

const most = 2000

interface TellStepProps extends StepProps {
  readonly photo: DraftPhoto | null
  readonly onPhoto: (photo: DraftPhoto | null) => void
}

/** Words and a photo, for those who like: the words are looked through while they are written. */
export function TellStep({ draft, onDraft, photo, onPhoto }: TellStepProps) {
  const t = useWords()
  const { words: said } = draft
  const [bad] = refusedFinds(said)
  const finds = findSensitive(said)
  const [name] = finds.filter(({ kind }) => kind === 'name')
  return (
    <>
      <div className={styles.words}>
        <Field
          label={t(words.words)}
          help={t(words.wordsHelp)}
          error={bad && t(words.wordsFound(t(sensitiveWords[bad.kind]), bad.text))}
        >
          {(control) => (
            <textarea
              {...control}
              name="words"
              rows={4}
              maxLength={most}
              value={said}
              onChange={(event) => onDraft({ words: event.target.value })}
            />
          )}
        </Field>
        <div role="status" className={styles.found}>
          {name && !bad && (
            <p className={styles.hint}>
              <Icon name="warning" size={15} />
              {t(words.nameFound(name.text))}
            </p>
          )}
          {finds.length > 0 && <Marked text={said} finds={finds} />}
        </div>
        {said.length > most - 200 && <p className={styles.help}>{t(words.wordsLeft(most - said.length))}</p>}
      </div>
      <PhotoPart photo={photo} onChange={onPhoto} />
    </>
  )
}

/** The words once more, with what points somebody out marked in them. */
function Marked({ text, finds }: { readonly text: string; readonly finds: readonly SensitiveFind[] }) {
  const t = useWords()
  const found = finds.map((find) => find.text)
  const parts = splitAt(text, found)
  return (
    <p className={styles.marked}>
      <span className={styles.markedTitle}>{t(words.markedIn)}: </span>
      {parts.map((part, at) =>
        found.includes(part) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts are known by their place alone
          <mark key={at}>{part}</mark>
        ) : (
          part
        ),
      )}
    </p>
  )
}

/** The text in parts, of which those that are found stand alone. */
function splitAt(text: string, found: readonly string[]): string[] {
  const escaped = found.map((one) => one.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return text.split(new RegExp(`(${escaped.join('|')})`))
}
