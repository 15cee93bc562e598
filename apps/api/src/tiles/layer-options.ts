import type { Audience, GeometryKind } from '@trygghetskartan/layers'
import type { TileOptions } from '@trygghetskartan/tiles'

/** What tiles need to know of a layer: any layer of the registry fits. */
export interface TileLayer {
  readonly id: string
  readonly geometry: GeometryKind | readonly GeometryKind[]
  /** The columns each audience may see; an audience that is absent sees nothing. */
  readonly audiences: Partial<Record<Audience, readonly string[]>>
  /** Columns that its tiles leave out. */
  readonly untiled?: readonly string[]
  /** How its tiles are cut, where that differs from the usual. */
  readonly tiles?: TileOptions
}

/** Caps that keep one tile drawable on a phone; a tile that hits one says so. */
const caps = { maxFeatures: 50_000, maxBytes: 4 << 20 }

/** Wide enough for a circle of 8 pixels or a line of 16 on a tile drawn at 512 pixels. */
const buffer = 64

export const layerOptions = (layer: TileLayer): TileOptions => ({ buffer, ...caps, ...layer.tiles })
