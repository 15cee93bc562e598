import type { LonLat } from '@trygghetskartan/siting'
import type { Geometry } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { boundsOf } from '../map/geometry-bounds.ts'

/** "14.15567,56.02937": six decimals are a tenth of a metre. */
export const writePlace = ([lon, lat]: LonLat): string =>
  [lon, lat].map((one) => Number(one.toFixed(6))).join(',')

/** The place an address names, or null. */
export function readPlace(text: string): LonLat | null {
  const [lon, lat, ...rest] = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const isPlace =
    rest.length === 0 && lon !== undefined && lat !== undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 85
  return isPlace ? [lon, lat] : null
}

export function middleOf(map: MapLibreMap): LonLat {
  const { lng, lat } = map.getCenter()
  return [lng, lat]
}

/** Where an object is: its point, or the middle of the box about it. */
export function placeOf(geometry: Geometry): LonLat {
  if (geometry.type === 'Point') return geometry.coordinates as [number, number]
  const [west, south, east, north] = boundsOf(geometry)
  return [(west + east) / 2, (south + north) / 2]
}
