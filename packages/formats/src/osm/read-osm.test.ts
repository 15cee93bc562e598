import { createReadStream } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { FormatError, Refusal } from '../refusal.ts'
import { chunked, type OsmContent, osmPbf, sharedFile, textBytes } from '../testing/index.ts'
import type { BasemapFeature } from './basemap-feature.ts'
import { readOsm } from './read-osm.ts'

const square = (west: number, south: number, side = 0.001, from = 1) =>
  [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
  ].map(([lon, lat], index) => ({ id: from + index, lon: lon!, lat: lat! }))

async function read(bytes: Uint8Array, chunk?: number) {
  const reading = readOsm(chunked(bytes, chunk))
  const features: BasemapFeature[] = []
  const refusals: Refusal[] = []
  for await (const each of reading.items) {
    if ('item' in each) features.push(each.item)
    else refusals.push(each.refusal)
  }
  return { features, refusals, counts: reading.counts, bounds: reading.bounds() }
}

const readContent = (content: OsmContent) => read(osmPbf(content))

const failure = async (bytes: Uint8Array): Promise<FormatError> =>
  read(bytes).then(
    () => {
      throw new Error('It was read')
    },
    (error: FormatError) => error,
  )

const town: OsmContent = {
  nodes: [
    ...square(14.15, 56.03),
    {
      id: 10,
      lon: 14.1512345,
      lat: 56.0312345,
      tags: { highway: 'street_lamp', height: '6 m', lamp_type: 'LED' },
    },
    { id: 11, lon: 14.152, lat: 56.032, tags: { place: 'suburb', name: 'Gamlegården' } },
  ],
  ways: [
    {
      id: 100,
      refs: [1, 2, 3],
      tags: { highway: 'residential', name: 'Östra Vallgatan', lit: 'yes', oneway: '-1' },
    },
    {
      id: 101,
      refs: [1, 2, 3, 4, 1],
      tags: { building: 'school', amenity: 'school', name: 'Centralskolan', height: '12,5' },
    },
  ],
}

describe('an OpenStreetMap file', () => {
  test('becomes features by theme with the properties the map needs', async () => {
    const { features, refusals, counts, bounds } = await readContent(town)
    expect(refusals).toEqual([])
    expect(counts).toMatchObject({ nodes: 6, ways: 2, relations: 0 })
    expect(bounds).toEqual([14.15, 56.03, 14.152, 56.032])
    const by = (theme: string) => features.filter((feature) => feature.theme === theme)
    expect(by('lamp')[0]).toMatchObject({
      sourceId: 'n10',
      props: { height: 6, lamp_type: 'LED' },
      geometry: { type: 'Point', coordinates: [14.1512345, 56.0312345] },
    })
    expect(by('road')[0]).toMatchObject({
      name: 'Östra Vallgatan',
      kind: 'residential',
      props: { lit: true, oneway: true },
    })
    // oneway=-1 runs against the way: the line is turned, so that it always runs with the traffic.
    expect(by('road')[0]!.geometry).toMatchObject({
      coordinates: [
        [14.151, 56.031],
        [14.151, 56.03],
        [14.15, 56.03],
      ],
    })
    expect(by('building')[0]).toMatchObject({ sourceId: 'w101', kind: 'school', props: { height: 12.5 } })
    expect(by('poi')[0]).toMatchObject({ sourceId: 'w101', kind: 'school', geometry: { type: 'Point' } })
    expect(by('place')[0]).toMatchObject({ name: 'Gamlegården', kind: 'suburb' })
  })

  test('is the same however its bytes are cut, and whether nodes are dense or not', async () => {
    const whole = await readContent(town)
    expect(await read(osmPbf(town), 7)).toEqual(whole)
    expect(await read(osmPbf(town, { plainNodes: true, packing: 'raw' }))).toEqual(whole)
  })

  test('is the same as XML and as Overpass JSON with ways ahead of their nodes', async () => {
    const { features } = await readContent(town)
    const sorted = (list: BasemapFeature[]) => list.map((each) => JSON.stringify(each)).sort()
    expect(sorted((await read(textBytes(xmlOf(town)), 50)).features)).toEqual(sorted(features))
    const elements = [
      ...town.ways!.map(({ id, refs, tags }) => ({ type: 'way', id, nodes: refs, tags })),
      ...town.nodes!.map((node) => ({ type: 'node', ...node })),
      // `out body; >; out skel;` names again, without tags, what was listed before.
      { type: 'node', id: 10, lon: 14.1512345, lat: 56.0312345 },
    ]
    const overpass = await read(textBytes(JSON.stringify({ version: 0.6, elements })), 50)
    expect(sorted(overpass.features)).toEqual(sorted(features))
  })

  test('takes negative ids, as editors give to what is new', async () => {
    const { features } = await readContent({
      nodes: [...square(14, 56, 0.001, -4)],
      ways: [{ id: -7, refs: [-4, -3], tags: { highway: 'path' } }],
    })
    expect(features[0]).toMatchObject({ sourceId: 'w-7', theme: 'road' })
  })

  test('gives a camera the mean bearing to what its relation says it sees', async () => {
    const { features } = await readContent({
      nodes: [
        { id: 1, lon: 14, lat: 56, tags: { man_made: 'surveillance' } },
        { id: 2, lon: 14.001, lat: 56 },
        { id: 3, lon: 14, lat: 55.9, tags: { man_made: 'surveillance', 'camera:direction': 'NE' } },
      ],
      relations: [
        {
          id: 1,
          members: [
            { type: 'node', ref: 1, role: 'camera' },
            { type: 'node', ref: 2, role: 'visible' },
          ],
          tags: { type: 'surveillance' },
        },
      ],
    })
    expect(features.map(({ props }) => props.direction)).toEqual([90, 45])
  })

  test('fills the sea along a coast, and says where it cannot', async () => {
    const coast = (refs: number[]): OsmContent => ({
      nodes: [
        ...square(14, 55, 0.01),
        { id: 9, lon: 14.004, lat: 55 },
        { id: 10, lon: 14.004, lat: 55.01 },
        { id: 11, lon: 14.004, lat: 55.005 },
      ],
      ways: [{ id: 45, refs, tags: { natural: 'coastline' } }],
    })
    const { features } = await readContent(coast([9, 10]))
    expect(features.map(({ sourceId, theme, kind }) => [sourceId, theme, kind])).toEqual([
      ['w45', 'waterway', 'coastline'],
      ['c45', 'water', 'sea'],
    ])
    expect((await readContent(coast([9, 11]))).refusals).toMatchObject([
      { element: 'coastline', code: 'coast-open' },
    ])
  })

  test('keeps every stretch of a coast that leaves the file and comes back', async () => {
    const at = (id: number, lon: number, lat: number) => ({ id, lon, lat })
    // Land between two shores that are one way, cut where it rounds a cape outside the file.
    const nodes = [
      at(1, 14.02, 55.0),
      at(2, 14.02, 55.1),
      at(3, 14.08, 55.1),
      at(4, 14.08, 55.0),
      at(5, 14, 55.05),
      at(6, 14.1, 55.05),
    ]
    const { features } = await readContent({
      nodes,
      ways: [{ id: 45, refs: [4, 3, 99, 2, 1], tags: { natural: 'coastline' } }],
    })
    const sea = features.find(({ kind }) => kind === 'sea')
    expect(sea?.geometry.type).toBe('MultiPolygon')
  })

  test('names the box of its header', async () => {
    expect((await read(osmPbf(town, { bounds: [14, 55, 15, 57] }))).bounds).toEqual([14, 55, 15, 57])
  })
})

describe('a multipolygon', () => {
  const nodes = [...square(14, 56, 0.01, 1), ...square(14.002, 56.002, 0.002, 11)]
  const ways = [
    { id: 1, refs: [1, 2, 3] },
    { id: 2, refs: [1, 4, 3] },
    { id: 3, refs: [11, 12, 13, 14, 11] },
  ]
  const member = (ref: number, role: string) => ({ type: 'way', ref, role }) as const
  const lake = (members: ReturnType<typeof member>[]): OsmContent => ({
    nodes,
    ways,
    relations: [{ id: 9, members, tags: { type: 'multipolygon', natural: 'water', name: 'Hammarsjön' } }],
  })

  test('is stitched from ways in any direction, with its island', async () => {
    const { features } = await readContent(lake([member(1, 'outer'), member(2, 'outer'), member(3, 'inner')]))
    expect(features).toHaveLength(1)
    expect(features[0]!.geometry.type).toBe('Polygon')
    expect(features[0]!.geometry.coordinates).toHaveLength(2)
  })

  test('with a way outside the file keeps the rings that close and tells of those that do not', async () => {
    const members = [member(1, 'outer'), member(2, 'outer'), member(77, 'inner')]
    const { features, refusals } = await readContent(lake(members))
    expect(features).toHaveLength(1)
    expect(refusals).toMatchObject([{ element: 'relation/9', code: 'missing-member' }])
    expect(refusals[0]!.message.en).toContain('way 77')
    const nothing = await readContent(lake([member(78, 'outer')]))
    expect(nothing.features).toEqual([])
    expect(nothing.refusals).toMatchObject([{ code: 'missing-member' }])
  })

  test.each([
    ['a ring that does not close', [member(1, 'outer')], 'ring-not-closed'],
    ['a hole outside', [member(3, 'outer'), member(1, 'inner'), member(2, 'inner')], 'hole-outside'],
    ['no ring at all', [], 'no-outer-ring'],
  ] as const)('with %s is refused with the reason', async (_, members, code) => {
    const { refusals } = await readContent(lake([...members]))
    expect(refusals).toMatchObject([{ element: 'relation/9', code }])
  })
})

describe('what does not hold together is refused, and the rest is taken', () => {
  const good = { id: 1, refs: [1, 2], tags: { highway: 'footway' } }
  const corners = square(14, 56)

  test.each([
    ['an unclosed building', { id: 2, refs: [1, 2, 3], tags: { building: 'yes' } }, 'ring-not-closed'],
    [
      'a self-crossing park',
      { id: 2, refs: [1, 2, 4, 3, 1], tags: { leisure: 'park' } },
      'self-intersection',
    ],
    [
      'a building with a node outside the file',
      { id: 2, refs: [1, 2, 99, 1], tags: { building: 'yes' } },
      'missing-node',
    ],
    ['a road of one point', { id: 2, refs: [1], tags: { highway: 'path' } }, 'too-few-points'],
  ])('%s', async (_, bad, code) => {
    const { features, refusals } = await readContent({ nodes: corners, ways: [bad, good] })
    expect(refusals).toMatchObject([{ element: 'way/2', code }])
    expect(features).toMatchObject([{ sourceId: 'w1' }])
  })

  test('a road that leaves the file is kept as far as it is in it', async () => {
    const { features, counts } = await readContent({
      nodes: corners,
      ways: [{ id: 1, refs: [1, 98, 2, 3, 4, 99], tags: { highway: 'primary' } }],
    })
    expect(counts.cut).toBe(1)
    expect(features[0]!.geometry.coordinates).toHaveLength(3)
  })

  test('positions that are not on the earth, or are no numbers', async () => {
    const lamp = { highway: 'street_lamp' }
    const off = await readContent({ nodes: [...corners, { id: 9, lon: 14, lat: 99, tags: lamp }] })
    expect(off.refusals).toMatchObject([{ element: 'node/9', code: 'out-of-range' }])
    const xml =
      '<osm version="0.6"><node id="1" lat="NaN" lon="14"/><node id="2" lat="" lon="14"/><node id="3" lat="56" lon="14"/></osm>'
    const { refusals, counts } = await read(textBytes(xml))
    expect(refusals.map(({ element }) => element)).toEqual(['node/1', 'node/2'])
    expect(counts.nodes).toBe(3)
  })
})

describe('a file that cannot be read says why, in both languages', () => {
  const whole = osmPbf(town)

  test.each([
    ['empty', new Uint8Array(0), 'empty-file'],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...new Array(200).fill(7)]),
      'not-osm-pbf',
    ],
    ['of text', textBytes('Storgatan;56,03;14,15\n'.repeat(50)), 'not-osm-pbf'],
    ['packed with gzip', Uint8Array.from([0x1f, 0x8b, 8, 0, 0]), 'packed-file'],
    ['cut off in its last block', whole.subarray(0, whole.length - 20), 'truncated'],
    ['packed with lz4', osmPbf(town, { packing: 'lz4' }), 'compression'],
    ['packed with zstd', osmPbf(town, { packing: 'zstd' }), 'compression'],
    ['a history', osmPbf(town, { features: ['OsmSchema-V0.6', 'HistoricalInformation'] }), 'feature'],
    ['without anything in it', osmPbf({}), 'no-elements'],
    ['other XML', textBytes('<gpx><trk/></gpx>'), 'not-osm-xml'],
    ['broken XML', textBytes('<osm><node id="1" lat="56" lon="14"></osm>'), 'not-xml'],
    ['cut-off XML', textBytes('<osm><node id="1" lat="56" lon="14"/>'), 'truncated'],
    ['other JSON', textBytes('{"type":"FeatureCollection","features":[]}'), 'not-overpass'],
    ['cut-off JSON', textBytes('{"elements":[{"type":"node"'), 'truncated'],
  ])('%s', async (_, bytes, code) => {
    const error = await failure(bytes)
    expect(error).toMatchObject({ name: 'FormatError', code })
    expect(error.text.sv).not.toBe(error.text.en)
  })

  test('with the place where the damage lies', async () => {
    const cut = await failure(whole.subarray(0, whole.length - 20))
    const start = 4 + whole[3]! + cutLength(whole)
    expect(cut.offset).toBe(start)
    expect(cut.text.en).toContain(`byte ${start}`)
    const damaged = Uint8Array.from(whole)
    damaged.fill(0, start + 30)
    expect(await failure(damaged)).toMatchObject({ code: 'corrupt', offset: start })
  })

  test.each([[5], [100_000], [2 ** 40]])(
    'a block that says it unpacks to %i bytes when it does not',
    async (claimed) => {
      expect((await failure(osmPbf(town, { claimed }))).code).toBe('corrupt')
    },
  )
})

describe.each([
  [
    'helsinki-centre',
    { nodes: 24_260, ways: 5130, relations: 620 },
    { building: 500, lamp: 586, camera: 221, road: 2536 },
  ],
  ['lund-station-sweden', { nodes: 2494, ways: 343, relations: 115 }, { building: 53, lamp: 10, road: 174 }],
  ['monaco-latest', { nodes: 25_423, ways: 4106, relations: 243 }, { building: 1207, road: 2351 }],
])('the real file %s', (name, elements, matched) => {
  const path = sharedFile(`osm/${name}.osm.pbf`)

  test.skipIf(!path)('holds as many objects as it is known to, by either unpacker', async () => {
    const kept: string[][] = []
    for (const inflate of [
      undefined,
      (data: Uint8Array, size: number) => inflateSync(data, { maxOutputLength: size }),
    ]) {
      const reading = readOsm(createReadStream(path!), inflate)
      const ids: string[] = []
      for await (const each of reading.items)
        if ('item' in each) ids.push(`${each.item.theme} ${each.item.sourceId}`)
      expect(reading.counts).toMatchObject({ ...elements, matched })
      expect(new Set(ids).size).toBe(ids.length)
      kept.push(ids)
    }
    expect(kept[0]).toEqual(kept[1])
  })
})

/** Length of the first blob after its header, read from the header's datasize. */
function cutLength(bytes: Uint8Array): number {
  const header = bytes.subarray(4, 4 + bytes[3]!)
  return header[header.length - 1]!
}

function xmlOf({ nodes = [], ways = [] }: OsmContent): string {
  const tags = (given: Readonly<Record<string, string>> = {}) =>
    Object.entries(given)
      .map(([k, v]) => `<tag k="${k}" v="${v.replaceAll('"', '&quot;')}"/>`)
      .join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">${nodes
    .map(({ id, lon, lat, tags: own }) => `<node id="${id}" lat="${lat}" lon="${lon}">${tags(own)}</node>`)
    .join('\n')}${ways
    .map(
      ({ id, refs, tags: own }) =>
        `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tags(own)}</way>`,
    )
    .join('\n')}</osm>`
}
