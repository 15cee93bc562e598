import type { Geometry } from 'geojson'
import { createContext, useContext } from 'react'
import type { ViewCounts } from '../map/view-counts.ts'
import type { Selected } from '../url-state.ts'

/** What panels may ask of the frame. */
export interface FrameActions {
  /** Moves the map to a geometry, or to [west, south, east, north] in degrees. */
  readonly zoomTo: (target: Geometry | readonly [number, number, number, number]) => void
  /** Selects an object and, where it is out of sight, moves the map to it. */
  readonly show: (selected: Selected, geometry: Geometry) => void
  /** Points out a place on the map, or takes the mark away. */
  readonly mark: (place: readonly [number, number] | undefined) => void
  readonly counts: ViewCounts
  /** Where things drawn over the map are put. */
  readonly overlay: HTMLElement | null
}

const FrameContext = createContext<FrameActions | null>(null)
export const FrameProvider = FrameContext.Provider

export function useFrame(): FrameActions {
  const actions = useContext(FrameContext)
  if (!actions) throw new Error('useFrame is called outside the frame')
  return actions
}
