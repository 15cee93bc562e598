import { useQuery } from '@tanstack/react-query'
import type { Item } from '@trygghetskartan/api/contract'
import type { Polygon } from 'geojson'
import { useMemo } from 'react'
import { api } from '../api.ts'
import type { MapLayer } from '../map/map-style.ts'
import { useSession } from '../session.ts'
import type { AskedZone, Hours } from './patrol-protocol.ts'

/** The layer of patrol zones: the police's own measures of presence. */
export const useZoneLayer = (): MapLayer | undefined =>
  useSession().layers.find(({ group, siting }) => group === 'police' && siting?.kind === 'presence')

const query = { limit: 500 }

/** Every patrol zone one sees. */
export function useZones() {
  const layer = useZoneLayer()
  return useQuery({
    queryKey: ['items', layer?.id, query],
    enabled: layer !== undefined,
    queryFn: ({ signal }) => api.items(layer!.id, query, signal),
  })
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** When a zone is to be visited. */
export const hoursOf = ({ properties }: Item): Hours => ({
  weekdays: Array.isArray(properties.weekdays) ? properties.weekdays.map(Number) : [],
  from: text(properties.hours_from),
  to: text(properties.hours_to),
})

const askedZone = (item: Item): AskedZone => ({
  id: item.id,
  rings: (item.geometry as Polygon).coordinates,
  ...hoursOf(item),
})

/** Zones as the worker is asked about them; the same value as long as they are the same. */
export function useAskedZones(items: readonly Item[] | undefined): readonly AskedZone[] {
  return useMemo(() => items?.map(askedZone) ?? [], [items])
}
