import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Photo } from '@trygghetskartan/api/contract-identity'
import { useState } from 'react'
import { photos as words } from '../messages/notes.ts'
import { useText } from '../messages/text.ts'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import { Lightbox } from './lightbox.tsx'
import { notesApi, photoPath } from './notes-api.ts'
import { PhotoForm } from './photo-form.tsx'
import styles from './photos.module.css'

interface PhotosProps {
  readonly measure: string
  /** Whether one may add and remove. */
  readonly editable: boolean
}

/** Photographs of a measure, small; each opens large. */
export function Photos({ measure, editable }: PhotosProps) {
  const t = useText()
  const queries = useQueryClient()
  const [open, setOpen] = useState<string | null>(null)
  const queryKey = ['photos', measure]
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => notesApi.photos(measure, signal),
  })
  const refresh = () => queries.invalidateQueries({ queryKey })
  const remove = useMutation({
    mutationFn: notesApi.removePhoto,
    onSuccess: () => setOpen(null),
    onSettled: refresh,
  })
  const shown = data?.find(({ id }) => id === open)
  if (!editable && data?.length === 0) return null
  return (
    <section className={styles.section} aria-label={t(words.title)}>
      <h3>{t(words.title)}</h3>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={2} />}
      {data && data.length > 0 && (
        <ul className={styles.photos}>
          {data.map((photo, at) => (
            <li key={photo.id}>
              <button type="button" onClick={() => setOpen(photo.id)}>
                <img
                  src={photoPath(photo.id, 'thumbnail')}
                  alt={nameOf(photo, t(words.numbered(at + 1)))}
                  loading="lazy"
                  width={120}
                  height={90}
                />
                {photo.caption && <span>{photo.caption}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {editable && <PhotoForm measure={measure} onAdded={refresh} />}
      {shown && data && (
        <Lightbox
          photo={shown}
          name={nameOf(shown, t(words.numbered(data.indexOf(shown) + 1)))}
          neighbours={[data[data.indexOf(shown) - 1], data[data.indexOf(shown) + 1]]}
          onShow={setOpen}
          onClose={() => setOpen(null)}
          onRemove={shown.mine && editable ? () => remove.mutate(shown.id) : null}
          removing={remove.isPending}
          error={remove.error}
        />
      )}
    </section>
  )
}

const nameOf = ({ caption }: Photo, otherwise: string) => caption || otherwise
