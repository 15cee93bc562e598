import { isRefusal, type Refusal } from '@trygghetskartan/siting'
import { useEffect, useState } from 'react'
import { sitingClient } from './siting-client.ts'
import type { KnownTown, Reports, WorkKind, WorkOf } from './siting-protocol.ts'

/** A report with what it was made of. */
export interface Reckoned<Kind extends WorkKind> {
  readonly report: Reports[Kind]
  readonly work: WorkOf<Kind>
  readonly town: KnownTown
}

export interface Reckoning<Kind extends WorkKind> {
  /** The last there was; it stays while the next is reckoned. */
  readonly reckoned: Reckoned<Kind> | null
  readonly refusal: Refusal | null
  readonly failed: boolean
  readonly busy: boolean
}

const openWorker = () => new Worker(new URL('./siting-worker.ts', import.meta.url), { type: 'module' })

/** Reckons a report beside the page, again whenever `work` is another object; the latest wins. */
export function useReport<Kind extends WorkKind>(
  town: KnownTown | null,
  work: WorkOf<Kind> | null,
): Reckoning<Kind> {
  const [client, setClient] = useState<ReturnType<typeof sitingClient> | null>(null)
  const [state, setState] = useState<Reckoning<Kind>>({
    reckoned: null,
    refusal: null,
    failed: false,
    busy: false,
  })
  useEffect(() => {
    const opened = sitingClient(openWorker)
    setClient(opened)
    return () => opened.close()
  }, [])
  useEffect(() => {
    if (!client || !town || !work) return
    let wanted = true
    setState((before) => (before.busy ? before : { ...before, busy: true }))
    client.ask(town, work).then(
      (report) => {
        if (report === null || !wanted) return
        if (isRefusal(report)) setState({ reckoned: null, refusal: report, failed: false, busy: false })
        else setState({ reckoned: { report, work, town }, refusal: null, failed: false, busy: false })
      },
      () => wanted && setState((before) => ({ ...before, failed: true, busy: false })),
    )
    return () => {
      wanted = false
    }
  }, [client, town, work])
  return state
}
