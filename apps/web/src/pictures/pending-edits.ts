import type { NewPictureUpdate } from '@trygghetskartan/api/contract-pictures'

/** Edits that the server has not said it has, kept on this device so that a closed page loses nothing. */
export interface PendingEdits {
  list(): readonly NewPictureUpdate[]
  add(edit: NewPictureUpdate): void
  drop(id: string): void
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export function pendingEdits(key: string, store: Store = localStorage): PendingEdits {
  let edits = read(store, key)
  const keep = () => {
    try {
      if (edits.length === 0) store.removeItem(key)
      else store.setItem(key, JSON.stringify(edits))
    } catch {
      // A full or closed store: the edits are still in this page.
    }
  }
  return {
    list: () => edits,
    add(edit) {
      edits = [...edits, edit]
      keep()
    },
    drop(id) {
      edits = edits.filter((edit) => edit.id !== id)
      keep()
    },
  }
}

function read(store: Store, key: string): NewPictureUpdate[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(key) ?? '[]')
    return Array.isArray(kept) ? (kept as NewPictureUpdate[]) : []
  } catch {
    return []
  }
}
