import { useQueryClient } from '@tanstack/react-query'
import type { Measure } from '@trygghetskartan/api/contract'
import { useState } from 'react'
import type { Outcome } from './desk.ts'

/** Runs one change of an object at a time and remembers how the last one went. A conflict brings in what is there now. */
export function useOutcome(measure: Measure) {
  const queries = useQueryClient()
  const [running, setRunning] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const run = async (change: () => Promise<Outcome>): Promise<Outcome | null> => {
    if (running) return null
    setRunning(true)
    const next = await change()
    if (next.type === 'conflict') queries.setQueryData(['measure', measure.id], next.current)
    setOutcome(next)
    setRunning(false)
    return next
  }
  return { outcome, run, running }
}
