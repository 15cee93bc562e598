import { gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { tilesTouching } from '@trygghetskartan/geo'
import { PbfReader } from 'pbf'
import type { ItemsAnswer, LayersAnswer } from '../../contract.ts'
import type { ReleaseAnswer, ReleasesAnswer } from '../../contract-releases.ts'
import type { TestApp } from '../test-app.ts'

/** One object as a tile tells it. */
export interface TileFeature {
  readonly layer: string
  readonly properties: Readonly<Record<string, unknown>>
}

/** Everything the public can fetch at one moment. */
export interface Harvest {
  /** Address to what came: status, what the headers tell of the content, and the content. */
  readonly answers: ReadonlyMap<string, string>
  readonly bytes: number
  readonly items: ReadonlyMap<string, ItemsAnswer['features']>
  readonly tiles: readonly TileFeature[]
  readonly releases: readonly ReleaseAnswer[]
}

const told = ['etag', 'last-modified', 'content-length', 'age', 'expires']
const zooms = [9, 11, 13, 14, 15, 16]

/** Fetches all of it as nobody: lists by every sort, filter and page, files, search, tiles at every zoom, documents, releases; of one layer alone where that is enough. */
export async function harvest(
  { ask }: Pick<TestApp, 'ask'>,
  box: readonly [number, number, number, number],
  only?: string,
): Promise<Harvest> {
  const answers = new Map<string, string>()
  let bytes = 0
  const get = async (path: string): Promise<ArrayBuffer> => {
    const response = await ask(null, 'GET', path)
    const content = await response.arrayBuffer()
    const headers = told.map((name) => `${name}=${response.headers.get(name) ?? ''}`).join(' ')
    answers.set(path, `${response.status} ${headers}\n${Buffer.from(content).toString('latin1')}`)
    bytes += content.byteLength
    return content
  }
  const json = async <T>(path: string): Promise<T> => JSON.parse(Buffer.from(await get(path)).toString()) as T

  for (const path of [
    '/api/config',
    '/api/openapi.json',
    '/api/camera-register',
    '/auth/me',
    '/api/feeds/all.atom',
    '/',
  ])
    await get(path)
  const [lon, lat] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  for (const page of ['/api/near', '/api/feeds/near.atom']) await get(`${page}?at=${lon},${lat}&radius=1000`)
  for (const q of ['a', 'ruta', 'E4', 'otrygg']) await get(`/api/places?q=${q}`)
  const every = (await json<LayersAnswer>('/api/layers')).layers
  const layers = every.filter(({ id }) => !only || id === only)
  const items = new Map<string, ItemsAnswer['features']>()
  const half = `${box[0]},${box[1]},${(box[0] + box[2]) / 2},${box[3]}`
  for (const { id, fields, categoryBy, legend } of layers) {
    const path = `/api/layers/${id}/items`
    items.set(id, (await json<ItemsAnswer>(`${path}?limit=1000`)).features)
    await get(`${path}.csv`)
    for (const { name } of fields)
      for (const order of ['asc', 'desc']) await get(`${path}?sort=${name}&order=${order}&limit=1000`)
    for (const { value } of legend) await get(`${path}?${categoryBy}=${value}&limit=1000`)
    for (let page = 0; page < 3; page += 1) await get(`${path}?limit=25&cursor=${page * 25}`)
    await get(`${path}?bbox=${half}&limit=1000`)
    await get(`${path}?q=2026-05&limit=1000`)
  }
  for (const { id } of items.get('reported_places') ?? []) await get(`/api/chain/reported_places/${id}`)
  const tiles: TileFeature[] = []
  for (const { id, minzoom } of layers)
    for (const z of zooms.filter((zoom) => zoom >= minzoom))
      for (const { x, y } of addressesOf(box, z)) {
        const content = await get(`/api/tiles/${id}/${z}/${x}/${y}.mvt`)
        if (content.byteLength > 0) tiles.push(...featuresOf(content))
      }
  const { releases } = await json<ReleasesAnswer>('/api/releases')
  const whole: ReleaseAnswer[] = []
  for (const { month } of releases) whole.push(await json<ReleaseAnswer>(`/api/releases/${month}`))
  for (const title of new Set(whole.flatMap(({ areas }) => areas.map(({ name }) => name))))
    await get(`/api/surveys?area=${encodeURIComponent(title)}`)
  return { answers, bytes, items, tiles, releases: whole }
}

/** Tiles at the zoom that the box touches, at most sixteen of them. */
function addressesOf(box: readonly [number, number, number, number], z: number): { x: number; y: number }[] {
  const { minX, maxX, minY, maxY } = tilesTouching([...box], z)
  const all: { x: number; y: number }[] = []
  for (let x = minX; x <= maxX; x += 1) for (let y = minY; y <= maxY; y += 1) all.push({ x, y })
  return all.slice(0, 16)
}

function featuresOf(content: ArrayBuffer): TileFeature[] {
  const raw = new Uint8Array(content)
  const { layers } = new VectorTile(new PbfReader(raw[0] === 0x1f && raw[1] === 0x8b ? gunzipSync(raw) : raw))
  return Object.entries(layers).flatMap(([layer, found]) =>
    Array.from({ length: found.length }, (_, i) => ({ layer, properties: found.feature(i).properties })),
  )
}
