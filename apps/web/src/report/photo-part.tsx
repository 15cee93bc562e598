import { useId, useRef, useState } from 'react'
import { photoRefusals, reportPhoto as words } from '../messages/report-photo.ts'
import { useWords } from '../messages/wording.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import { CoverEditor } from './cover-editor.tsx'
import { type DraftPhoto, type PhotoRefusal, readPhoto } from './photo.ts'
import styles from './tell-step.module.css'

interface PhotoPartProps {
  readonly photo: DraftPhoto | null
  readonly onChange: (photo: DraftPhoto | null) => void
}

/** One photo, drawn anew on this device before anything else is done with it. */
export function PhotoPart({ photo, onChange }: PhotoPartProps) {
  const t = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<PhotoRefusal | null>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setRefusal(null)
    const read = await readPhoto(file).catch((): PhotoRefusal => 'broken')
    setBusy(false)
    if (typeof read === 'string') setRefusal(read)
    else onChange(read)
    // The same file may be chosen again.
    if (input.current) input.current.value = ''
  }
  return (
    <section className={styles.photo} aria-labelledby={id}>
      <h3 id={id}>{t(words.photo)}</h3>
      <p className={styles.help}>{t(words.photoHelp)}</p>
      {refusal && (
        <Note tone="danger" title={t(words.refused)}>
          <p>{t(photoRefusals[refusal])}</p>
        </Note>
      )}
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={t(words.choose)}
        accept="image/jpeg,image/png,image/webp,image/heic,image/heif"
        onChange={(event) => void take(event.target.files?.[0])}
      />
      {photo ? (
        <>
          <h4 className={styles.cover}>{t(words.cover)}</h4>
          <p className={styles.help}>{t(words.coverHelp)}</p>
          <CoverEditor photo={photo} onChange={(covers) => onChange({ ...photo, covers })} />
          <div className={styles.buttons}>
            <Button kind="danger" icon={<Icon name="bin" />} onClick={() => onChange(null)}>
              {t(words.removePhoto)}
            </Button>
          </div>
        </>
      ) : (
        <div className={styles.buttons}>
          <Button icon={<Icon name="upload" />} busy={busy} onClick={() => input.current?.click()}>
            {t(busy ? words.reading : words.choose)}
          </Button>
        </div>
      )}
    </section>
  )
}
