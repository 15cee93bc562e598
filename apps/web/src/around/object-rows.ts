import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { type Bounds, boundsOf } from '../map/geometry-bounds.ts'
import { useLayer } from '../session.ts'

/** All objects of a public layer by a column, as their list has them. */
export function useObjects(layerId: string, sort: string, order: 'asc' | 'desc' = 'asc') {
  const layer = useLayer(layerId)
  const answer = useQuery({
    queryKey: ['items', layerId, 'all', sort, order],
    queryFn: ({ signal }) => api.items(layerId, { sort, order, limit: 500 }, signal),
    enabled: layer !== undefined,
  })
  return { layer, ...answer }
}

/** Where an object is shown on the map: its search parameters. */
export function viewOf(layer: string, id: string, geometry: Parameters<typeof boundsOf>[0]) {
  const [west, south, east, north] = boundsOf(geometry)
  const at = [(west + east) / 2, (south + north) / 2].map((degrees) => degrees.toFixed(5))
  return { at: `${at.join(',')},15.5`, sel: `${layer}:${id}` }
}

/** What holds them all; the given box where there are none. */
export function boundsOfAll(
  geometries: readonly Parameters<typeof boundsOf>[0][],
  otherwise: Bounds,
): Bounds {
  const boxes = geometries.map(boundsOf)
  if (boxes.length === 0) return otherwise
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ]
}
