import type { Flavour } from '@trygghetskartan/api/contract'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { createContext, useContext } from 'react'

/** The one map, once its first style is loaded; null before. */
export const MapContext = createContext<MapLibreMap | null>(null)
export const FlavourContext = createContext<Flavour>('light')

/** The map beside the panels, or null while it loads. Add what you need and take it away again; the style is kept by map-view.tsx. */
export const useMap = (): MapLibreMap | null => useContext(MapContext)

/** Light or dark, as it is shown now. */
export const useFlavour = (): Flavour => useContext(FlavourContext)
