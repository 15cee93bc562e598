import { useState } from 'react'
import styles from '../around/around.module.css'
import type { Around } from '../around/around-api.ts'
import { PageMap } from '../around/page-map.tsx'
import { useFormat } from '../messages/format.ts'
import { mapInstead } from '../messages/map-instead.ts'
import { near as words } from '../messages/near.ts'
import { useText } from '../messages/text.ts'
import { PlaceSearch } from '../search/place-search.tsx'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { lazyMap } from '../ui/lazy-map.tsx'
import { Note } from '../ui/note.tsx'
import { radii } from './coarse-place.ts'
import own from './near-page.module.css'

const NearMap = lazyMap(async () => (await import('./near-map.tsx')).NearMap)

interface PlaceChoiceProps {
  readonly at: readonly [number, number] | null
  readonly radius: Around['radius']
  readonly onPlace: (at: readonly [number, number], name?: string) => void
  readonly onRadius: (radius: Around['radius']) => void
}

/** Where and how far: by the device, by name, or on the map. */
export function PlaceChoice({ at, radius, onPlace, onRadius }: PlaceChoiceProps) {
  const t = useText()
  const format = useFormat()
  const { config, layers } = useSession()
  const [state, setState] = useState<'still' | 'looking' | 'failed'>('still')
  const [mapped, setMapped] = useState(false)
  const locate = () => {
    setState('looking')
    navigator.geolocation?.getCurrentPosition(
      ({ coords }) => {
        setState('still')
        onPlace([coords.longitude, coords.latitude])
      },
      () => setState('failed'),
      { timeout: 15_000, maximumAge: 60_000 },
    )
    if (!navigator.geolocation) setState('failed')
  }
  return (
    <section className={`${styles.card} ${own.choosing}`} aria-label={t(words.place)}>
      <div className={own.search}>
        <PlaceSearch onPick={(place) => onPlace(place.point, place.name)} onClear={() => undefined} />
      </div>
      <div className={own.choices}>
        <Button busy={state === 'looking'} icon={<Icon name="target" />} onClick={locate}>
          {t(state === 'looking' ? words.locating : words.locate)}
        </Button>
        <Button icon={<Icon name="map" />} aria-expanded={mapped} onClick={() => setMapped(!mapped)}>
          {t(mapped ? words.hideMap : words.pointOnMap)}
        </Button>
      </div>
      {state === 'failed' && <Note tone="warning">{t(words.noPosition)}</Note>}
      {mapped && (
        <PageMap instead={mapInstead.search}>
          {(onFailure) => (
            <NearMap
              layers={layers}
              bounds={config.bounds}
              around={at && { at, radius }}
              onPick={(picked) => onPlace(picked)}
              onFailure={onFailure}
            />
          )}
        </PageMap>
      )}
      <fieldset>
        <legend className={own.kind}>{t(words.radius)}</legend>
        <div className={own.radii}>
          {radii.map((one) => (
            <label key={one}>
              <input type="radio" name="radius" checked={one === radius} onChange={() => onRadius(one)} />
              {format.distance(one)}
            </label>
          ))}
        </div>
      </fieldset>
      <p className={own.kind}>{t(words.coarse)}</p>
    </section>
  )
}
