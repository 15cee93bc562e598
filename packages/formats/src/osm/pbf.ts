import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../refusal.ts'
import type { ElementVisitor, Inflate } from './elements.ts'
import { corrupt, pbfBlobs } from './pbf-blobs.ts'
import { readPrimitiveBlock } from './pbf-block.ts'
import { Protobuf } from './protobuf.ts'

const understood = new Set(['OsmSchema-V0.6', 'DenseNodes', 'LocationsOnWays'])

/** Reads an .osm.pbf into the visitor and yields after each block. Throws FormatError as `pbfBlobs` does, and "feature". */
export async function* readPbf(
  source: ByteSource,
  visitor: ElementVisitor,
  inflate: Inflate,
): AsyncGenerator<void> {
  for await (const blob of pbfBlobs(source, inflate)) {
    try {
      if (blob.type === 'OSMHeader') readHeader(blob.data, visitor, blob.offset)
      else if (blob.type === 'OSMData') readPrimitiveBlock(blob.data, visitor)
    } catch (error) {
      throw error instanceof RangeError ? corrupt(blob.offset, error) : error
    }
    yield
  }
}

function readHeader(data: Uint8Array, visitor: ElementVisitor, offset: number): void {
  const reader = new Protobuf(data)
  while (reader.more) {
    const tag = reader.varint()
    if (tag === 0x0a) readBounds(reader.message(), visitor)
    else if (tag === 0x22) {
      const feature = new TextDecoder().decode(reader.slice())
      if (!understood.has(feature)) throw unknownFeature(feature, offset)
    } else reader.skip(tag & 7)
  }
}

/** HeaderBBox: left, right, top, bottom in units of 1e-9 degrees. */
function readBounds(reader: Protobuf, visitor: ElementVisitor): void {
  const side = [0, 0, 0, 0, 0]
  while (reader.more) {
    const tag = reader.varint()
    if (tag >> 3 <= 4 && (tag & 7) === 0) side[tag >> 3] = reader.signed() / 1e9
    else reader.skip(tag & 7)
  }
  visitor.bounds([side[1]!, side[4]!, side[2]!, side[3]!])
}

const unknownFeature = (feature: string, offset: number) =>
  new FormatError(
    'feature',
    {
      sv: `Filen kräver ”${feature}”, som inte stöds. Historikfiler måste först göras om till en vanlig kartfil.`,
      en: `The file requires “${feature}”, which is not supported. History files must first be made into an ordinary map file.`,
    },
    offset,
  )
