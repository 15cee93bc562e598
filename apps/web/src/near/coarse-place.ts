import type { Radius } from '@trygghetskartan/api/contract-around'

export const radii: readonly Radius[] = [200, 500, 1000, 2000]

/** To about 100 m: no closer does a place leave the device. */
export const coarse = ([lon, lat]: readonly [number, number]): [number, number] => [
  Math.round(lon * 1000) / 1000,
  Math.round(lat * 1000) / 1000,
]

/** "14.157,56.029", or null where it is no place. */
export function readPlace(text: string | undefined): [number, number] | null {
  const [lon = Number.NaN, lat = Number.NaN, ...rest] = (text ?? '').split(',').map(Number)
  const isPlace = rest.length === 0 && Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && text?.includes(',')
  return isPlace ? coarse([lon, lat]) : null
}

export const readRadius = (text: string | undefined): Radius =>
  radii.find((radius) => String(radius) === text) ?? 500
