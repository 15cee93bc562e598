import type { Geometry } from 'geojson'
import { Marker } from 'maplibre-gl'
import { useEffect, useMemo } from 'react'
import { createPortal } from 'react-dom'
import { useMap } from '../map/map-context.ts'
import { comments as words } from '../messages/comments.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import { anchorOf } from './anchor.ts'
import styles from './comments.module.css'
import type { Thread } from './threads.ts'

interface Pin {
  readonly thread: Thread
  readonly place: Geometry
}

interface CommentPinsProps {
  readonly pins: readonly Pin[]
  readonly chosen: string | null
  readonly onChoose: (comment: string) => void
}

/** The comments where they belong, as numbered buttons on the map. */
export function CommentPins({ pins, chosen, onChoose }: CommentPinsProps) {
  return pins.map(({ thread, place }) => (
    <CommentPin
      key={thread.first.id}
      thread={thread}
      place={place}
      isChosen={thread.first.id === chosen}
      onChoose={() => onChoose(thread.first.id)}
    />
  ))
}

interface CommentPinProps extends Pin {
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function CommentPin({ thread, place, isChosen, onChoose }: CommentPinProps) {
  const t = useText()
  const map = useMap()
  const element = useMemo(() => document.createElement('div'), [])
  const [lon, lat] = anchorOf(place)
  useEffect(() => {
    if (!map) return
    const marker = new Marker({ element, anchor: 'bottom' }).setLngLat([lon, lat]).addTo(map)
    // MapLibre makes the holder a button of its own; the real one is in it.
    element.removeAttribute('role')
    element.removeAttribute('tabindex')
    element.removeAttribute('aria-label')
    return () => void marker.remove()
  }, [map, element, lon, lat])
  const { first, number } = thread
  const said = first.resolved ? words.pinResolved : words.pin
  return createPortal(
    <button
      type="button"
      className={styles.pin}
      data-resolved={first.resolved !== null || undefined}
      aria-current={isChosen || undefined}
      aria-label={t(said(number, first.by.name, first.text.slice(0, 120)))}
      title={first.text.slice(0, 120)}
      onClick={(event) => {
        event.stopPropagation()
        onChoose()
      }}
    >
      {first.resolved ? <Icon name="check" size={14} /> : number}
    </button>,
    element,
  )
}
