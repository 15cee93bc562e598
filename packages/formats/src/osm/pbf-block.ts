import type { ElementVisitor, Member, MemberType, Tags } from './elements.ts'
import { Protobuf } from './protobuf.ts'

const memberTypes: readonly MemberType[] = ['node', 'way', 'relation']

/** What the messages of one block share: its strings (decoded when first asked for) and how it counts degrees. */
interface Block {
  readonly text: (index: number) => string
  readonly lon: (value: number) => number
  readonly lat: (value: number) => number
}

/** Reads one PrimitiveBlock. Throws RangeError where the bytes do not hold together. */
export function readPrimitiveBlock(data: Uint8Array, visitor: ElementVisitor): void {
  const strings: Uint8Array[] = []
  const groups: Protobuf[] = []
  let granularity = 100
  let latOffset = 0
  let lonOffset = 0
  const reader = new Protobuf(data)
  while (reader.more) {
    const tag = reader.varint()
    if (tag === 0x0a) readStrings(reader.message(), strings)
    else if (tag === 0x12) groups.push(reader.message())
    else if (tag === 0x88) granularity = reader.varint()
    else if (tag === 0x98) latOffset = reader.varint()
    else if (tag === 0xa0) lonOffset = reader.varint()
    else reader.skip(tag & 7)
  }
  const decoder = new TextDecoder()
  const decoded: (string | undefined)[] = new Array(strings.length)
  const text = (index: number): string => {
    const known = decoded[index]
    if (known !== undefined) return known
    const bytes = strings[index]
    if (!bytes) throw new RangeError('string outside the table')
    const made = decoder.decode(bytes)
    decoded[index] = made
    return made
  }
  // Whole units of 1e-7 degrees (granularity 100) divided once give the nearest double: 12.1234567, not 12.123456700000001.
  const degrees = (value: number, offset: number) =>
    granularity === 100 && offset === 0 ? value / 1e7 : (offset + granularity * value) / 1e9
  const block: Block = { text, lon: (v) => degrees(v, lonOffset), lat: (v) => degrees(v, latOffset) }
  for (const group of groups) readGroup(group, block, visitor)
}

function readStrings(reader: Protobuf, strings: Uint8Array[]): void {
  while (reader.more) {
    const tag = reader.varint()
    if (tag === 0x0a) strings.push(reader.slice())
    else reader.skip(tag & 7)
  }
}

function readGroup(reader: Protobuf, block: Block, visitor: ElementVisitor): void {
  while (reader.more) {
    const tag = reader.varint()
    if (tag === 0x0a) readNode(reader.message(), block, visitor)
    else if (tag === 0x12) readDense(reader.message(), block, visitor)
    else if (tag === 0x1a) readWay(reader.message(), block, visitor)
    else if (tag === 0x22) readRelation(reader.message(), block, visitor)
    else reader.skip(tag & 7)
  }
}

function readNode(reader: Protobuf, block: Block, visitor: ElementVisitor): void {
  let id = 0
  let lat = 0
  let lon = 0
  let keys: number[] = []
  let values: number[] = []
  while (reader.more) {
    const tag = reader.varint()
    if (tag === 0x08) id = reader.signed()
    else if (tag === 0x12) keys = packed(reader)
    else if (tag === 0x1a) values = packed(reader)
    else if (tag === 0x40) lat = reader.signed()
    else if (tag === 0x48) lon = reader.signed()
    else reader.skip(tag & 7)
  }
  visitor.node(id, block.lon(lon), block.lat(lat), keys.length > 0 ? tagsOf(keys, values, block) : null)
}

function readDense(reader: Protobuf, block: Block, visitor: ElementVisitor): void {
  let ids: Protobuf | undefined
  let lats: Protobuf | undefined
  let lons: Protobuf | undefined
  let pairs: Protobuf | undefined
  while (reader.more) {
    const tag = reader.varint()
    if (tag === 0x0a) ids = reader.message()
    else if (tag === 0x42) lats = reader.message()
    else if (tag === 0x4a) lons = reader.message()
    else if (tag === 0x52) pairs = reader.message()
    else reader.skip(tag & 7)
  }
  if (!ids || !lats || !lons) return
  let id = 0
  let lat = 0
  let lon = 0
  while (ids.more) {
    id += ids.signed()
    lat += lats.signed()
    lon += lons.signed()
    visitor.node(id, block.lon(lon), block.lat(lat), pairs ? denseTags(pairs, block) : null)
  }
}

/** Key and value numbers of one node, up to the 0 that parts it from the next. */
function denseTags(pairs: Protobuf, block: Block): Tags | null {
  let tags: Record<string, string> | null = null
  while (pairs.more) {
    const key = pairs.varint()
    if (key === 0) break
    tags ??= {}
    tags[block.text(key)] = block.text(pairs.varint())
  }
  return tags
}

function readWay(reader: Protobuf, block: Block, visitor: ElementVisitor): void {
  let id = 0
  let keys: number[] = []
  let values: number[] = []
  let refs: number[] = []
  while (reader.more) {
    const tag = reader.varint()
    if (tag === 0x08) id = reader.varint()
    else if (tag === 0x12) keys = packed(reader)
    else if (tag === 0x1a) values = packed(reader)
    else if (tag === 0x42) refs = packedDeltas(reader)
    else reader.skip(tag & 7)
  }
  visitor.way(id, refs, tagsOf(keys, values, block))
}

function readRelation(reader: Protobuf, block: Block, visitor: ElementVisitor): void {
  let id = 0
  let keys: number[] = []
  let values: number[] = []
  let roles: number[] = []
  let refs: number[] = []
  let types: number[] = []
  while (reader.more) {
    const tag = reader.varint()
    if (tag === 0x08) id = reader.varint()
    else if (tag === 0x12) keys = packed(reader)
    else if (tag === 0x1a) values = packed(reader)
    else if (tag === 0x42) roles = packed(reader)
    else if (tag === 0x4a) refs = packedDeltas(reader)
    else if (tag === 0x52) types = packed(reader)
    else reader.skip(tag & 7)
  }
  const members: Member[] = refs.map((ref, index) => {
    const type = memberTypes[types[index] ?? -1]
    if (!type) throw new RangeError('member without a type')
    return { type, ref, role: block.text(roles[index] ?? -1) }
  })
  visitor.relation(id, members, tagsOf(keys, values, block))
}

function tagsOf(keys: readonly number[], values: readonly number[], block: Block): Tags {
  const tags: Record<string, string> = {}
  for (let index = 0; index < keys.length; index += 1) {
    tags[block.text(keys[index]!)] = block.text(values[index] ?? -1)
  }
  return tags
}

function packed(reader: Protobuf): number[] {
  const field = reader.message()
  const values: number[] = []
  while (field.more) values.push(field.varint())
  return values
}

function packedDeltas(reader: Protobuf): number[] {
  const field = reader.message()
  const values: number[] = []
  let value = 0
  while (field.more) {
    value += field.signed()
    values.push(value)
  }
  return values
}
