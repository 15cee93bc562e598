/** What a place is called. */
export interface PlaceName {
  /** The square or park it is in, or else the nearest street; '' where none is near. */
  readonly name: string
  /** What it is told apart by: the nearest square, station, park or school of another name; '' where none is near. */
  readonly by: string
  /** Neighbourhood or town, '' where unknown. */
  readonly within: string
}

/** A place in words: "Östra Storgatan, vid Stora torg". */
export function placeWords({ name, by, within }: PlaceName): { readonly sv: string; readonly en: string } {
  if (name && by) return { sv: `${name}, vid ${by}`, en: `${name}, by ${by}` }
  const words = [name, within].filter((part, i, all) => part !== '' && all.indexOf(part) === i).join(', ')
  return words ? { sv: words, en: words } : { sv: 'Plats utan namn', en: 'Unnamed place' }
}
