import { metresBetween, type Position } from '@trygghetskartan/geo'

/** A named street or locality with a point on or in it, in degrees. */
export interface GazetteerPlace {
  readonly name: string
  readonly kind: 'street' | 'locality'
  /** Nearest named place, '' where unknown. */
  readonly within: string
  readonly lon: number
  readonly lat: number
}

export interface Match {
  readonly name: string
  readonly precision: 'street' | 'locality'
  readonly position: Position
}

/** Names of one kind closer than this are one place for a position as coarse as theirs. */
const samePlaceMetres = 2500
const mostWords = 4

/** Finds the streets and localities that a text names. A name that fits several places far apart fits none. */
export class Gazetteer {
  private readonly byName = new Map<string, GazetteerPlace[]>()

  constructor(places: Iterable<GazetteerPlace>) {
    for (const place of places) {
      const key = keyOf(place.name)
      if (key.length < 3) continue
      this.byName.set(key, [...(this.byName.get(key) ?? []), place])
    }
  }

  /** The most precise place named in the text within `reachMetres` of a position; null where there is none. */
  match(text: string, near: Position, reachMetres: number): Match | null {
    const found = this.namesIn(text).map((places) =>
      places.filter((place) => metresBetween(near, [place.lon, place.lat]) <= reachMetres),
    )
    const localities = found.map((places) => single(places.filter((place) => place.kind === 'locality')))
    const locality = localities.find((place) => place !== null) ?? null
    for (const places of found) {
      const streets = places.filter((place) => place.kind === 'street')
      const street =
        single(streets) ?? (locality ? single(streets.filter((place) => isIn(place, locality))) : null)
      if (street) return matchOf(street)
    }
    return locality ? matchOf(locality) : null
  }

  /** For each capitalised run of up to four words the places of that name, longest names first from each start. */
  private namesIn(text: string): GazetteerPlace[][] {
    const words = text.match(/[\p{L}\d][\p{L}\d:-]*/gu) ?? []
    const found: GazetteerPlace[][] = []
    for (let start = 0; start < words.length; start += 1) {
      if (!/^\p{Lu}/u.test(words[start]!)) continue
      for (let length = Math.min(mostWords, words.length - start); length > 0; length -= 1) {
        const places = this.named(words.slice(start, start + length).join(' '))
        if (!places) continue
        found.push(places)
        start += length - 1
        break
      }
    }
    return found
  }

  private named(name: string): GazetteerPlace[] | undefined {
    const key = keyOf(name)
    // "Kristianstads centrum": the genitive; "Åhus" is tried as it stands first.
    return this.byName.get(key) ?? (key.endsWith('s') ? this.byName.get(key.slice(0, -1)) : undefined)
  }
}

/** "Jakobs väg" and "Jakobsväg" are written alike by those in a hurry. */
const keyOf = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s-]+/g, '')

function single(places: readonly GazetteerPlace[]): GazetteerPlace | null {
  const first = places[0]
  if (!first) return null
  const apart = places.some(
    (place) => metresBetween([first.lon, first.lat], [place.lon, place.lat]) > samePlaceMetres,
  )
  return apart ? null : first
}

const isIn = (street: GazetteerPlace, locality: GazetteerPlace): boolean =>
  street.within === locality.name ||
  metresBetween([street.lon, street.lat], [locality.lon, locality.lat]) <= samePlaceMetres

const matchOf = ({ name, kind, lon, lat }: GazetteerPlace): Match => ({
  name,
  precision: kind,
  position: [lon, lat],
})
