import { type Audience, type LayerDefinition, layers as shipped } from '@trygghetskartan/layers'

/** Audiences that edit at least one layer: the registry says so, and nothing else does. */
export const editors = (layers: readonly LayerDefinition[] = shipped): readonly Audience[] => [
  ...new Set(layers.flatMap((layer) => layer.editable)),
]
