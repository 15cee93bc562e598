import type { Audience } from '@trygghetskartan/layers'
import { createTileStore, type StoreChange, sameContent, type TileStore } from '@trygghetskartan/tiles'
import type { Database } from '../database/database.ts'
import { loadLayer, loadRows } from './load-snapshot.ts'

export interface LiveLayer {
  /** The layer's features, read on first use; a failed reading is tried again on the next. */
  store(): Promise<TileStore>
  /** Takes note that rows changed (ids) or that all may have ('reload'). */
  changed(what: string | 'reload'): void
  /** The store if it has been read. */
  loaded(): TileStore | null
  /** Resolves when nothing is being read. */
  idle(): Promise<void>
}

export interface LiveLayerEvents {
  /** Called before the new state is shown to anybody. */
  changes(store: TileStore, changes: readonly StoreChange[]): void
  /** `first`: there was nothing to show before. */
  reloaded(store: TileStore, first: boolean): void
  failed(error: unknown): void
}

interface Options {
  readonly database: Database
  readonly layer: string
  readonly audience: Audience
  readonly columns: readonly string[]
  readonly events: LiveLayerEvents
}

const retryAfter = 1000

/** A layer as one audience sees it, kept as the database has it. Rows are read again under the audience's own role. */
export function createLiveLayer({ database, layer, audience, columns, events }: Options): LiveLayer {
  let store: TileStore | null = null
  let loading: Promise<TileStore> | null = null
  let updating: Promise<void> | null = null
  let reload = false
  let retry: NodeJS.Timeout | undefined
  const pending = new Set<string>()
  /** Changed while the layer was first read: whether that reading already shows it is not known. */
  const early = new Set<string>()

  const read = async (): Promise<TileStore> => {
    const segment = await loadLayer(database, audience, layer, columns)
    const fresh = createTileStore(segment)
    const before = store
    store = fresh
    // A bulk write that this audience sees nothing of is not told to it.
    if (!before || !sameContent(before, fresh)) events.reloaded(fresh, before === null)
    return store
  }

  const load = (): Promise<TileStore> => {
    loading ??= read().finally(() => {
      loading = null
      if (store && (pending.size > 0 || reload)) void update()
    })
    return loading
  }

  /** One reading at a time; what arrives meanwhile is read in the next round. */
  const update = (): Promise<void> => {
    updating ??= catchUp().finally(() => {
      updating = null
    })
    return updating
  }

  async function catchUp(): Promise<void> {
    while (reload || pending.size > 0) {
      const ids = [...pending]
      pending.clear()
      const all = reload
      reload = false
      try {
        if (all) await read()
        else await applyRows(ids)
      } catch (error) {
        for (const id of ids) pending.add(id)
        reload ||= all
        events.failed(error)
        clearTimeout(retry)
        retry = setTimeout(() => void update(), retryAfter).unref()
        return
      }
    }
  }

  async function applyRows(ids: readonly string[]): Promise<void> {
    if (!store) return
    const rows = await loadRows(database, audience, layer, columns, ids)
    const { changes } = store.apply(rows)
    const told = new Set(changes.map(({ id }) => id))
    for (const { id, row } of rows) {
      if (early.delete(id) && row && !told.has(id)) changes.push({ id, op: 'update', boxes: [] })
    }
    if (changes.length > 0) events.changes(store, changes)
  }

  return {
    store: () => (store ? Promise.resolve(store) : load()),
    loaded: () => store,
    changed(what) {
      if (!store && !loading) return
      if (what === 'reload') reload = true
      else {
        pending.add(what)
        if (!store) early.add(what)
      }
      if (store && !loading) void update()
    },
    async idle() {
      clearTimeout(retry)
      // What is being read ends by itself; whether it failed is for the one who asked.
      await Promise.allSettled([loading, updating])
    },
  }
}
