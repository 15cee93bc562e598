import { useQuery } from '@tanstack/react-query'
import type { PlacesAnswer } from '@trygghetskartan/api/contract'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useState } from 'react'
import { api } from '../api.ts'
import { map as words } from '../messages/map.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { placeKinds } from './place-kinds.ts'
import styles from './place-search.module.css'

export type Place = PlacesAnswer['places'][number]

interface PlaceSearchProps {
  readonly onPick: (place: Place) => void
  readonly onClear: () => void
}

/** Search of streets and places: a combobox with a list, by the ARIA practice. */
export function PlaceSearch({ onPick, onClear }: PlaceSearchProps) {
  const t = useText()
  const id = useId()
  const announce = useAnnounce()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const q = useDeferredValue(text.trim())
  const { data, error, isFetching } = useQuery({
    queryKey: ['places', q],
    queryFn: ({ signal }) => api.places(q, signal),
    enabled: open && q.length > 1,
    placeholderData: (before) => before,
  })
  const places = open && q.length > 1 ? (data?.places ?? []) : []
  const none = open && q.length > 1 && !isFetching && data !== undefined && places.length === 0
  const found = places.length

  useEffect(() => {
    if (open && q.length > 1 && !isFetching && data)
      announce(t(found > 0 ? words.searchCount(found) : words.searchNone(q)))
  }, [open, q, isFetching, data, found, announce, t])

  const pick = (place: Place) => {
    setText(place.name)
    setOpen(false)
    setActive(-1)
    onPick(place)
  }
  const clear = () => {
    setText('')
    setOpen(false)
    onClear()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (found > 0) setActive((at) => (at + step + (at < 0 && step < 0 ? 1 : 0) + found) % found)
    } else if (event.key === 'Enter') {
      // It takes a place; the form around it is not sent by that.
      event.preventDefault()
      const place = places[Math.max(active, 0)]
      if (place) pick(place)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (open && found > 0) setOpen(false)
      else clear()
    }
  }

  return (
    <search className={styles.search}>
      <div className={styles.box}>
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          id={id}
          className={styles.input}
          placeholder={t(words.search)}
          aria-label={t(words.search)}
          aria-expanded={found > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          enterKeyHint="search"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setOpen(true)
            setActive(-1)
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={keys}
        />
        {text && (
          <IconButton
            label={t(words.searchClear)}
            icon={<Icon name="close" size={16} />}
            onClick={clear}
            className={styles.clear}
          />
        )}
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t(words.searchResults)}
        className={styles.list}
        hidden={found === 0}
      >
        {places.map((place, at) => (
          <div
            key={`${place.name} ${place.point}`}
            role="option"
            id={`${id}-${at}`}
            aria-selected={at === active}
            tabIndex={-1}
            className={styles.option}
            // Focus stays in the field: pressing must not blur it away before the click.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(place)}
            onKeyDown={keys}
          >
            <Icon name={place.kind === 'street' || place.kind === 'road' ? 'line' : 'point'} size={16} />
            <span className={styles.name}>{place.name}</span>
            <span className={styles.within}>
              {[t(placeKinds(place.kind)), place.within].filter(Boolean).join(' · ')}
            </span>
          </div>
        ))}
      </div>
      {none && <p className={styles.none}>{t(words.searchNone(q))}</p>}
      {open && error && (
        <div className={styles.none}>
          <ErrorNote error={error} />
        </div>
      )}
    </search>
  )
}
