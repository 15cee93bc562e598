import type { LonLat, Rings } from '@trygghetskartan/siting'
import { area as areaOnEarth } from '@turf/turf'
import type { Geometry } from 'geojson'
import { useEffect, useMemo } from 'react'
import { createDrawing } from '../draw/drawing.ts'
import { DrawingBar } from '../draw/drawing-bar.tsx'
import type { SketchKind } from '../draw/sketch.ts'
import { useDrawingView } from '../draw/use-drawing.ts'

interface DrawOnMapProps {
  readonly kind: Extract<SketchKind, 'Point' | 'Polygon'>
  readonly title: string
  readonly onDrawn: (geometry: Geometry) => void
  readonly onCancel: () => void
}

/** The pen for one shape of the question: handed on as soon as it is finished and sound. */
export function DrawOnMap({ kind, title, onDrawn, onCancel }: DrawOnMapProps) {
  const drawing = useMemo(() => createDrawing(kind), [kind])
  const view = useDrawingView(drawing)
  const done = view?.sketch.finished && !view.problem ? view.geometry : null
  useEffect(() => {
    if (done) onDrawn(done)
  }, [done, onDrawn])
  return <DrawingBar drawing={drawing} id="" title={title} onCancel={onCancel} />
}

export const ringsDrawn = (geometry: Geometry): Rings =>
  geometry.type === 'Polygon' ? (geometry.coordinates as unknown as Rings) : []

/** Square metres of a polygon. */
export const surfaceOf = (rings: Rings): number =>
  areaOnEarth({
    type: 'Polygon',
    coordinates: rings.map((ring) => ring.map(([lon, lat]: LonLat) => [lon, lat])),
  })
