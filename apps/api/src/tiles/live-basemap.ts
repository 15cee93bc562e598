import type { Database } from '../database/database.ts'
import { loadBasemap } from './load-snapshot.ts'
import type { WorkerSource } from './worker-messages.ts'

export interface LiveBasemap {
  /** Resolves when the basemap has been read once; a failed reading is tried again on the next call. */
  ready(): Promise<void>
  /** The basemap was imported anew. */
  changed(): void
  idle(): Promise<void>
}

/** The basemap as the database has it: read on first use, and anew after each import. */
export function createLiveBasemap(
  database: Database,
  show: (sources: WorkerSource[], first: boolean) => void,
  failed: (error: unknown) => void,
): LiveBasemap {
  let known = false
  let loading: Promise<void> | null = null
  let again = false

  const load = (): Promise<void> => {
    loading ??= loadBasemap(database)
      .then((sources) => {
        show(sources, !known)
        known = true
      })
      .finally(() => {
        loading = null
        if (!again) return
        again = false
        load().catch(failed)
      })
    return loading
  }

  return {
    ready: () => (known ? Promise.resolve() : load()),
    changed() {
      if (loading) again = true
      else if (known) load().catch(failed)
    },
    async idle() {
      again = false
      await Promise.allSettled([loading])
    },
  }
}
