import { groundCache } from './ground-cache.ts'
import { factsKey } from './kept-facts.ts'

/**
 * Takes away what a reporter leaves on a device: who logged here, what has been sent, and where the map was looked at. What waits to be
 * sent stays, and is sent when the same account signs in again.
 */
export async function forgetReporter(): Promise<void> {
  try {
    if (localStorage.getItem(factsKey) === null) return
    localStorage.removeItem(factsKey)
    await caches.delete(groundCache)
    const { openStore } = await import('../outbox/store.ts')
    const store = openStore()
    for (const { id, state, withdrawing } of await store.all())
      if (state === 'sent' && !withdrawing) await store.change(id, () => null)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
