import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { common } from '../messages/common.ts'
import { useFormat } from '../messages/format.ts'
import { photos as words } from '../messages/notes.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Note } from '../ui/note.tsx'
import styles from './photos.module.css'
import { largestPhoto, photoTypes, sendPhoto } from './send-photo.ts'

const megabyte = 1024 * 1024

/** A photograph is chosen, seen, given a caption, and sent. */
export function PhotoForm({
  measure,
  onAdded,
}: {
  readonly measure: string
  readonly onAdded: () => Promise<unknown>
}) {
  const t = useText()
  const format = useFormat()
  const announce = useAnnounce()
  const id = useId()
  const chooser = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [caption, setCaption] = useState('')
  const [share, setShare] = useState(0)
  const preview = useMemo(() => (file ? URL.createObjectURL(file) : null), [file])
  useEffect(() => () => void (preview && URL.revokeObjectURL(preview)), [preview])
  const add = useMutation({
    mutationFn: (chosen: File) =>
      sendPhoto(measure, { file: chosen, caption: caption.trim(), onProgress: setShare }),
    onSuccess: async () => {
      choose(null)
      announce(t(words.added), { show: true })
      await onAdded()
    },
  })
  const choose = (next: File | null) => {
    setFile(next)
    setCaption('')
    setShare(0)
    add.reset()
    if (chooser.current) chooser.current.value = ''
  }
  const isKnown = file !== null && (photoTypes as readonly string[]).includes(file.type)
  const problem = !file
    ? null
    : !isKnown
      ? words.wrongType
      : file.size > largestPhoto
        ? words.tooLarge(format.number(Math.round(file.size / megabyte)))
        : null
  return (
    <div className={styles.form}>
      <input
        ref={chooser}
        id={id}
        type="file"
        className="sr-only"
        accept={photoTypes.join(',')}
        onChange={(event) => event.target.files?.[0] && choose(event.target.files[0])}
      />
      {!file && (
        <label htmlFor={id} className={styles.add}>
          <Icon name="plus" size={16} />
          {t(words.add)}
        </label>
      )}
      {file && problem && (
        <Note
          tone="warning"
          title={t(problem)}
          actions={
            <Button size="s" onClick={() => choose(null)}>
              {t(common.close)}
            </Button>
          }
        />
      )}
      {file && !problem && preview && (
        <>
          <img className={styles.chosen} src={preview} alt={t(words.chosen(file.name))} />
          <Field label={t(words.caption)} help={t(words.captionHelp)}>
            {(control) => (
              <input
                {...control}
                maxLength={500}
                autoComplete="off"
                value={caption}
                onChange={(event) => setCaption(event.target.value)}
              />
            )}
          </Field>
          {add.error && <ErrorNote error={add.error} />}
          {add.isPending && <progress aria-label={t(words.sending)} max={1} value={share} />}
          <div className={styles.buttons}>
            <Button size="s" kind="primary" busy={add.isPending} onClick={() => add.mutate(file)}>
              {t(words.send)}
            </Button>
            <Button size="s" onClick={() => choose(null)}>
              {t(common.cancel)}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
