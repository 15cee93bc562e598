import { zlibSync } from 'fflate'
import type { Member, Tags } from '../osm/elements.ts'

export interface OsmContent {
  readonly nodes?: readonly { id: number; lon: number; lat: number; tags?: Tags }[]
  readonly ways?: readonly { id: number; refs: readonly number[]; tags?: Tags }[]
  readonly relations?: readonly { id: number; members: readonly Member[]; tags?: Tags }[]
}

export interface PbfOptions {
  /** How blobs say they are packed; anything but raw and zlib holds bytes no reader could unpack. */
  readonly packing?: 'raw' | 'zlib' | 'lzma' | 'bzip2' | 'lz4' | 'zstd'
  /** What zlib blobs claim to unpack to, where it is not the truth. */
  readonly claimed?: number
  readonly features?: readonly string[]
  /** Nodes one by one instead of dense. */
  readonly plainNodes?: boolean
  /** West, south, east, north in degrees. */
  readonly bounds?: readonly [number, number, number, number]
}

/** Writes an .osm.pbf: one header, one block. https://wiki.openstreetmap.org/wiki/PBF_Format */
export function osmPbf(content: OsmContent, options: PbfOptions = {}): Uint8Array {
  const { features = ['OsmSchema-V0.6', 'DenseNodes'], bounds } = options
  const box = bounds
    ? [
        bytes(
          1,
          [bounds[0], bounds[2], bounds[3], bounds[1]].flatMap((side, index) =>
            signed(index + 1, Math.round(side * 1e9)),
          ),
        ),
      ]
    : []
  const header = [...box.flat(), ...features.flatMap((feature) => bytes(4, utf8(feature)))]
  return Uint8Array.from([
    ...blob('OSMHeader', header, options),
    ...blob('OSMData', block(content, options), options),
  ])
}

function blob(type: string, data: number[], { packing = 'zlib', claimed }: PbfOptions): number[] {
  const fields = { raw: 1, zlib: 3, lzma: 4, bzip2: 5, lz4: 6, zstd: 7 }
  const packed = packing === 'zlib' ? [...zlibSync(Uint8Array.from(data))] : data
  const body = [
    ...(packing === 'raw' ? [] : plain(2, claimed ?? data.length)),
    ...bytes(fields[packing], packed),
  ]
  const header = [...bytes(1, utf8(type)), ...plain(3, body.length)]
  return [0, 0, header.length >> 8, header.length & 255, ...header, ...body]
}

function block({ nodes = [], ways = [], relations = [] }: OsmContent, { plainNodes }: PbfOptions): number[] {
  const strings: string[] = ['']
  const text = (value: string): number => {
    const known = strings.indexOf(value)
    return known >= 0 ? known : strings.push(value) - 1
  }
  const keys = (tags: Tags = {}) => packed(2, Object.keys(tags).map(text))
  const values = (tags: Tags = {}) => packed(3, Object.values(tags).map(text))
  const units = (degrees: number) => Math.round(degrees * 1e7)
  const groups = [
    plainNodes
      ? nodes.flatMap(({ id, lon, lat, tags }) =>
          bytes(1, [
            ...signed(1, id),
            ...keys(tags),
            ...values(tags),
            ...signed(8, units(lat)),
            ...signed(9, units(lon)),
          ]),
        )
      : bytes(2, [
          ...deltas(
            1,
            nodes.map(({ id }) => id),
          ),
          ...deltas(
            8,
            nodes.map(({ lat }) => units(lat)),
          ),
          ...deltas(
            9,
            nodes.map(({ lon }) => units(lon)),
          ),
          ...packed(
            10,
            nodes.flatMap(({ tags = {} }) => [...Object.entries(tags).flat().map(text), 0]),
          ),
        ]),
    ways.flatMap(({ id, refs, tags }) =>
      bytes(3, [...plain(1, id), ...keys(tags), ...values(tags), ...deltas(8, refs)]),
    ),
    relations.flatMap(({ id, members, tags }) =>
      bytes(4, [
        ...plain(1, id),
        ...keys(tags),
        ...values(tags),
        ...packed(
          8,
          members.map(({ role }) => text(role)),
        ),
        ...deltas(
          9,
          members.map(({ ref }) => ref),
        ),
        ...packed(
          10,
          members.map(({ type }) => ['node', 'way', 'relation'].indexOf(type)),
        ),
      ]),
    ),
  ]
  const body = groups.flatMap((group) => (group.length > 0 ? bytes(2, group) : []))
  return [
    ...bytes(
      1,
      strings.flatMap((value) => bytes(1, utf8(value))),
    ),
    ...body,
  ]
}

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)]

/** Base 128, lowest first; whole numbers to 2^53, negative ones as ten-byte int64. */
function varint(value: number): number[] {
  const out: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  while (rest >= 128n) {
    out.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  return [...out, Number(rest)]
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value)
const plain = (field: number, value: number) => [...varint(field * 8), ...varint(value)]
const signed = (field: number, value: number) => plain(field, zigzag(value))
const bytes = (field: number, data: readonly number[]) => [
  ...varint(field * 8 + 2),
  ...varint(data.length),
  ...data,
]
const packed = (field: number, values: readonly number[]) => bytes(field, values.flatMap(varint))
const deltas = (field: number, values: readonly number[]) =>
  packed(
    field,
    values.map((value, index) => zigzag(value - (values[index - 1] ?? 0))),
  )
