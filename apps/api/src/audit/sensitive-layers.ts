import type { LayerDefinition } from '@trygghetskartan/layers'

/** What is no layer, and recorded as one. */
const besideLayers = ['incidents', 'pictures']

/** Layers whose reading is recorded: those of which the public sees nothing (police views, exact places of reports, where staff work). */
export const sensitiveLayers = (layers: readonly LayerDefinition[]): ReadonlySet<string> =>
  new Set([...besideLayers, ...layers.filter((layer) => !layer.audiences.public).map((layer) => layer.id)])

const tilePath = '/api/tiles/'

/** The layer of a tile's address; '' of any other address. */
export const layerOfTile = (url: string): string =>
  url.startsWith(tilePath) ? url.slice(tilePath.length, url.indexOf('/', tilePath.length)) : ''
