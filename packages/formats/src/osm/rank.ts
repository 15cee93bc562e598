import type { Theme } from './themes.ts'

/** The order in which things of a theme are drawn and named, first ones first; what is not listed comes last. */
const ranks: Partial<Record<Theme, readonly (readonly string[])[]>> = {
  road: [
    ['motorway', 'trunk'],
    ['motorway_link', 'trunk_link', 'primary'],
    ['primary_link', 'secondary'],
    ['secondary_link', 'tertiary'],
    ['tertiary_link', 'unclassified', 'residential', 'living_street', 'pedestrian'],
    ['service', 'cycleway', 'track', 'busway'],
  ],
  place: [
    ['city'],
    ['town'],
    ['village', 'borough'],
    ['suburb', 'quarter'],
    ['neighbourhood', 'hamlet'],
    ['square', 'island'],
  ],
  railway: [['rail'], ['light_rail', 'tram', 'subway']],
  waterway: [['coastline', 'river'], ['canal']],
  stop: [
    ['station', 'ferry_terminal', 'bus_station'],
    ['halt', 'tram_stop', 'subway_entrance'],
  ],
  poi: [
    ['hospital', 'townhall', 'police', 'university'],
    ['school', 'kindergarten', 'nursing_home', 'college', 'library', 'fire_station', 'courthouse'],
    ['museum', 'theatre', 'place_of_worship', 'clinic', 'pharmacy', 'sports_centre', 'stadium'],
  ],
}

/** Higher is more important within the theme; 0 last. */
export function rankOf(theme: Theme, kind: string): number {
  const steps = ranks[theme] ?? []
  const found = steps.findIndex((kinds) => kinds.includes(kind))
  return found < 0 ? 0 : steps.length - found
}
