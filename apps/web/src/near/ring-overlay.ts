import type { Flavour } from '@trygghetskartan/api/contract'
import type { Around } from '../around/around-api.ts'
import type { Overlay } from '../map/overlay.ts'

const id = 'near'
const metresPerDegree = 111_195.08
const corners = 72
const ink = { light: '#0b5a6b', dark: '#74cbdb' } as const

/** The ring around a place, in degrees. */
export function ringAround({ at: [lon, lat], radius }: Around): [number, number][] {
  const up = radius / metresPerDegree
  const along = up / Math.cos((lat * Math.PI) / 180)
  return Array.from({ length: corners + 1 }, (_, corner) => {
    const angle = ((corner % corners) / corners) * 2 * Math.PI
    return [lon + along * Math.sin(angle), lat + up * Math.cos(angle)]
  })
}

/** The area that is told of. */
export const ringOverlay = (around: Around, flavour: Flavour): Overlay => ({
  sources: {
    [id]: {
      type: 'geojson',
      data: {
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates: [ringAround(around)] },
      },
    },
  },
  layers: [
    {
      id: `${id}-area`,
      type: 'fill',
      source: id,
      paint: { 'fill-color': ink[flavour], 'fill-opacity': 0.08 },
    },
    { id: `${id}-ring`, type: 'line', source: id, paint: { 'line-color': ink[flavour], 'line-width': 2 } },
  ],
})
