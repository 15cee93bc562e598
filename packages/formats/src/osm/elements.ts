import type { BBox } from '@trygghetskartan/geo'

export type Tags = Readonly<Record<string, string>>
export type MemberType = 'node' | 'way' | 'relation'

export interface Member {
  readonly type: MemberType
  readonly ref: number
  readonly role: string
}

/** Where the three OpenStreetMap file formats hand over what they read. Coordinates in degrees, as they stand in the file. */
export interface ElementVisitor {
  bounds(box: BBox): void
  /** `tags` is null for the many nodes that only shape a way. */
  node(id: number, lon: number, lat: number, tags: Tags | null): void
  way(id: number, refs: readonly number[], tags: Tags): void
  relation(id: number, members: readonly Member[], tags: Tags): void
}

/** Raw DEFLATE with a zlib header. Must throw on more than `size` bytes. */
export type Inflate = (data: Uint8Array, size: number) => Uint8Array
