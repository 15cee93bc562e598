import { useEffect, useRef, useState } from 'react'
import { type PackedIncidents, useIncidents } from '../hotspots/use-incidents.ts'
import { workerClient } from '../workers/worker-client.ts'
import type { PatrolReport, PatrolWork } from './patrol-protocol.ts'

const openWorker = () => new Worker(new URL('./patrol-worker.ts', import.meta.url), { type: 'module' })

export interface Answered<Kind extends PatrolReport['kind']> {
  /** The last there was; it stays while the next is reckoned. */
  readonly report: (PatrolReport & { readonly kind: Kind }) | null
  readonly busy: boolean
  readonly error: unknown
  readonly retry: () => void
}

/** The answer to a question about zones, again whenever the question is another; null asks nothing. */
export function usePatrolReport<Kind extends PatrolReport['kind']>(
  work: (PatrolWork & { readonly kind: Kind }) | null,
): Answered<Kind> {
  const incidents = useIncidents(true)
  const client = useRef<ReturnType<typeof workerClient<PackedIncidents, PatrolWork, PatrolReport>> | null>(
    null,
  )
  const [state, setState] = useState<Pick<Answered<Kind>, 'report' | 'busy' | 'error'>>({
    ...{ report: null, busy: false, error: null },
  })
  useEffect(
    () => () => {
      client.current?.close()
      client.current = null
    },
    [],
  )
  const { data } = incidents
  useEffect(() => {
    if (!data || !work) return
    let wanted = true
    client.current ??= workerClient(openWorker, ({ tag }) => tag)
    setState((before) => ({ ...before, busy: true }))
    client.current.ask(data, work).then(
      (report) => {
        if (report && wanted)
          setState({ report: report as NonNullable<Answered<Kind>['report']>, busy: false, error: null })
      },
      (error: unknown) => wanted && setState((before) => ({ ...before, busy: false, error })),
    )
    return () => {
      wanted = false
    }
  }, [data, work])
  return {
    ...state,
    error: incidents.error ?? state.error,
    busy: state.busy || (work !== null && incidents.isPending),
    retry: () => void incidents.refetch(),
  }
}
