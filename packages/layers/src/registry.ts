import type { LayerDefinition } from './definition.ts'
import type { Audience } from './description.ts'
import { layers as shipped } from './layers.ts'

/** The layer of that id, or undefined. */
export const layerById = (
  id: string,
  layers: readonly LayerDefinition[] = shipped,
): LayerDefinition | undefined => layers.find((layer) => layer.id === id)

/** The layers an audience knows, bottom first. */
export const layersFor = (
  audience: Audience,
  layers: readonly LayerDefinition[] = shipped,
): readonly LayerDefinition[] => layers.filter((layer) => layer.audiences[audience] !== undefined)

/** The columns of its view after id, geom and version, in order; none for an audience that does not know the layer. */
export const columnsFor = (layer: LayerDefinition, audience: Audience): readonly string[] =>
  layer.audiences[audience] ?? []
