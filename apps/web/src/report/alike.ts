import { queryOptions } from '@tanstack/react-query'
import type { NearbyPlaces, ReportGeometry } from '@trygghetskartan/api/contract-reports'
import { call } from '../api.ts'
import type { Draft } from './draft.ts'
import { geometryOf, shapeRefusal } from './shape.ts'

export type NearbyPlace = NearbyPlaces['places'][number]

/** The draft's shape, once there is one. */
export const shapeOf = ({ shape, points }: Draft): ReportGeometry | null =>
  shapeRefusal(shape, points) === null ? geometryOf(shape, points) : null

/** Names the place that is looked around. */
export const lookedAt = (draft: Draft): string => JSON.stringify(shapeOf(draft))

/** Public places within 75 m of the draft's. */
export const askAlike = (draft: Draft) =>
  queryOptions({
    queryKey: ['reports-nearby', lookedAt(draft)],
    queryFn: ({ signal }) =>
      call<NearbyPlaces>('POST', '/api/reports/nearby', { body: { geometry: shapeOf(draft) }, signal }),
    staleTime: 60_000,
    retry: false,
  })
