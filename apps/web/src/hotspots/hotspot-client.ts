import { useEffect, useState } from 'react'
import { type AskOptions, type WorkerPort, workerClient } from '../workers/worker-client.ts'
import type { HotspotReports, HotspotWork } from './hotspot-protocol.ts'
import type { PackedIncidents } from './use-incidents.ts'

const openWorker = () => new Worker(new URL('./hotspot-worker.ts', import.meta.url), { type: 'module' })

/** A worker that reckons with incidents; the table is sent to it once. Overtaken questions are answered null. */
export function hotspotClient(open: () => WorkerPort = openWorker) {
  const client = workerClient<PackedIncidents, HotspotWork, HotspotReports[keyof HotspotReports]>(
    open,
    ({ tag }) => tag,
  )
  return {
    ask: <Work extends HotspotWork>(incidents: PackedIncidents, work: Work, options?: AskOptions) =>
      client.ask(incidents, work, options) as Promise<HotspotReports[Work['kind']] | null>,
    cancel: client.cancel,
    close: client.close,
  }
}
export type HotspotClient = ReturnType<typeof hotspotClient>

let shared: { readonly client: HotspotClient; users: number } | null = null

/** The one worker that answers the map and the panels at once, for as long as any of them is there. */
function holdClient(): { readonly client: HotspotClient; readonly release: () => void } {
  shared ??= { client: hotspotClient(), users: 0 }
  const held = shared
  held.users++
  return {
    client: held.client,
    release: () => {
      held.users--
      if (held.users > 0) return
      held.client.close()
      if (shared === held) shared = null
    },
  }
}

export interface Reckoned<Work extends HotspotWork> {
  /** The last there was; it stays while the next is reckoned. */
  readonly report: HotspotReports[Work['kind']] | null
  readonly failed: boolean
  readonly busy: boolean
}

/** The answer to a piece of work, again whenever it is another object; null asks nothing. */
export function useReckoned<Work extends HotspotWork>(
  incidents: PackedIncidents | undefined,
  work: Work | null,
): Reckoned<Work> {
  const [client, setClient] = useState<HotspotClient | null>(null)
  const [state, setState] = useState<Reckoned<Work>>({ report: null, failed: false, busy: false })
  useEffect(() => {
    const held = holdClient()
    setClient(held.client)
    return held.release
  }, [])
  useEffect(() => {
    if (!client || !incidents || !work) return
    let wanted = true
    setState((before) => (before.busy ? before : { ...before, busy: true }))
    client.ask(incidents, work, { lane: work.kind }).then(
      (report) => report && wanted && setState({ report, failed: false, busy: false }),
      () => wanted && setState((before) => ({ ...before, failed: true, busy: false })),
    )
    return () => {
      wanted = false
    }
  }, [client, incidents, work])
  return state
}
