import type { Geometry } from 'geojson'
import { useState } from 'react'
import { useMap } from '../map/map-context.ts'
import { hotspots as words } from '../messages/hotspots.ts'
import { useText } from '../messages/text.ts'
import { DrawOnMap } from '../proposal/draw-on-map.tsx'
import { Button } from '../ui/button.tsx'
import { Field, FieldSet } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { useIsPhone } from '../ui/use-media.ts'
import type { Place } from './hotspot-view.ts'
import styles from './hotspots.module.css'
import { shownBox } from './shown-box.ts'
import { useNamedAreas } from './use-area.ts'
import { useHotspotView } from './use-hotspot-view.ts'

/** Where one looks: the municipality, what the map shows, an area drawn on it, or a district. */
export function AreaChoice() {
  const t = useText()
  const map = useMap()
  const isPhone = useIsPhone()
  const [{ area }, change] = useHotspotView()
  const [drawing, setDrawing] = useState(false)
  const named = useNamedAreas(true)
  const takeView = () => map && change({ area: { of: 'box', box: shownBox(map, isPhone) } })
  const drawn = (geometry: Geometry) => {
    setDrawing(false)
    if (geometry.type !== 'Polygon') return
    const ring = geometry.coordinates[0]!.slice(0, -1) as unknown as Place[]
    change({ area: { of: 'ring', ring } })
  }
  const chosen = area?.of === 'object' ? area.id : ''
  return (
    <FieldSet label={t(words.area)}>
      <div className={styles.choices}>
        <label>
          <input
            type="radio"
            name="hotspot-area"
            checked={!area}
            onChange={() => change({ area: undefined })}
          />
          {t(words.wholeMunicipality)}
        </label>
        <label>
          <input type="radio" name="hotspot-area" checked={area?.of === 'box'} onChange={takeView} />
          {t(words.mapView)}
        </label>
        <label>
          <input
            type="radio"
            name="hotspot-area"
            checked={area?.of === 'ring'}
            onChange={() => setDrawing(true)}
          />
          {t(words.drawnArea)}
        </label>
      </div>
      {area?.of === 'box' && (
        <Button size="s" kind="quiet" icon={<Icon name="whole" size={16} />} onClick={takeView}>
          {t(words.mapViewAgain)}
        </Button>
      )}
      {area?.of === 'ring' && (
        <Button
          size="s"
          kind="quiet"
          icon={<Icon name="polygon" size={16} />}
          onClick={() => setDrawing(true)}
        >
          {t(words.drawArea)}
        </Button>
      )}
      {named.data && named.data.length > 0 && (
        <Field label={t(words.locality)}>
          {(control) => (
            <select
              {...control}
              value={chosen}
              onChange={(event) => {
                const one = named.data.find(({ id }) => id === event.target.value)
                change({ area: one && { of: 'object', layer: one.layer, id: one.id } })
              }}
            >
              <option value="">{t(words.chooseLocality)}</option>
              {named.data.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {drawing && (
        <DrawOnMap
          kind="Polygon"
          title={t(words.drawnArea)}
          onDrawn={drawn}
          onCancel={() => setDrawing(false)}
        />
      )}
    </FieldSet>
  )
}
