import { type OsmContent, osmPbf } from '@trygghetskartan/formats/testing'

/** Objects in one block of a real extract. */
const perBlock = 8000

export interface Town {
  /** The file, block by block. */
  readonly blocks: readonly Uint8Array[]
  readonly objects: number
}

/**
 * An .osm.pbf of a made-up town: blocks of six houses along named streets, lamps, addresses and shops, with about as many plain
 * nodes to each feature as real extracts have (Helsinki 4, Lund 8, Monaco 6). `houses` decides its size.
 */
export function osmTown(houses: number): Town {
  const nodes: NonNullable<OsmContent['nodes']>[number][] = []
  const ways: NonNullable<OsmContent['ways']>[number][] = []
  const wide = Math.ceil(Math.sqrt(houses))
  const node = (lon: number, lat: number, tags?: Record<string, string>): number => {
    nodes.push({ id: nodes.length + 1, lon, lat, ...(tags && { tags }) })
    return nodes.length
  }
  for (let house = 0; house < houses; house += 1) {
    const [column, row] = [house % wide, Math.floor(house / wide)]
    const [lon, lat] = [14 + column * 0.0005, 55.8 + row * 0.0003]
    const street = `Gata ${row}-${Math.floor(column / 30)}`
    const corner = [
      node(lon, lat),
      node(lon + 0.0002, lat),
      node(lon + 0.0002, lat + 0.0001),
      node(lon, lat + 0.0001),
    ]
    const address = { 'addr:street': street, 'addr:housenumber': String(column + 1) }
    ways.push({
      id: ways.length + 1,
      refs: [...corner, corner[0]!],
      tags: { building: 'house', ...(house % 4 === 0 && address) },
    })
    if (house % 3 === 0) node(lon, lat - 0.0001, { highway: 'street_lamp', height: '6' })
    if (house % 20 === 0) node(lon, lat - 0.00005, { shop: 'kiosk', name: `Kiosk ${house}` })
    if (house % 6 === 0) {
      const line = Array.from({ length: 8 }, (_, step) => node(lon + step * 0.0004, lat - 0.00015))
      ways.push({
        id: ways.length + 1,
        refs: line,
        tags: { highway: 'residential', name: street, lit: 'yes' },
      })
    }
  }
  const cut = <T>(all: readonly T[]): T[][] =>
    Array.from({ length: Math.ceil(all.length / perBlock) }, (_, index) =>
      all.slice(index * perBlock, (index + 1) * perBlock),
    )
  return {
    blocks: [
      ...cut(nodes).map((part) => osmPbf({ nodes: part })),
      ...cut(ways).map((part) => osmPbf({ ways: part })),
    ],
    objects: nodes.length + ways.length,
  }
}
