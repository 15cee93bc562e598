import { type MapMouseEvent, Marker } from 'maplibre-gl'
import { useEffect, useEffectEvent } from 'react'
import { createPortal } from 'react-dom'
import { useFrame } from '../frame/frame-context.ts'
import { claimMap } from '../map/map-claim.ts'
import { useMap } from '../map/map-context.ts'
import { comments as words } from '../messages/comments.ts'
import { common } from '../messages/common.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import styles from './comments.module.css'

type Place = [lon: number, lat: number]

interface PlacePickerProps {
  /** What has been pointed out. */
  readonly place: Place | null
  readonly picking: boolean
  readonly onPick: (place: Place) => void
  readonly onCancel: () => void
}

/** Points out a place: by a click on the map, or, without a pointer, what is in its middle. */
export function PlacePicker({ place, picking, onPick, onCancel }: PlacePickerProps) {
  const t = useText()
  const map = useMap()
  const { overlay } = useFrame()
  const pick = useEffectEvent(onPick)
  const cancel = useEffectEvent(onCancel)

  useEffect(() => {
    if (!map || !picking) return
    const release = claimMap()
    const canvas = map.getCanvas()
    canvas.style.cursor = 'crosshair'
    const clicked = ({ lngLat }: MapMouseEvent) => pick([lngLat.lng, lngLat.lat])
    const pressed = (event: KeyboardEvent) => event.key === 'Escape' && cancel()
    map.on('click', clicked)
    window.addEventListener('keydown', pressed)
    return () => {
      // The click that ends it is still on its way to those who select what is clicked.
      setTimeout(release)
      canvas.style.cursor = ''
      map.off('click', clicked)
      window.removeEventListener('keydown', pressed)
    }
  }, [map, picking])

  useEffect(() => {
    if (!map || !place) return
    const element = document.createElement('span')
    element.className = styles.newPin!
    const marker = new Marker({ element, anchor: 'bottom' }).setLngLat(place).addTo(map)
    return () => void marker.remove()
  }, [map, place])

  if (!map || !picking || !overlay) return null
  const { x, y } = map.project(map.getCenter())
  return createPortal(
    <>
      <span className={styles.aim} style={{ left: x, top: y }} aria-hidden="true" />
      <div className={styles.picker} role="status">
        <p>{t(words.pinning)}</p>
        <div className={styles.buttons}>
          <Button
            size="s"
            kind="primary"
            onClick={() => {
              const { lng, lat } = map.getCenter()
              onPick([lng, lat])
            }}
          >
            {t(words.pinInMiddle)}
          </Button>
          <Button size="s" onClick={onCancel}>
            {t(common.cancel)}
          </Button>
        </div>
      </div>
    </>,
    overlay,
  )
}
