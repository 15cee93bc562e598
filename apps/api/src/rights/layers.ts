import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Caller } from '../auth.ts'

type Asker = Pick<Caller, 'audience' | 'token'>

/** Whether a layer is within what a token was made for; everything is, without a token. */
export const withinToken = ({ token }: Pick<Caller, 'token'>, layer: string): boolean =>
  !token?.layers || token.layers.includes(layer)

export const seesLayer = (layer: LayerDefinition, caller: Asker): boolean =>
  layer.audiences[caller.audience] !== undefined && withinToken(caller, layer.id)

/** The layers a caller knows, bottom first. */
export const layersSeenBy = (layers: readonly LayerDefinition[], caller: Asker): LayerDefinition[] =>
  layers.filter((layer) => seesLayer(layer, caller))

/** The layers whose objects a caller may create, change and remove. */
export const layersEditedBy = (layers: readonly LayerDefinition[], caller: Asker): LayerDefinition[] =>
  layersSeenBy(layers, caller).filter((layer) => layer.editable.includes(caller.audience))

const layerOfTile = /^\/api\/tiles\/([^/?]+)\//

/** Whether a finished tile may be given out without asking further: what holds for the table's rows of tiles. */
export const mayTakeTile = (caller: Pick<Caller, 'token'>, url: string): boolean => {
  if (!caller.token) return true
  const layer = layerOfTile.exec(url)?.[1]
  return layer === undefined ? url.startsWith('/api/basemap/') : withinToken(caller, layer)
}
