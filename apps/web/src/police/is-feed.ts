import { type MapLayer, timeField } from '../map/map-style.ts'
import type { UrlState } from '../url-state.ts'

/** The public feed of the police: the layer of what happened at a time. Next to nothing of it can be placed, so it is looked at by itself. */
export const feedOf = (layers: readonly MapLayer[]): MapLayer | undefined =>
  layers.find((layer) => layer.group === 'police' && timeField(layer))

/** The view is of the feed alone. */
export const isFeed = ({ hotspots }: Pick<UrlState, 'hotspots'>, layers: readonly MapLayer[]): boolean =>
  hotspots?.sources !== undefined && hotspots.sources === feedOf(layers)?.id
