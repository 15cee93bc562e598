import type { Box, Rings } from '@trygghetskartan/siting'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useMemo, useState } from 'react'
import { useMap } from '../map/map-context.ts'
import { useIsPhone } from '../ui/use-media.ts'
import { ringsOf, studyBox } from './study-area.ts'

/** Pixels of the map that the panel on the right covers. */
const panelWidth = 396

export interface StudyArea {
  /** What of the map no panel covers; null before there is a map. */
  readonly shown: Box | null
  readonly area: Rings | null
  /** The map shows more than can be asked about. */
  readonly cut: boolean
}

/** The area that is asked about: the drawn one, or what the map shows. `held`: the map may move without changing it. */
export function useStudyArea(drawn: Rings | null, held: boolean): StudyArea {
  const map = useMap()
  const isPhone = useIsPhone()
  const [shown, setShown] = useState<Box | null>(null)
  useEffect(() => {
    if (!map || held) return
    const look = () => setShown(shownOf(map, isPhone))
    look()
    map.on('moveend', look)
    map.on('resize', look)
    return () => {
      map.off('moveend', look)
      map.off('resize', look)
    }
  }, [map, held, isPhone])
  return useMemo(() => {
    if (drawn) return { shown, area: drawn, cut: false }
    if (!shown) return { shown, area: null, cut: false }
    const { box, cut } = studyBox(shown)
    return { shown, area: ringsOf(box), cut }
  }, [drawn, shown])
}

function shownOf(map: MapLibreMap, isPhone: boolean): Box {
  const { clientWidth, clientHeight } = map.getContainer()
  const { left = 0, bottom = 0 } = map.getPadding()
  const right = clientWidth - left > panelWidth * 2 && !isPhone ? clientWidth - panelWidth : clientWidth
  const southWest = map.unproject([left, clientHeight - bottom])
  const northEast = map.unproject([right, 0])
  // A metre's tenth: what differs less is the same view.
  const tidy = (degrees: number) => Number(degrees.toFixed(6))
  return [tidy(southWest.lng), tidy(southWest.lat), tidy(northEast.lng), tidy(northEast.lat)]
}
