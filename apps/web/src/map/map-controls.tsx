import type { Map as MapLibreMap } from 'maplibre-gl'
import { useState } from 'react'
import { map as words } from '../messages/map.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './map-controls.module.css'

interface MapControlsProps {
  readonly map: MapLibreMap
  readonly onLocate: (position: [number, number]) => void
}

/** Zoom, the whole area and the reader's own position. */
export function MapControls({ map, onLocate }: MapControlsProps) {
  const t = useText()
  const announce = useAnnounce()
  const { config } = useSession()
  const [locating, setLocating] = useState(false)

  const locate = () => {
    setLocating(true)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLocating(false)
        onLocate([coords.longitude, coords.latitude])
      },
      () => {
        setLocating(false)
        announce(t(words.locateFailed), { show: true })
      },
      { enableHighAccuracy: true, timeout: 10_000 },
    )
  }

  return (
    <div className={styles.controls}>
      <div className={styles.group}>
        <IconButton label={t(words.zoomIn)} icon={<Icon name="plus" />} onClick={() => map.zoomIn()} />
        <IconButton label={t(words.zoomOut)} icon={<Icon name="minus" />} onClick={() => map.zoomOut()} />
      </div>
      <div className={styles.group}>
        <IconButton
          label={t(words.whole)}
          icon={<Icon name="whole" />}
          onClick={() => map.fitBounds(config.bounds, { padding: 24 })}
        />
        {'geolocation' in navigator && (
          <IconButton
            label={t(words.locate)}
            icon={<Icon name="target" />}
            onClick={locate}
            disabled={locating}
          />
        )}
      </div>
    </div>
  )
}
