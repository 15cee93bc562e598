import { useQuery } from '@tanstack/react-query'
import type { Text } from '@trygghetskartan/api/contract'
import type { PlaceNamesAnswer } from '@trygghetskartan/api/contract-place-names'
import { placeWords } from '@trygghetskartan/geo'
import { call } from '../api.ts'
import { writePlace } from './place.ts'

/** Degrees. */
type Place = readonly [lon: number, lat: number]

/** Milliseconds that a list stands before its names are asked for: one that a control is moved past needs none. */
const stands = 250

/** What places are called, in their order. Rejects as every request does. */
export async function fetchPlaceNames(
  places: readonly Place[],
  signal?: AbortSignal,
): Promise<readonly Text[]> {
  const body = { places }
  const answer = await call<PlaceNamesAnswer>('POST', '/api/places/names', { body, signal })
  return answer.places.map(placeWords)
}

/** What the places of a list are called, once it stands; null while that is not known. */
export function usePlaceNames(places: readonly Place[]): readonly Text[] | null {
  const { data } = useQuery({
    queryKey: ['place-names', places.map(writePlaceOf).join(' ')],
    queryFn: async ({ signal }) => {
      await new Promise((done) => setTimeout(done, stands))
      signal.throwIfAborted()
      return fetchPlaceNames(places, signal)
    },
    enabled: places.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? null
}

const writePlaceOf = ([lon, lat]: Place): string => writePlace([lon, lat])
