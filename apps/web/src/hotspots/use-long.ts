import { useCallback, useEffect, useRef, useState } from 'react'
import { type HotspotClient, hotspotClient } from './hotspot-client.ts'
import type { HotspotQuestion, HotspotReports } from './hotspot-protocol.ts'
import type { PackedIncidents } from './use-incidents.ts'

export interface Long<Kind extends 'near' | 'prediction'> {
  /** The answer to the question as it is now; null before it is asked for, and once the question is another. */
  readonly answer: HotspotReports[Kind] | null
  /** 0 to 1 while it is reckoned; null else. */
  readonly done: number | null
  readonly failed: boolean
  readonly start: () => void
  readonly stop: () => void
}

interface Held<Kind extends 'near' | 'prediction'> {
  readonly question: HotspotQuestion | null
  readonly answer: HotspotReports[Kind] | null
  readonly done: number | null
  readonly failed: boolean
}

/** What takes long, asked for by hand in a worker of its own, so that the map goes on answering; it can be stopped. */
export function useLong<Kind extends 'near' | 'prediction'>(
  kind: Kind,
  incidents: PackedIncidents | undefined,
  question: HotspotQuestion,
): Long<Kind> {
  const client = useRef<HotspotClient | null>(null)
  const [held, setHeld] = useState<Held<Kind>>({ question: null, answer: null, done: null, failed: false })
  useEffect(
    () => () => {
      client.current?.close()
      client.current = null
    },
    [],
  )
  const isSame = held.question === question
  useEffect(() => {
    // Another question: nobody waits for the answer to the one before.
    if (!isSame) client.current?.cancel()
  }, [isSame])
  const start = useCallback(() => {
    if (!incidents) return
    client.current ??= hotspotClient()
    const own = { question, answer: null, failed: false }
    setHeld({ ...own, done: 0 })
    const put = (part: Partial<Held<Kind>>) =>
      setHeld((before) => (before.question === question ? { ...before, ...part } : before))
    client.current.ask(incidents, { kind, question }, { onProgress: (done) => put({ done }) }).then(
      (answer) => put({ answer: answer as HotspotReports[Kind] | null, done: null }),
      () => put({ failed: true, done: null }),
    )
  }, [incidents, question, kind])
  const stop = useCallback(() => client.current?.cancel(), [])
  return {
    answer: isSame ? held.answer : null,
    done: isSame ? held.done : null,
    failed: isSame && held.failed,
    start,
    stop,
  }
}
