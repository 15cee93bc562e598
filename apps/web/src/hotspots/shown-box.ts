import type { Map as MapLibreMap } from 'maplibre-gl'

/** [west, south, east, north] of what no panel covers, to five decimals. */
export function shownBox(
  map: MapLibreMap,
  isPhone: boolean,
): readonly [west: number, south: number, east: number, north: number] {
  const { clientWidth, clientHeight } = map.getContainer()
  const { left = 0, bottom = 0 } = map.getPadding()
  const southWest = map.unproject([isPhone ? 0 : left, clientHeight - bottom])
  const northEast = map.unproject([clientWidth, 0])
  const tidy = (degrees: number) => Number(degrees.toFixed(5))
  return [tidy(southWest.lng), tidy(southWest.lat), tidy(northEast.lng), tidy(northEast.lat)]
}
