/** The map and its engine: asked for when a page with the map opens, and there once for all of them. */
export const fetchMapView = () => import('./map-view.tsx')
