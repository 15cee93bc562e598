import { useEffect, useRef, useState } from 'react'
import { workerClient } from '../workers/worker-client.ts'
import type { HotspotQuestion, HotspotReports, HotspotWork, Picture } from './hotspot-protocol.ts'
import type { PackedIncidents } from './use-incidents.ts'

const openWorker = () => new Worker(new URL('./hotspot-worker.ts', import.meta.url), { type: 'module' })

/** The worker that reckons with incidents; the table is sent to it once. */
export const hotspotClient = () =>
  workerClient<PackedIncidents, HotspotWork, HotspotReports[keyof HotspotReports]>(
    openWorker,
    ({ tag }) => tag,
  )

export interface Reckoning {
  /** The last there was; it stays while the next is reckoned. */
  readonly picture: Picture | null
  readonly failed: string | null
  readonly busy: boolean
}

/** The picture of a question, again whenever the question is another; one that is overtaken is dropped. */
export function usePicture(
  incidents: PackedIncidents | undefined,
  question: HotspotQuestion | null,
): Reckoning {
  const client = useRef<ReturnType<typeof hotspotClient> | null>(null)
  const [state, setState] = useState<Reckoning>({ picture: null, failed: null, busy: false })
  useEffect(
    () => () => {
      client.current?.close()
      client.current = null
    },
    [],
  )
  useEffect(() => {
    if (!incidents || !question) return
    let wanted = true
    client.current ??= hotspotClient()
    setState((before) => (before.busy ? before : { ...before, busy: true }))
    client.current.ask(incidents, { kind: 'picture', question }).then(
      (report) => {
        if (report && wanted) setState({ picture: report as Picture, failed: null, busy: false })
      },
      (error: Error) => wanted && setState((before) => ({ ...before, failed: error.message, busy: false })),
    )
    return () => {
      wanted = false
    }
  }, [incidents, question])
  return state
}
