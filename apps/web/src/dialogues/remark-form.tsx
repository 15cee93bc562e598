import { useMutation } from '@tanstack/react-query'
import { findSensitive } from '@trygghetskartan/formats/sensitive-text'
import { useEffect, useRef, useState } from 'react'
import { useMap } from '../map/map-context.ts'
import type { MapLayer } from '../map/map-style.ts'
import { common } from '../messages/common.ts'
import { dialogues as words } from '../messages/dialogues.ts'
import { useFormat } from '../messages/format.ts'
import { plan, sensitiveKinds } from '../messages/plan.ts'
import { useLanguage, useText } from '../messages/text.ts'
import { photoTypes } from '../notes/send-photo.ts'
import { post } from '../outbox/use-outbox.ts'
import { focusFirstProblem } from '../plan/focus-problem.ts'
import { useSession } from '../session.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field, FieldSet } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import styles from './dialogues.module.css'
import type { RemarkContent } from './remark-content.ts'

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
  const { me } = useSession()
  const language = useLanguage()
  const map = useMap()
  const [kind, setKind] = useState('')
  const [text, setText] = useState('')
  const [place, setPlace] = useState<Place | null>(null)
  const [photo, setPhoto] = useState<File | null>(null)
  const [lost, setLost] = useState(false)
  const [tried, setTried] = useState(0)
  const finds = findSensitive(text)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (tried > 0) focusFirstProblem(form.current)
  }, [tried])
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
    mutationFn: () =>
      post<RemarkContent>({
        ...{ kind: 'remark', account: me.account?.id ?? null, language },
        content: {
          ...{
            walk,
            kind,
            geometry: { type: 'Point', coordinates: [...place!.at] },
            words: text.trim() || null,
          },
          ...(photo && { photo }),
        },
      }),
    // It asks for no connection: what is kept here is sent when there is one.
    networkMode: 'always',
    onSuccess: () => {
      announce(t(navigator.onLine ? words.remarkSaved : words.remarkKept), { show: true })
      setKind('')
      setText('')
      setPlace(null)
      setPhoto(null)
      setTried(0)
    },
  })
  const submit = () => {
    setTried(tried + 1)
    if (kind && place && finds.length === 0) save.mutate()
  }
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <FieldSet label={t(words.kind)} error={tried > 0 && !kind ? t(words.kindMissing) : undefined}>
        <div className={styles.kinds}>
          {kinds.map(({ value, title }) => (
            <label key={value}>
              <input type="radio" name="kind" checked={kind === value} onChange={() => setKind(value)} />
              {t(title)}
            </label>
          ))}
        </div>
      </FieldSet>
      <FieldSet label={t(words.place)} error={tried > 0 && !place ? t(words.placeMissing) : undefined}>
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
      <Field
        label={t(words.words)}
        help={t(words.wordsHelp)}
        error={
          tried > 0 && finds[0] ? t(plan.person(finds[0].text, t(sensitiveKinds[finds[0].kind]))) : undefined
        }
      >
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
      {save.error && <Note tone="danger" title={t(words.notKept)} />}
      <div className={styles.buttons}>
        <Button type="submit" kind="primary" busy={save.isPending}>
          {t(words.saveRemark)}
        </Button>
        <Button onClick={onDone}>{t(common.close)}</Button>
      </div>
    </form>
  )
}
