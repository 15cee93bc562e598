/** What the service worker answers with, each over a cache it is given. */

/** From the cache, where it lies; else from the network. For files whose name changes with their content. */
export async function cacheFirst(cache: Cache, request: Request): Promise<Response> {
  return (await cache.match(request)) ?? fetch(request)
}

/**
 * From the network where it answers in time, so that a new build is seen at once; else what is kept. Rejects where there is neither.
 * `kept` is the address it is kept under; `patience` is in milliseconds.
 */
export async function networkFirst(
  cache: Cache,
  request: Request,
  kept: string,
  patience: number,
): Promise<Response> {
  const signal = AbortSignal.timeout(patience)
  const fresh = await fetch(request, { signal }).catch(() => null)
  if (fresh && fresh.status < 500) return fresh
  return (await cache.match(kept)) ?? fresh ?? Response.error()
}
