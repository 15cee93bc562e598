import type { Config, ItemsAnswer, LayersAnswer } from '@trygghetskartan/api/contract'
import { publishedFile } from '@trygghetskartan/formats/publication'
import { readChains } from './chains.ts'
import { addPages } from './pages-of-answers.ts'
import type { PublicReader } from './public-server.ts'

const pageSize = 1000

/** What a release holds of the server's answers: file, from the release's folder, to what is in it. */
export type AnswerFiles = Map<string, string | Uint8Array>

export interface Answers {
  readonly files: AnswerFiles
  readonly config: Config
  readonly layers: LayersAnswer['layers']
  readonly items: ReadonlyMap<string, ItemsAnswer>
}

/** Answers beside those of the layers that the public face asks for; one that the server does not have is left out. */
const plainPaths = ['/auth/me', '/api/camera-register', '/api/about']

/** Everything that the public face asks the server for, as nobody gets it. */
export async function readAnswers(reader: PublicReader): Promise<Answers> {
  const files: AnswerFiles = new Map()
  const put = (path: string, body: unknown) => files.set(publishedFile(path), JSON.stringify(body))
  const config = { ...(await must<Config>(reader, '/api/config')), demoAccounts: [], providers: [] }
  put('/api/config', config)
  const answer = await must<LayersAnswer>(reader, '/api/layers')
  put('/api/layers', answer)
  const items = new Map<string, ItemsAnswer>()
  for (const { id } of answer.layers) {
    const all = await readItems(reader, id)
    items.set(id, all)
    put(`/api/layers/${id}/items`, all)
    const table = await reader.bytes(`/api/layers/${id}/items.csv`)
    files.set(`api/layers/${id}/items.csv`, new TextDecoder('utf-8', { ignoreBOM: true }).decode(table))
  }
  for (const path of plainPaths) {
    const body = await reader.json(path)
    if (body !== null) put(path, body)
  }
  await addPages(reader, put)
  const { told, photos } = await readChains(reader, answer.layers, items)
  files.set('chains.json', JSON.stringify(told))
  for (const [file, photo] of photos) files.set(file, photo)
  const places = await must<{ places: unknown[] }>(reader, '/api/gazetteer')
  files.set('places.json', JSON.stringify(places.places))
  return { files, config, layers: answer.layers, items }
}

async function must<T>(reader: PublicReader, path: string): Promise<T> {
  const body = await reader.json<T>(path)
  if (body === null) throw new Error(`GET ${path}: 404`)
  return body
}

async function readItems(reader: PublicReader, layer: string): Promise<ItemsAnswer> {
  const features: ItemsAnswer['features'] = []
  for (let cursor: string | null = '0'; cursor !== null; ) {
    const page: ItemsAnswer = await must(
      reader,
      `/api/layers/${layer}/items?limit=${pageSize}&cursor=${cursor}`,
    )
    features.push(...page.features)
    cursor = page.next
  }
  return { type: 'FeatureCollection', features, numberMatched: features.length, next: null }
}
