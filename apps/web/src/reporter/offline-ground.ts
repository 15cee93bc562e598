import { addProtocol, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { groundCache } from './ground-cache.ts'

/*
 * A worker whose address lies outside a service worker's scope is none of its clients: neither its script nor what it fetches comes by
 * there. So the map's worker is started from what the page has fetched, and the page fetches the ground, and keeps what was last seen of it.
 */

/** Goes before the path of a tile, where an origin would. */
export const groundOrigin = 'ground:/'
const protocol = 'ground'
/** A town at the zooms one works at, some 20 MB. */
const most = 600

addProtocol(protocol, async ({ url }, { signal }) => {
  const request = new Request(url.replace(`${protocol}:/`, location.origin))
  const cache = await caches.open(groundCache).catch(() => null)
  const kept = await cache?.match(request)
  const renewed = renew(cache, request, kept ? undefined : signal)
  // What is kept is drawn at once, and is the new one the next time.
  if (kept) renewed.catch(() => undefined)
  const response = kept ?? (await renewed)
  if (!response.ok) throw new Error(`The ground answered with ${response.status}`)
  return { data: await response.arrayBuffer() }
})

async function renew(cache: Cache | null, request: Request, signal?: AbortSignal): Promise<Response> {
  const fresh = await fetch(request, signal ? { signal } : {})
  if (cache && (fresh.status === 200 || fresh.status === 204)) void keep(cache, request, fresh.clone())
  return fresh
}

/** Those that came first go first; out of room, the map is drawn from the network. */
async function keep(cache: Cache, request: Request, response: Response): Promise<void> {
  try {
    await cache.put(request, response)
    const keys = await cache.keys()
    for (const old of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(old)
  } catch {
    return
  }
}

/** Before the first map is made. */
export async function prepareMap(): Promise<void> {
  if (!import.meta.env.PROD) return
  const script = await fetch(workerUrl).catch(() => null)
  if (!script?.ok) return
  // What has no address of its own names what it imports by whole addresses.
  const code = (await script.text()).replaceAll(
    /\b(from|import)(["'`])\.\//g,
    (_, word: string, quote: string) => `${word}${quote}${new URL('.', new URL(workerUrl, location.href))}`,
  )
  setWorkerUrl(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
}
