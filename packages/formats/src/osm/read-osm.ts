import type { BBox } from '@trygghetskartan/geo'
import { ByteSource, type Bytes, emptyFile } from '../byte-source.ts'
import { FormatError, type Read } from '../refusal.ts'
import type { BasemapFeature } from './basemap-feature.ts'
import { type ElementCounts, FeatureCollector } from './collector.ts'
import type { Inflate } from './elements.ts'
import { inflateAnywhere } from './inflate.ts'
import { readOverpass } from './overpass.ts'
import { readPbf } from './pbf.ts'
import { readOsmXml } from './xml.ts'

export interface OsmReading {
  readonly items: AsyncGenerator<Read<BasemapFeature>>
  /** Elements read so far. */
  readonly counts: Readonly<ElementCounts>
  /** The box the file names, else the one around its nodes; null while there is none. */
  bounds(): BBox | null
}

/**
 * Reads OpenStreetMap data in any of its three forms (.osm.pbf, .osm XML, Overpass JSON), told apart by the first bytes.
 * `inflate` may be given where the platform has a faster one. `items` throws FormatError where the file as a whole cannot be read.
 */
export function readOsm(input: Bytes, inflate: Inflate = inflateAnywhere): OsmReading {
  const collector = new FeatureCollector()
  return {
    items: features(input, inflate, collector),
    counts: collector.counts,
    bounds: () => collector.named ?? (collector.counts.nodes > 0 ? [...collector.seen] : null),
  }
}

async function* features(
  input: Bytes,
  inflate: Inflate,
  collector: FeatureCollector,
): AsyncGenerator<Read<BasemapFeature>> {
  const source = new ByteSource(input)
  try {
    for await (const _ of await elements(source, inflate, collector)) yield* collector.drain()
    const { nodes, ways, relations } = collector.counts
    if (nodes + ways + relations === 0) throw nothingInIt()
    for (const _ of collector.finish()) yield* collector.drain()
    yield* collector.drain()
  } finally {
    await source.close()
  }
}

async function elements(
  source: ByteSource,
  inflate: Inflate,
  collector: FeatureCollector,
): Promise<AsyncGenerator<void>> {
  const start = await source.peek(512)
  if (start.length === 0) throw emptyFile()
  const packed = archives.find(([signature]) => signature.every((byte, index) => start[index] === byte))
  if (packed) throw packedFile(packed[1])
  const text = new TextDecoder()
    .decode(start)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (text.startsWith('<')) return readOsmXml(source, collector)
  if (text.startsWith('{')) return readOverpass(source, collector)
  return readPbf(source, collector, inflate)
}

const archives: readonly (readonly [readonly number[], string])[] = [
  [[0x1f, 0x8b], 'gzip'],
  [[0x42, 0x5a, 0x68], 'bzip2'],
  [[0x50, 0x4b, 3, 4], 'zip'],
]

const packedFile = (kind: string) =>
  new FormatError('packed-file', {
    sv: `Filen är packad med ${kind}. Packa upp den först.`,
    en: `The file is packed with ${kind}. Unpack it first.`,
  })

const nothingInIt = () =>
  new FormatError('no-elements', {
    sv: 'Filen innehåller inga noder, vägar eller relationer.',
    en: 'The file holds no nodes, ways or relations.',
  })
