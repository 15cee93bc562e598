const prefix = 'drafts-'

/** Name of the source that holds a layer's drafts, beside the one of its tiles. */
export const draftsSource = (layer: string): string => prefix + layer

/** The layer that a source on the map belongs to. */
export const layerOfSource = (source: string): string =>
  source.startsWith(prefix) ? source.slice(prefix.length) : source
