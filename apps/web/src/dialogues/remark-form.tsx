import { useMutation, useQueryClient } from '@tanstack/react-query'
import { findSensitive } from '@trygghetskartan/formats/sensitive-text'
import { useState } from 'react'
import { api } from '../api.ts'
import { useMap } from '../map/map-context.ts'
import type { MapLayer } from '../map/map-style.ts'
import { common } from '../messages/common.ts'
import { dialogues as words } from '../messages/dialogues.ts'
import { useFormat } from '../messages/format.ts'
import { plan, sensitiveKinds } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { photoTypes, sendPhoto } from '../notes/send-photo.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field, FieldSet } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Note } from '../ui/note.tsx'
import styles from './dialogues.module.css'

interface RemarkFormProps {
  readonly walk: string
  readonly layer: MapLayer
  readonly onDone: () => void
}

interface Place {
  readonly at: [number, number]
  /** Metres; null where it was pointed out. */
  readonly accuracy: number | null
}

/** What is seen on a walk, noted where one stands: kind, place, a few words, a photo. It stays open for the next one. */
export function RemarkForm({ walk, layer, onDone }: RemarkFormProps) {
  const t = useText()
  const format = useFormat()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const map = useMap()
  const [kind, setKind] = useState('')
  const [text, setText] = useState('')
  const [place, setPlace] = useState<Place | null>(null)
  const [photo, setPhoto] = useState<File | null>(null)
  const [lost, setLost] = useState(false)
  const [tried, setTried] = useState(false)
  const [accepted, setAccepted] = useState('')
  const finds = findSensitive(text)
  const mustAccept = tried && finds.length > 0 && accepted !== text
  const kinds = layer.fields.find(({ name }) => name === 'kind')?.options ?? []

  const locate = () =>
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => {
        setLost(false)
        setPlace({ at: [coords.longitude, coords.latitude], accuracy: coords.accuracy })
        map?.easeTo({ center: [coords.longitude, coords.latitude], zoom: Math.max(map.getZoom(), 17) })
      },
      () => setLost(true),
      { enableHighAccuracy: true, timeout: 15_000 },
    )
  const save = useMutation({
    mutationFn: async () => {
      const made = await api.createMeasure({
        layer: layer.id,
        geometry: { type: 'Point', coordinates: place!.at },
        properties: { kind, walk_id: walk, words: text.trim() || null },
      })
      const arrived =
        photo === null ||
        (await sendPhoto(made.id, { file: photo, caption: '', onProgress: () => undefined }).then(
          () => true,
          () => false,
        ))
      return arrived
    },
    onSuccess: async (arrived) => {
      announce(t(arrived ? words.remarkSaved : words.photoFailed), { show: true })
      setKind('')
      setText('')
      setPlace(null)
      setPhoto(null)
      setTried(false)
      await queries.invalidateQueries({ queryKey: ['items', layer.id] })
    },
  })
  const submit = () => {
    setTried(true)
    if (!kind || !place) return
    if (finds.length > 0 && accepted !== text && !mustAccept) return
    setAccepted(text)
    save.mutate()
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <FieldSet label={t(words.kind)} error={tried && !kind ? t(words.kindMissing) : undefined}>
        <div className={styles.kinds}>
          {kinds.map(({ value, title }) => (
            <label key={value}>
              <input type="radio" name="kind" checked={kind === value} onChange={() => setKind(value)} />
              {t(title)}
            </label>
          ))}
        </div>
      </FieldSet>
      <FieldSet label={t(words.place)} error={tried && !place ? t(words.placeMissing) : undefined}>
        <div className={styles.buttons}>
          {'geolocation' in navigator && (
            <Button icon={<Icon name="target" size={16} />} onClick={locate}>
              {t(words.here)}
            </Button>
          )}
          <Button
            onClick={() => {
              const center = map?.getCenter()
              if (center) setPlace({ at: [center.lng, center.lat], accuracy: null })
            }}
          >
            {t(words.middle)}
          </Button>
          {place && (
            <span role="status" className={styles.placed}>
              <Icon name="check" size={15} />
              {t(words.placed(place.accuracy === null ? '' : format.distance(place.accuracy)))}
            </span>
          )}
        </div>
        {lost && <Note tone="warning">{t(words.noPosition)}</Note>}
      </FieldSet>
      <Field label={t(words.words)} help={t(words.wordsHelp)}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Field label={t(words.photo)} help={t(words.photoHelp)}>
        {(control) => (
          <input
            {...control}
            key={String(photo === null)}
            type="file"
            accept={photoTypes.join(',')}
            capture="environment"
            onChange={(event) => setPhoto(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
      {mustAccept && (
        <Note tone="warning" title={t(plan.sensitiveTitle)}>
          {finds.map(({ kind: found, text: words }) => (
            <p key={words}>
              {words} ({t(sensitiveKinds[found])})
            </p>
          ))}
        </Note>
      )}
      {save.error && <ErrorNote error={save.error} />}
      <div className={styles.buttons}>
        <Button type="submit" kind="primary" busy={save.isPending}>
          {t(mustAccept ? plan.sensitiveAnyway : words.saveRemark)}
        </Button>
        <Button onClick={onDone}>{t(common.close)}</Button>
      </div>
    </form>
  )
}
