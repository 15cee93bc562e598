import type { Flavour } from '@trygghetskartan/api/contract'
import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useMemo, useState } from 'react'
import { useFlavour, useMap } from '../map/map-context.ts'
import { overlayPrefix } from '../map/overlay-prefix.ts'
import { useMapFeatures } from '../proposal/map-part.ts'
import { useReckoned } from './hotspot-client.ts'
import type { Box, HotspotQuestion } from './hotspot-protocol.ts'
import type { PackedIncidents } from './use-incidents.ts'

const id = `${overlayPrefix}hotspots-points`
/** From this zoom on incidents are told apart. */
const nearEnough = 16

interface PointsOverlayProps {
  readonly incidents: PackedIncidents | undefined
  readonly question: HotspotQuestion
}

/** Close up, the incidents one by one: a dot where the place is known, a ring where only the street is. */
export function PointsOverlay({ incidents, question }: PointsOverlayProps) {
  const map = useMap()
  const flavour = useFlavour()
  const box = useNearBox(map)
  const work = useMemo(() => (box ? ({ kind: 'points', question, box } as const) : null), [question, box])
  const { report } = useReckoned(incidents, work)
  const layers = useMemo(() => layersOf(flavour), [flavour])
  useMapFeatures(id, box && report ? report : none, layers)
  return null
}

const none: readonly never[] = []

/** What the map shows, where that is near enough; null farther off. */
function useNearBox(map: MapLibreMap | null): Box | null {
  const [box, setBox] = useState<Box | null>(null)
  useEffect(() => {
    if (!map) return
    const look = () => {
      if (map.getZoom() < nearEnough) return setBox(null)
      const bounds = map.getBounds()
      setBox([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()])
    }
    look()
    map.on('moveend', look)
    return () => void map.off('moveend', look)
  }, [map])
  return box
}

function layersOf(flavour: Flavour): LayerSpecification[] {
  const [ink, paper] = flavour === 'light' ? ['#1d2b33', '#ffffff'] : ['#f2f6f8', '#12191e']
  return [
    {
      id: `${id}-about`,
      type: 'circle',
      source: id,
      filter: ['!=', ['get', 'precision'], 'exact'],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 16, 4, 19, 9],
        'circle-color': ink,
        'circle-opacity': 0.06,
        'circle-stroke-color': ink,
        'circle-stroke-width': 1.2,
        'circle-stroke-opacity': 0.75,
      },
    },
    {
      id: `${id}-exact`,
      type: 'circle',
      source: id,
      filter: ['==', ['get', 'precision'], 'exact'],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 16, 2.2, 19, 5],
        'circle-color': ink,
        'circle-opacity': 0.85,
        'circle-stroke-color': paper,
        'circle-stroke-width': 0.8,
      },
    },
  ]
}
