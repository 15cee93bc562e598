import type { PlacedObject } from '@trygghetskartan/api/contract-commitments'
import type { Search } from '../url-state.ts'

/** How wide a map is taken to be, in CSS pixels, so that all is in view on a phone too. */
const width = 320
const tile = 512
const [closest, widest] = [16.5, 11]

/** The view of the map that shows these objects: all of them within it, and of layers only theirs. */
export function mapViewOf(objects: readonly PlacedObject[], layers: readonly { id: string }[]): Search {
  const [only, ...others] = objects
  if (!only) return {}
  const off = layers.map(({ id }) => id).filter((id) => !objects.some(({ layer }) => layer === id))
  if (others.length === 0)
    return { at: `${only.at.join(',')},16`, sel: `${only.layer}:${only.id}`, off: off.join(',') }
  const lons = objects.map(({ at }) => at[0])
  const lats = objects.map(({ at }) => at[1])
  const [west, east, south, north] = [
    Math.min(...lons),
    Math.max(...lons),
    Math.min(...lats),
    Math.max(...lats),
  ]
  const lat = (south + north) / 2
  const degrees = Math.max(east - west, (north - south) / Math.cos((lat * Math.PI) / 180), 1e-6)
  const zoom = Math.min(closest, Math.max(widest, Math.log2((width * 360) / (tile * degrees)) - 0.2))
  const at = [((west + east) / 2).toFixed(5), lat.toFixed(5), zoom.toFixed(2)].map(Number)
  return { at: at.join(','), off: off.join(',') }
}
