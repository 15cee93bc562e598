import type { Flavour } from '@trygghetskartan/api/contract'
import type { Feature } from 'geojson'
import type { Overlay } from '../map/overlay.ts'
import type { Position } from './use-position.ts'

const id = 'position'
/** Kilometres to a degree of latitude on the mean Earth, in metres. */
const metresPerDegree = 111_195.08
const corners = 48
const ink = { light: '#0b5a6b', dark: '#74cbdb' } as const
const paper = { light: '#ffffff', dark: '#0f1519' } as const

/** Where the phone is: a dot, and the ring it is within. */
export function positionOverlay(position: Position | null, flavour: Flavour): Overlay {
  const features: Feature[] = position ? [ringOf(position), dotOf(position)] : []
  return {
    sources: { [id]: { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    layers: [
      {
        id: `${id}-area`,
        type: 'fill',
        source: id,
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': ink[flavour], 'fill-opacity': 0.12 },
      },
      {
        id: `${id}-ring`,
        type: 'line',
        source: id,
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'line-color': ink[flavour], 'line-width': 1.5, 'line-opacity': 0.7 },
      },
      {
        id: `${id}-dot`,
        type: 'circle',
        source: id,
        filter: ['==', ['geometry-type'], 'Point'],
        paint: {
          'circle-radius': 6,
          'circle-color': ink[flavour],
          'circle-stroke-color': paper[flavour],
          'circle-stroke-width': 2.5,
        },
      },
    ],
  }
}

const dotOf = ({ at }: Position): Feature => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'Point', coordinates: [...at] },
})

function ringOf({ at: [lon, lat], accuracy }: Position): Feature {
  const up = accuracy / metresPerDegree
  const along = up / Math.cos((lat * Math.PI) / 180)
  const ring = Array.from({ length: corners + 1 }, (_, i) => {
    const angle = ((i % corners) / corners) * 2 * Math.PI
    return [lon + along * Math.sin(angle), lat + up * Math.cos(angle)]
  })
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }
}
