import type { CanvasSourceSpecification, LayerSpecification } from 'maplibre-gl'
import { useMemo } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { overlayPrefix } from '../map/overlay-prefix.ts'
import { useMapSource } from './map-part.ts'
import type { ProposalForm } from './proposal-form.ts'
import { type RiskGrid, weighed } from './risk-grid.ts'
import { paintRisk } from './risk-picture.ts'

const id = `${overlayPrefix}proposal-risk`
const layers = [
  { id, type: 'raster', source: id, paint: { 'raster-opacity': 0.85, 'raster-fade-duration': 0 } },
] as unknown as LayerSpecification[]

interface RiskOverlayProps {
  readonly grid: RiskGrid
  readonly weights: ProposalForm['weights']
}

/** The weighed risk on the map, painted anew as the sliders move. */
export function RiskOverlay({ grid, weights }: RiskOverlayProps) {
  const flavour = useFlavour()
  const source = useMemo<CanvasSourceSpecification | null>(() => {
    const canvas = paintRisk(grid, weighed(grid, weights), flavour)
    const [west, south, east, north] = grid.box
    return (
      canvas && {
        type: 'canvas',
        canvas,
        animate: false,
        coordinates: [
          [west, north],
          [east, north],
          [east, south],
          [west, south],
        ],
      }
    )
  }, [grid, weights, flavour])
  useMapSource(id, source as never, layers, 'under-names')
  return null
}
