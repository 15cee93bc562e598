import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Entry } from './entry.ts'
import { asWithdrawn, newEntry } from './queue.ts'
import { outboxContact, outboxStore, runOutbox, sendNow } from './runner.ts'

/** What is written on this device and where it stands; it is sent for as long as the page is open. */
export function useOutbox() {
  const [entries, setEntries] = useState<readonly Entry[] | null>(null)
  const [broken, setBroken] = useState(false)
  const contact = useSyncExternalStore(outboxContact.subscribe, outboxContact.now)
  useEffect(() => {
    let latest = 0
    const read = () => {
      const mine = ++latest
      void outboxStore.all().then(
        (all) => {
          // A reading begun before a change knows nothing of it.
          if (mine !== latest) return
          setEntries(all)
          setBroken(false)
        },
        () => setBroken(true),
      )
    }
    read()
    const deaf = outboxStore.onChange((change) => {
      // At once: what has just been kept is never, not for a moment, taken for what the outbox has no more.
      if (change) setEntries((before) => before && withChange(before, change.id, change.after))
      read()
    })
    const stop = runOutbox()
    return () => {
      deaf()
      stop()
    }
  }, [])
  return { entries: entries ?? [], read: entries !== null, broken, contact }
}

function withChange(entries: readonly Entry[], id: string, after: Entry | null): Entry[] {
  const others = entries.filter((entry) => entry.id !== id)
  return after ? [...others, after] : others
}

/**
 * Keeps something on this device and then sends it. Resolves once it is kept; rejects where the device has no room for it. With an id
 * of its own it is kept once, however often it is posted.
 */
export async function post<Content>(
  made: Pick<Entry<Content>, 'kind' | 'account' | 'language' | 'content'> & { readonly id?: string },
): Promise<Entry> {
  const entry = newEntry({ ...made, id: made.id ?? crypto.randomUUID(), madeAt: Date.now() })
  const kept = await outboxStore.change(entry.id, (before) => before ?? entry)
  void sendNow()
  // Asked for once there is something to lose: the browser then keeps it when room gets scarce.
  void navigator.storage?.persist?.().catch(() => false)
  return kept ?? entry
}

/** Takes an entry back: here at once, and at the server as soon as it can be told. */
export async function takeBack(id: string): Promise<void> {
  await outboxStore.change(id, (latest) => latest && asWithdrawn(latest, Date.now()))
  void sendNow()
}

/** Takes back what the server has and this device has not. */
export async function takeBackElsewhere(
  made: Pick<Entry, 'id' | 'kind' | 'account' | 'language'>,
): Promise<void> {
  const entry = newEntry({ ...made, content: null, madeAt: Date.now() })
  await outboxStore.change(made.id, (latest) =>
    asWithdrawn(latest ?? { ...entry, state: 'sent', sentAt: entry.madeAt }, Date.now()),
  )
  void sendNow()
}

/** Throws away what the server has refused. */
export const discard = (id: string): Promise<unknown> => outboxStore.change(id, () => null)
