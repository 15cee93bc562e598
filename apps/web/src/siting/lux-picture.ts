import type { Flavour } from '@trygghetskartan/api/contract'
import type { LightReport } from '@trygghetskartan/siting'
import type { CanvasSource, Map as MapLibreMap } from 'maplibre-gl'
import { useEffect } from 'react'
import { firstLabel, underLabels } from '../map/apply-style.ts'
import { useFlavour, useMap } from '../map/map-context.ts'
import { overlayPrefix } from '../map/overlay-prefix.ts'
import { luxColour } from './lux-ramp.ts'
import { takeAway } from './use-map-overlay.ts'

/** The picture fades out over so much of its width: light does not end at a box. */
const softRim = 0.08

const source = `${overlayPrefix}lux`

/** Lays the light on the ground as a picture under the names of the map; null takes it away. */
export function useLuxPicture(raster: LightReport['raster'] | null): void {
  const map = useMap()
  const flavour = useFlavour()
  useEffect(() => {
    if (!map || !raster) return
    const canvas = paint(raster, flavour)
    const bring = () => {
      if (!map.getSource(source))
        map.addSource(source, { type: 'canvas', canvas, coordinates: cornersOf(raster), animate: false })
      if (map.getLayer(source)) return
      map.addLayer(
        {
          id: source,
          type: 'raster',
          source,
          metadata: underLabels,
          paint: { 'raster-fade-duration': 0, 'raster-resampling': 'linear' },
        },
        below(map),
      )
    }
    takeAway(map, source)
    bring()
    map.on('styledata', bring)
    return () => {
      map.off('styledata', bring)
      takeAway(map, source)
    }
  }, [map, raster, flavour])
}

/** Under what else siting draws, and under every name. */
const below = (map: MapLibreMap): string | undefined => {
  const { layers } = map.getStyle()
  return layers.find(({ id }) => id.startsWith(overlayPrefix))?.id ?? firstLabel(layers)
}

type Corners = CanvasSource['coordinates']

const cornersOf = ({ west, south, east, north }: LightReport['raster']): Corners => [
  [west, north],
  [east, north],
  [east, south],
  [west, south],
]

/** One pixel a square; the first row of a picture is the northernmost. */
function paint({ columns, rows, lux }: LightReport['raster'], flavour: Flavour): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = columns
  canvas.height = rows
  const context = canvas.getContext('2d')
  if (!context) return canvas
  const picture = context.createImageData(columns, rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const value = lux[(rows - 1 - row) * columns + column] ?? 0
      const [r, g, b, cover] = luxColour(value, flavour)
      const rim = Math.min(row, column, rows - 1 - row, columns - 1 - column)
      const shown = Math.min(1, (rim + 1) / (1 + softRim * Math.min(rows, columns)))
      picture.data.set([r, g, b, cover * shown], 4 * (row * columns + column))
    }
  context.putImageData(picture, 0, 0)
  return canvas
}
