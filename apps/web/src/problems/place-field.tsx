import type { Geometry } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useMemo, useState } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { actionPlan as words } from '../messages/action-plan.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { FieldSet } from '../ui/field.tsx'
import { drawnFrom, geometryOf, pointsNeeded, type ShapeKind, withPoint } from './drawn-place.ts'
import styles from './place-field.module.css'
import { PlaceMap } from './place-map.tsx'
import { type Placed, roleColours } from './place-style.ts'

interface PlaceFieldProps {
  readonly geometry: Geometry | null
  readonly onChange: (geometry: Geometry | null) => void
}

const kinds = [
  ['Point', words.shapePoint],
  ['LineString', words.shapeLine],
  ['Polygon', words.shapeArea],
] as const

/** A place drawn on a map in a form: by clicks, or by keyboard in the middle of the map. */
export function PlaceField({ geometry, onChange }: PlaceFieldProps) {
  const t = useText()
  const flavour = useFlavour()
  const [drawn, setDrawn] = useState(() => drawnFrom(geometry))
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const change = (next: typeof drawn) => {
    setDrawn(next)
    onChange(geometryOf(next))
  }
  const placed = useMemo((): Placed[] => {
    const colour = roleColours.drawn[flavour]
    const whole = geometry ? [{ id: 'whole', role: 'drawn' as const, geometry, colour }] : []
    const points = drawn.points.map((coordinates, at) => ({
      id: `point ${at}`,
      role: 'drawn' as const,
      geometry: { type: 'Point' as const, coordinates },
      colour,
    }))
    return [...whole, ...points]
  }, [geometry, drawn, flavour])
  const needed = pointsNeeded[drawn.kind]
  return (
    <FieldSet label={t(words.draw)} help={t(words.drawHelp)}>
      <div className={styles.tools}>
        {kinds.map(([kind, title]) => (
          <label key={kind}>
            <input
              type="radio"
              name="shape"
              checked={drawn.kind === kind}
              onChange={() => change({ kind: kind as ShapeKind, points: [] })}
            />
            {t(title)}
          </label>
        ))}
      </div>
      <PlaceMap
        label={t(words.draw)}
        placed={placed}
        onClick={(at) => change(withPoint(drawn, at))}
        onReady={setMap}
      />
      <div className={styles.tools}>
        <Button
          size="s"
          onClick={() => {
            if (!map) return
            const { lng, lat } = map.getCenter()
            change(withPoint(drawn, [lng, lat]))
          }}
        >
          {t(words.inMiddle)}
        </Button>
        <Button size="s" onClick={() => change({ ...drawn, points: drawn.points.slice(0, -1) })}>
          {t(words.takeBack)}
        </Button>
        <Button size="s" onClick={() => change({ ...drawn, points: [] })}>
          {t(words.clear)}
        </Button>
        <span role="status">
          {t(words.points(drawn.points.length))}
          {drawn.points.length > 0 && drawn.points.length < needed && ` · ${t(words.needs(needed))}`}
        </span>
      </div>
    </FieldSet>
  )
}
