import type { Flavour } from '@trygghetskartan/api/contract'
import type { CanvasSourceSpecification, LayerSpecification } from 'maplibre-gl'
import { useMemo } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { overlayPrefix } from '../map/overlay-prefix.ts'
import { useMapSource } from '../proposal/map-part.ts'
import { rampAt, riskRamps } from '../proposal/risk-picture.ts'
import type { DensityFigure } from './hotspot-protocol.ts'

const id = `${overlayPrefix}hotspots-density`
const layers: readonly LayerSpecification[] = [
  { id, type: 'raster', source: id, paint: { 'raster-opacity': 0.85, 'raster-fade-duration': 0 } },
]

/** A density as a picture under the names of the map. */
export function DensityPicture({ figure }: { readonly figure: DensityFigure }) {
  const flavour = useFlavour()
  const source = useMemo<CanvasSourceSpecification>(
    () => ({
      type: 'canvas',
      canvas: paint(figure, flavour),
      animate: false,
      coordinates: figure.corners.map(([lon, lat]) => [lon, lat]) as CanvasSourceSpecification['coordinates'],
    }),
    [figure, flavour],
  )
  useMapSource(id, source as never, layers, 'under-names')
  return null
}

/** North up, one pixel a square. */
function paint({ columns, rows, levels }: DensityFigure, flavour: Flavour): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = columns
  canvas.height = rows
  const picture = new ImageData(columns, rows)
  const words = new Uint32Array(picture.data.buffer)
  const colours = Uint32Array.from({ length: 256 }, (_, i) => wordOf(rampAt(riskRamps[flavour], i / 255)))
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      words[(rows - 1 - row) * columns + column] = colours[levels[row * columns + column]!]!
  canvas.getContext('2d')!.putImageData(picture, 0, 0)
  return canvas
}

/** A colour as the four bytes of a picture, in the order of the machine: little-endian wherever a browser runs. */
const wordOf = ([red, green, blue, alpha]: readonly number[]): number =>
  ((Math.round(alpha! * 255) << 24) |
    (Math.round(blue!) << 16) |
    (Math.round(green!) << 8) |
    Math.round(red!)) >>>
  0
