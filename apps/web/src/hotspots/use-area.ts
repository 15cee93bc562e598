import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../api.ts'
import type { MapLayer } from '../map/map-style.ts'
import { useSession } from '../session.ts'
import type { AreaInDegrees } from './hotspot-protocol.ts'
import type { Place, StudyArea } from './hotspot-view.ts'
import { boxArea, ringArea } from './question-of.ts'

/** An area of the town that has a name. */
export interface NamedArea {
  readonly layer: string
  readonly id: string
  readonly title: string
  readonly area: AreaInDegrees
}

/** Districts and localities: the areas of the layers of the picture, each name once, the latest of it. */
export function useNamedAreas(enabled: boolean) {
  const { layers } = useSession()
  const layer = layers.find(isOfAreas)
  return useQuery({
    queryKey: ['items', layer?.id, 'areas'],
    enabled: enabled && layer !== undefined,
    queryFn: async ({ signal }): Promise<readonly NamedArea[]> => {
      const { features } = await api.items(layer!.id, { limit: 1000 }, signal)
      const named = features.flatMap((item) => {
        const area = areaOf(item.geometry)
        return area
          ? [{ layer: layer!.id, id: item.id, title: String(item.properties.title ?? ''), area }]
          : []
      })
      return [...new Map(named.map((one) => [one.title, one])).values()].toSorted((a, b) =>
        a.title.localeCompare(b.title, 'sv'),
      )
    },
  })
}

const isOfAreas = ({ group, geometry }: MapLayer): boolean =>
  group === 'picture' && geometry.includes('MultiPolygon')

function areaOf(geometry: { readonly type: string; readonly coordinates?: unknown }): AreaInDegrees | null {
  if (geometry.type === 'Polygon') return [geometry.coordinates as readonly (readonly Place[])[]]
  return geometry.type === 'MultiPolygon' ? (geometry.coordinates as AreaInDegrees) : null
}

/** Where one looks, in degrees, null for everywhere; undefined while it is on its way. */
export function useArea(chosen: StudyArea | undefined) {
  const named = useNamedAreas(chosen?.of === 'object')
  const area = useMemo((): AreaInDegrees | null | undefined => {
    if (!chosen) return null
    if (chosen.of === 'box') return boxArea(chosen.box)
    if (chosen.of === 'ring') return ringArea(chosen.ring)
    return named.data?.find(({ id }) => id === chosen.id)?.area
  }, [chosen, named.data])
  const isObject = chosen?.of === 'object'
  return { area, error: isObject ? named.error : null, missing: isObject && !area && named.isSuccess }
}
