import { useCallback, useEffect, useState } from 'react'
import type { DraftPhoto } from './photo.ts'

const name = 'trygghetskartan.report'
const table = 'photos'
/** There is one draft, and one photo with it. */
const key = 'draft'

function withPhotos<T>(mode: IDBTransactionMode, work: (photos: IDBObjectStore) => IDBRequest): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const fail = (request: IDBRequest | IDBTransaction) => () => reject(request.error ?? new Error('IndexedDB'))
  const opening = indexedDB.open(name, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(table)
  opening.onerror = fail(opening)
  opening.onsuccess = () => {
    const transaction = opening.result.transaction(table, mode)
    const request = work(transaction.objectStore(table))
    transaction.oncomplete = () => {
      opening.result.close()
      resolve(request.result as T)
    }
    transaction.onabort = fail(transaction)
  }
  return promise
}

/** The draft's photo, kept on the device beside it. `undefined` until it is known whether there is one. */
export function useKeptPhoto() {
  const [photo, setPhoto] = useState<DraftPhoto | null | undefined>(undefined)
  useEffect(() => {
    withPhotos<DraftPhoto | undefined>('readonly', (photos) => photos.get(key)).then(
      (kept) => setPhoto((now) => (now === undefined ? (kept ?? null) : now)),
      () => setPhoto(null),
    )
  }, [])
  const change = useCallback((next: DraftPhoto | null) => {
    setPhoto(next)
    const kept = withPhotos<unknown>('readwrite', (photos) =>
      next ? photos.put(next, key) : photos.delete(key),
    )
    // Without room it lives in the page alone.
    kept.catch(() => undefined)
  }, [])
  return [photo, change] as const
}
