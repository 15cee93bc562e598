import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import type { MapLayer } from '../map/map-style.ts'
import { useSession } from '../session.ts'

/** Of who is present beside the police: guards, whose presence rests on a permit, and field workers. */
export function usePresenceLayers(): {
  readonly guards: MapLayer | undefined
  readonly field: MapLayer | undefined
} {
  const own = useSession().layers.filter(
    ({ group, siting }) => group === 'presence' && siting?.kind === 'presence',
  )
  return { guards: own.find(({ permit }) => permit), field: own.find(({ permit }) => !permit) }
}

const query = { limit: 500 }

/** Every object of a layer. */
export const useObjects = (layer: MapLayer | undefined) =>
  useQuery({
    queryKey: ['items', layer?.id, query],
    enabled: layer !== undefined,
    queryFn: ({ signal }) => api.items(layer!.id, query, signal),
  })
