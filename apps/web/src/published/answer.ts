import type { Item, ItemsAnswer, LayersAnswer, Measure, PlacesAnswer } from '@trygghetskartan/api/contract'
import type { Chain } from '@trygghetskartan/api/contract-moderation'
import { type PublishedChains, publishedFile } from '@trygghetskartan/formats/publication'
import { selectItems } from './items.ts'
import { findPublishedPlaces, type PublishedPlace } from './places.ts'
import { fileOf } from './publication.ts'

const files = new Map<string, Promise<unknown>>()

/** A JSON file of the release, read once; null where it has none. */
function fileAt<T>(path: string): Promise<T | null> {
  let file = files.get(path)
  if (!file) {
    file = fileOf(path)
      .then((address) => fetch(address))
      .then(async (response) => {
        if (response.status === 404) return null
        if (!response.ok) throw new TypeError(`${path}: ${response.status}`)
        return response.json()
      })
    files.set(path, file)
    file.catch(() => files.delete(path))
  }
  return file as Promise<T | null>
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
const missing = () =>
  json({ type: 'about:blank', title: 'Finns inte i den publicerade kartan', status: 404 }, 404)

/**
 * What the server would answer the public, from the files of the release. Only what is read can be asked for.
 * @throws TypeError where the files are not reached, as fetch does
 */
export async function answerFromFiles(method: string, path: string): Promise<Response> {
  if (method !== 'GET') return json({ type: 'about:blank', title: 'Kartan kan bara läsas', status: 405 }, 405)
  const { pathname, searchParams } = new URL(path, 'http://map')
  const items = /^\/api\/layers\/([^/]+)\/items(\.csv)?$/.exec(pathname)
  if (items) return answerItems(decodeURIComponent(items[1]!), searchParams)
  const object = /^\/api\/measures\/([^/]+)$/.exec(pathname)
  if (object) return answerObject(decodeURIComponent(object[1]!))
  if (pathname === '/api/places') return answerPlaces(searchParams)
  const chain = /^\/api\/chain\/([^/]+\/[^/]+)$/.exec(pathname)
  if (chain) return json((await chainsOf())?.chains[chain[1]!] ?? nothingBefore)
  if (pathname === '/api/commitments/serving') {
    const served = (await chainsOf())?.serving[`${searchParams.get('layer')}/${searchParams.get('id')}`]
    return json(served ?? [])
  }
  const body = await fileAt(publishedFile(path))
  return body === null ? missing() : json(body)
}

const nothingBefore: Chain = { measures: [], places: [], heard: null, photo: null }
const chainsOf = () => fileAt<PublishedChains>('chains.json')
const layersOf = async () => (await fileAt<LayersAnswer>('api/layers.json'))?.layers ?? []
const itemsOf = async (layer: string) =>
  (await fileAt<ItemsAnswer>(`api/layers/${layer}/items.json`))?.features

async function answerItems(id: string, search: URLSearchParams): Promise<Response> {
  const layer = (await layersOf()).find((one) => one.id === id)
  const all = layer && (await itemsOf(id))
  return all ? json(selectItems(layer, all, search)) : missing()
}

async function answerObject(id: string): Promise<Response> {
  for (const { id: layer } of await layersOf()) {
    const found = (await itemsOf(layer))?.find((item) => item.id === id)
    if (found) return json(measureOf(layer, found))
  }
  return missing()
}

const measureOf = (layer: string, { id, geometry, properties }: Item): Measure => ({
  id,
  layer,
  geometry,
  properties,
  version: Number(properties.version ?? 1),
  nextStatuses: [],
})

async function answerPlaces(search: URLSearchParams): Promise<Response> {
  const all = (await fileAt<PublishedPlace[]>('places.json')) ?? []
  const places = findPublishedPlaces(all, search.get('q') ?? '', Number(search.get('limit') ?? 10))
  return json({ places } satisfies PlacesAnswer)
}
