import type { Entry } from './entry.ts'

/** Where entries lie on this device. */
export interface OutboxStore {
  all(): Promise<Entry[]>
  /**
   * Changes one entry in a transaction of its own; null from `change` takes it away. Resolves when it is on the disk.
   * Rejects where the device keeps nothing (private windows of some browsers) or has no room.
   */
  change(id: string, change: (before: Entry | null) => Entry | null): Promise<Entry | null>
}

/** Told what has become of an entry where this page changed it; nothing where another tab or the service worker did. */
type Listener = (change?: { readonly id: string; readonly after: Entry | null }) => void

const name = 'trygghetskartan.outbox'
const table = 'entries'

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
  })

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: 'id' })
  return done(request)
}

const committed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'))
  })

/** Entries in IndexedDB: the same for every tab and for the service worker. Each change is told to all of them. */
export function openStore(): OutboxStore & { readonly onChange: (listener: Listener) => () => void } {
  let opened: Promise<IDBDatabase> | undefined
  const database = (): Promise<IDBDatabase> => {
    opened ??= open().then((db) => {
      // Another tab wants a newer form, or the browser has closed it.
      db.onversionchange = () => db.close()
      db.onclose = () => {
        opened = undefined
      }
      return db
    })
    opened.catch(() => {
      opened = undefined
    })
    return opened
  }
  const channel = new BroadcastChannel(name)
  const listeners = new Set<Listener>()
  const tell: Listener = (change) => {
    for (const listener of listeners) listener(change)
  }
  channel.onmessage = () => tell()
  return {
    async all() {
      const db = await database()
      return done(db.transaction(table).objectStore(table).getAll() as IDBRequest<Entry[]>)
    },
    async change(id, change) {
      const db = await database()
      // Written to the disk, not only handed to the system: a phone may go dark at any moment.
      const transaction = db.transaction(table, 'readwrite', { durability: 'strict' })
      const all = transaction.objectStore(table)
      const end = committed(transaction)
      const before = ((await done(all.get(id) as IDBRequest<Entry | undefined>)) ?? null) as Entry | null
      const after = change(before)
      if (after) all.put(after)
      else all.delete(id)
      await end
      tell({ id, after })
      channel.postMessage(id)
      return after
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
