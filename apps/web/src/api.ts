import type {
  Config,
  HistoryEntry,
  ItemsAnswer,
  LayersAnswer,
  Me,
  Measure,
  MeasureChange,
  NewMeasure,
  PlacesAnswer,
  Problem,
  StatusStep,
} from '@trygghetskartan/api/contract'
import type { SignedOut } from '@trygghetskartan/api/contract-identity'
import { letInAgain, mayAsk } from './admission.ts'
import { takeAskedByPage } from './asked-by-page.ts'
import { isPublished } from './published/publication.ts'
import type { Language } from './url-state.ts'

/** An answer of the API that is no success, in words for the reader. `status` 0: the server was not reached. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

export interface ItemsQuery {
  /** [west, south, east, north] in degrees. */
  readonly bbox?: readonly [number, number, number, number]
  readonly q?: string
  readonly sort?: string
  readonly order?: 'asc' | 'desc'
  readonly limit?: number
  readonly cursor?: string
  /** Column -> values to keep. */
  readonly categories?: Readonly<Record<string, readonly string[]>>
}

let language: Language = 'sv'

/** The language errors are asked for in. */
export function speak(next: Language): void {
  language = next
}

const json = 'application/json'
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })
const measurePath = (id: string) => `/api/measures/${encodeURIComponent(id)}`

/** Every request the client makes. Each rejects with ProblemError, or with AbortError where a signal was given. */
export const api = {
  config: (signal?: AbortSignal) => call<Config>('GET', '/api/config', { signal }),
  me: (signal?: AbortSignal) => call<Me>('GET', '/auth/me', { signal }),
  layers: (signal?: AbortSignal) => call<LayersAnswer>('GET', '/api/layers', { signal }),
  items: (layer: string, query: ItemsQuery = {}, signal?: AbortSignal) =>
    call<ItemsAnswer>('GET', itemsPath(layer, query), { signal }),
  places: (q: string, signal?: AbortSignal) =>
    call<PlacesAnswer>('GET', `/api/places?${new URLSearchParams({ q, limit: '8' })}`, { signal }),
  measure: (id: string, signal?: AbortSignal) => call<Measure>('GET', measurePath(id), { signal }),
  createMeasure: (measure: NewMeasure) => call<Measure>('POST', '/api/measures', { body: measure }),
  changeMeasure: (id: string, version: number, change: MeasureChange) =>
    call<Measure>('PATCH', measurePath(id), { body: change, headers: ifMatch(version) }),
  deleteMeasure: (id: string, version: number) =>
    call<void>('DELETE', measurePath(id), { headers: ifMatch(version) }),
  restoreMeasure: (id: string) => call<Measure>('POST', `${measurePath(id)}/restore`, { body: {} }),
  stepStatus: (id: string, version: number, step: StatusStep) =>
    call<Measure>('POST', `${measurePath(id)}/status`, { body: step, headers: ifMatch(version) }),
  history: (id: string, signal?: AbortSignal) =>
    call<HistoryEntry[]>('GET', `${measurePath(id)}/history`, { signal }),
  signIn: (account: string) => call<Me>('POST', '/auth/demo', { body: { account } }),
  signOut: () => call<SignedOut>('POST', '/auth/logout', { body: {} }),
}

/** Path of a layer's items, as JSON or as a CSV file with the same filters. */
export function itemsPath(layer: string, query: ItemsQuery, suffix: '' | '.csv' = ''): string {
  const search = new URLSearchParams()
  if (query.bbox) search.set('bbox', query.bbox.map((side) => side.toFixed(6)).join(','))
  for (const key of ['q', 'sort', 'order', 'cursor'] as const) if (query[key]) search.set(key, query[key])
  if (query.limit) search.set('limit', String(query.limit))
  for (const [column, values] of Object.entries(query.categories ?? {})) search.set(column, values.join(','))
  const text = search.toString()
  return `/api/layers/${encodeURIComponent(layer)}/items${suffix}${text && `?${text}`}`
}

export interface CallOptions {
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal | undefined
}

/** One request and its JSON answer; a Blob as body is sent as it is. */
export async function call<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
  const response = await ask(method, path, options)
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** The bytes a path answers, and the ETag they are known by. */
export async function fetchBytes(path: string, signal?: AbortSignal) {
  const response = await ask('GET', path, { signal, headers: { accept: 'application/octet-stream' } })
  return { bytes: await response.arrayBuffer(), tag: response.headers.get('etag') ?? '' }
}

/**
 * One request and its answer, where that is a success. Where the server asks for a sign-in, and somebody signs in, the request
 * goes on as if nothing had been.
 */
async function ask(method: string, path: string, options: CallOptions): Promise<Response> {
  // Sign-in itself is always asked for.
  if (!path.startsWith('/auth/')) await mayAsk()
  let response = await send(method, path, options)
  if (response.status === 401) {
    const problem = await problemOf(response)
    if (!(await letInAgain(problem))) throw new ProblemError(problem)
    response = await send(method, path, options)
  }
  if (!response.ok) throw new ProblemError(await problemOf(response))
  return response
}

/** What every request says of itself. */
export const spoken = () => ({ accept: json, 'accept-language': language })

function send(method: string, path: string, { body, headers, signal }: CallOptions): Promise<Response> {
  const isFile = body instanceof Blob
  const request: RequestInit = {
    method,
    // What the page has asked for is only found by one who asks as the page did.
    headers: takeAskedByPage(path)
      ? {}
      : { ...spoken(), ...(body !== undefined && !isFile && { 'content-type': json }), ...headers },
    ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  }
  const answered = isPublished
    ? import('./published/answer.ts').then(({ answerFromFiles }) => answerFromFiles(method, path))
    : fetch(path, request)
  return answered.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ProblemError(unreachable())
  })
}

async function problemOf(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get('retry-after'))
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const body = isJson ? ((await response.json().catch(() => null)) as Problem | null) : null
  const problem = body ?? { type: 'about:blank', title: wordsFor(response.status), status: response.status }
  return retryAfter > 0 ? { retryAfter, ...problem } : problem
}

export const unreachable = (): Problem => ({ type: 'about:blank', status: 0, title: wordsFor(0) })

function wordsFor(status: number): string {
  const words =
    status === 0
      ? { sv: 'Servern nås inte just nu', en: 'The server cannot be reached right now' }
      : { sv: `Servern svarade med fel ${status}`, en: `The server answered with error ${status}` }
  return words[language]
}
