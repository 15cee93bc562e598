import type { SitingMeasure } from '@trygghetskartan/siting'
import { useEffect, useState } from 'react'
import type { CommonInputs, FromPlanWorker, ToPlanWorker } from './plan-report-protocol.ts'

/** Plan -> its measures as siting reckons with them. */
export type MeasuresOfPlans = ReadonlyMap<string, readonly SitingMeasure[]>
export type ReportsOfPlans = ReadonlyMap<string, FromPlanWorker>

interface Held {
  readonly common: CommonInputs
  readonly plans: MeasuresOfPlans
  readonly reports: ReportsOfPlans
}

const none: ReportsOfPlans = new Map()

/**
 * Reckons every plan beside the page, one after the other over the same ground; each is there as soon as it is done.
 * Other inputs stop what is under way. null reckons nothing.
 */
export function usePlanReports(common: CommonInputs | null, plans: MeasuresOfPlans | null): ReportsOfPlans {
  const [held, setHeld] = useState<Held | null>(null)
  useEffect(() => {
    if (!common || !plans) return
    const worker = new Worker(new URL('./plan-report-worker.ts', import.meta.url), { type: 'module' })
    const tell = (message: ToPlanWorker) => worker.postMessage(message)
    const note = (answers: readonly FromPlanWorker[]) =>
      setHeld((before) => {
        const earlier = before?.common === common && before.plans === plans ? before.reports : none
        const reports = new Map(earlier)
        for (const answer of answers) reports.set(answer.plan, answer)
        return { common, plans, reports }
      })
    worker.onmessage = ({ data }: MessageEvent<FromPlanWorker>) => note([data])
    worker.onerror = ({ message }) =>
      note([...plans.keys()].map((plan) => ({ plan, watched: [], error: message || 'The worker failed' })))
    tell({ type: 'common', common })
    for (const [plan, measures] of plans) tell({ type: 'plan', plan, measures })
    return () => worker.terminate()
  }, [common, plans])
  return held?.common === common && held?.plans === plans ? held.reports : none
}
