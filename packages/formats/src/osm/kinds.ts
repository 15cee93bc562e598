import type { Tags } from './elements.ts'

/** The value of the first of these tags that has one of its values. */
function oneOf(table: Readonly<Record<string, readonly string[]>>): (tags: Tags) => string | null {
  const entries = Object.entries(table).map(([key, values]) => [key, new Set(values)] as const)
  return (tags) => {
    for (const [key, values] of entries) {
      const value = tags[key]
      if (value !== undefined && values.has(value)) return value
    }
    return null
  }
}

export const water = oneOf({
  natural: ['water'],
  waterway: ['riverbank', 'dock'],
  landuse: ['basin', 'reservoir'],
  leisure: ['swimming_pool'],
})

export const green = oneOf({
  leisure: [
    'park',
    'garden',
    'pitch',
    'playground',
    'golf_course',
    'dog_park',
    'common',
    'recreation_ground',
  ],
  landuse: [
    'grass',
    'forest',
    'meadow',
    'cemetery',
    'village_green',
    'allotments',
    'recreation_ground',
    'orchard',
    'vineyard',
    'farmland',
    'flowerbed',
  ],
  natural: ['wood', 'scrub', 'shrubbery', 'grassland', 'heath', 'wetland'],
  amenity: ['grave_yard'],
})

export const ground = oneOf({
  place: ['square'],
  amenity: ['parking', 'school', 'kindergarten', 'college', 'university', 'hospital', 'marketplace'],
  man_made: ['pier'],
  natural: ['beach', 'sand'],
  railway: ['platform'],
})

export const pavedAreas = new Set([
  'pedestrian',
  'footway',
  'service',
  'living_street',
  'platform',
  'path',
  'cycleway',
])

/** Ways under these values of `highway` are not (or not yet) something one moves along. */
export const notRoads = new Set([
  'proposed',
  'planned',
  'construction',
  'razed',
  'abandoned',
  'disused',
  'platform',
  'rest_area',
  'services',
  'elevator',
  'street_lamp',
  'bus_stop',
  'no',
])

export const interest = oneOf({
  amenity: [
    'school',
    'kindergarten',
    'college',
    'university',
    'library',
    'hospital',
    'clinic',
    'doctors',
    'dentist',
    'pharmacy',
    'nursing_home',
    'place_of_worship',
    'police',
    'fire_station',
    'townhall',
    'courthouse',
    'community_centre',
    'social_centre',
    'theatre',
    'cinema',
    'arts_centre',
    'restaurant',
    'cafe',
    'fast_food',
    'bar',
    'pub',
    'nightclub',
    'casino',
    'bank',
    'post_office',
    'fuel',
    'marketplace',
    'toilets',
    'shelter',
    'parking',
    'bicycle_parking',
  ],
  tourism: ['museum', 'gallery', 'hotel', 'hostel', 'attraction', 'viewpoint', 'camp_site'],
  leisure: [
    'sports_centre',
    'sports_hall',
    'stadium',
    'swimming_pool',
    'playground',
    'skatepark',
    'fitness_centre',
  ],
})

/** Homes for the old and others who need care are tagged in two ways. */
export const careHome = (tags: Tags): string | null =>
  tags.amenity === 'social_facility' &&
  (tags.social_facility === 'nursing_home' ||
    tags.social_facility === 'assisted_living' ||
    tags['social_facility:for'] === 'senior')
    ? 'nursing_home'
    : null

export const railways = oneOf({
  railway: ['rail', 'tram', 'light_rail', 'subway', 'narrow_gauge', 'funicular', 'monorail', 'preserved'],
})

export const waterways = oneOf({
  waterway: ['river', 'stream', 'canal', 'ditch', 'drain'],
  natural: ['coastline'],
})

export const stops = oneOf({
  highway: ['bus_stop'],
  railway: ['station', 'halt', 'tram_stop', 'subway_entrance'],
  amenity: ['bus_station', 'ferry_terminal', 'taxi'],
})

export const places = oneOf({
  place: [
    'city',
    'town',
    'village',
    'hamlet',
    'suburb',
    'borough',
    'quarter',
    'neighbourhood',
    'locality',
    'island',
    'islet',
    'square',
    'isolated_dwelling',
  ],
})
