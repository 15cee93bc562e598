import type { PlaceName } from '@trygghetskartan/geo'

/** POST /api/places/names: one name for each place, in the order asked. */
export interface PlaceNamesAnswer {
  places: PlaceName[]
}
