import type { PlacesAnswer } from '@trygghetskartan/api/contract'
import { foldedName } from '@trygghetskartan/geo/folded-name'

/** A place of places.json: the more important first. */
export type PublishedPlace = PlacesAnswer['places'][number]

/** Places whose name holds the words: whole names first, then those that begin so, then those with a word that does, then the rest. */
export function findPublishedPlaces(
  all: readonly PublishedPlace[],
  q: string,
  limit: number,
): PublishedPlace[] {
  const words = foldedName(q)
  if (!words) return []
  const found = all.flatMap((place) => {
    const name = foldedName(place.name)
    if (!name.includes(words)) return []
    const worse = name === words ? 0 : name.startsWith(words) ? 1 : name.includes(` ${words}`) ? 2 : 3
    return [{ place, worse }]
  })
  return found
    .sort((a, b) => a.worse - b.worse)
    .slice(0, limit)
    .map(({ place }) => place)
}
