import type { Flavour } from '@trygghetskartan/api/contract'
import type { ObservationKind, SeenObservation } from '@trygghetskartan/api/contract-observations'
import type { Overlay } from '../map/overlay.ts'

export const entryPoints = 'over-field-entries'
const ink = { light: '#6a3d9a', dark: '#d3b3ff' } as const
const paper = { light: '#ffffff', dark: '#0f1519' } as const

/** Entries on the map: filled where something happened, hollow where it is the state of the place; the chosen one ringed. */
export function entriesOverlay(
  entries: readonly SeenObservation[],
  kinds: readonly ObservationKind[],
  chosen: string,
  flavour: Flavour,
): Overlay {
  const events = new Set(kinds.filter(({ countsPeople }) => countsPeople).map(({ kind }) => kind))
  const features = entries.map(({ id, geometry, kind }) => ({
    type: 'Feature' as const,
    properties: { id, event: events.has(kind), chosen: id === chosen },
    geometry,
  }))
  return {
    sources: { [entryPoints]: { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    layers: [
      {
        id: `${entryPoints}-ring`,
        type: 'circle',
        source: entryPoints,
        filter: ['get', 'chosen'],
        paint: {
          'circle-radius': 15,
          'circle-opacity': 0,
          'circle-stroke-color': ink[flavour],
          'circle-stroke-width': 3,
        },
      },
      {
        id: entryPoints,
        type: 'circle',
        source: entryPoints,
        paint: {
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 4, 16, 8],
          'circle-color': ['case', ['get', 'event'], ink[flavour], paper[flavour]],
          'circle-stroke-color': ['case', ['get', 'event'], paper[flavour], ink[flavour]],
          'circle-stroke-width': ['case', ['get', 'event'], 1.5, 3],
        },
      },
    ],
  }
}
