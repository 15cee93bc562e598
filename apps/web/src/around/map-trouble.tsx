import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { common } from '../messages/common.ts'
import { map as words } from '../messages/map.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './around.module.css'

interface MapTroubleProps {
  readonly map: MapLibreMap | null
  /** Opens the map anew: MapLibre asks no more for a tile that has failed, whatever is refreshed. */
  readonly onRetry: () => void
}

/** Says over a map that part of it could not be fetched, with a way to try again. */
export function MapTrouble({ map, onRetry }: MapTroubleProps) {
  const t = useText()
  const [trouble, setTrouble] = useState(false)
  useEffect(() => {
    const following = map?.on('error', () => setTrouble(true))
    return () => following?.unsubscribe()
  }, [map])
  return (
    <div role="status" className={styles.trouble}>
      {trouble && (
        <>
          <Icon name="warning" />
          <span>{t(words.trouble)}.</span>
          <Button
            size="s"
            kind="quiet"
            onClick={() => {
              setTrouble(false)
              onRetry()
            }}
          >
            {t(common.retry)}
          </Button>
        </>
      )}
    </div>
  )
}
