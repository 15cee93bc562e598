import type { ItemsAnswer, LayersAnswer } from '@trygghetskartan/api/contract'
import { type ArchivedTile, writePmtiles } from '@trygghetskartan/formats'
import { type BBox, tilesTouching } from '@trygghetskartan/geo'
import type { Geometry, Position } from 'geojson'
import type { PublicReader } from './public-server.ts'

type Layer = LayersAnswer['layers'][number]
interface Address {
  readonly z: number
  readonly x: number
  readonly y: number
}

/** As the client's source of the ground. */
const basemapZooms = { minzoom: 5, maxzoom: 15 }
/** Tiles asked for at once. */
const atOnce = 8
/** Of a tile's side: what is drawn over the edge from the tile beside. */
const overEdge = 1 / 8

/** The archive of a layer: every tile that one of its objects touches. */
export function layerArchive(reader: PublicReader, layer: Layer, items: ItemsAnswer, bounds: BBox) {
  const boxes = items.features.map(({ geometry }) => boxOf(geometry))
  return archive(reader, `/api/tiles/${layer.id}`, boxes, {
    bounds,
    minzoom: layer.minzoom,
    maxzoom: layer.maxzoom,
    name: layer.id,
  })
}

/** The archive of the ground within the bounds. */
export const basemapArchive = (reader: PublicReader, bounds: BBox) =>
  archive(reader, '/api/basemap', [bounds], { bounds, ...basemapZooms, name: 'basemap' })

interface About {
  readonly bounds: BBox
  readonly minzoom: number
  readonly maxzoom: number
  readonly name: string
}

async function archive(reader: PublicReader, path: string, boxes: readonly BBox[], about: About) {
  const { bounds, minzoom, maxzoom, name } = about
  const wanted = addresses(boxes, minzoom, maxzoom)
  const tiles: ArchivedTile[] = []
  const next = async () => {
    for (let at = wanted.pop(); at; at = wanted.pop())
      tiles.push({ ...at, bytes: await reader.bytes(`${path}/${at.z}/${at.x}/${at.y}.mvt`) })
  }
  await Promise.all(Array.from({ length: atOnce }, next))
  return writePmtiles(tiles, { bounds, minzoom, maxzoom, metadata: { name, format: 'pbf' } })
}

function addresses(boxes: readonly BBox[], minzoom: number, maxzoom: number): Address[] {
  const found = new Map<string, Address>()
  for (let z = minzoom; z <= maxzoom; z++)
    for (const box of boxes) {
      const { minX, maxX, minY, maxY } = tilesTouching(widened(box, z), z)
      for (let x = minX; x <= maxX; x++)
        for (let y = minY; y <= maxY; y++) found.set(`${z}/${x}/${y}`, { z, x, y })
    }
  return [...found.values()]
}

function widened([west, south, east, north]: BBox, z: number): BBox {
  const lon = (360 / 2 ** z) * overEdge
  const lat = lon * Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180)
  return [
    Math.max(-180, west - lon),
    Math.max(-85, south - lat),
    Math.min(180, east + lon),
    Math.min(85, north + lat),
  ]
}

function boxOf(geometry: Geometry): BBox {
  let [west, south, east, north] = [180, 90, -180, -90]
  const add = (part: unknown): void => {
    if (!Array.isArray(part)) return
    if (typeof part[0] !== 'number') {
      for (const one of part) add(one)
      return
    }
    const [lon, lat] = part as Position
    west = Math.min(west, lon!)
    south = Math.min(south, lat!)
    east = Math.max(east, lon!)
    north = Math.max(north, lat!)
  }
  if (geometry.type === 'GeometryCollection') for (const one of geometry.geometries) add(boxOf(one))
  else add(geometry.coordinates)
  return [west, south, east, north]
}
