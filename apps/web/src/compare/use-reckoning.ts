import type { Plan } from '@trygghetskartan/api/contract-identity'
import type { PlanMeasure } from '@trygghetskartan/api/contract-plans'
import { type Box, defaultRisk, type LuminaireFiles, type SitingMeasure } from '@trygghetskartan/siting'
import { useMemo } from 'react'
import { useDemand, useGround } from '../ground/use-ground.ts'
import { planKey } from '../plans/use-plans.ts'
import { commonBox, isTellable } from './common-box.ts'
import { compareApi } from './compare-api.ts'
import type { CommonInputs } from './plan-report-protocol.ts'
import { useAll } from './use-all.ts'
import { type ReportsOfPlans, usePlanReports } from './use-plan-reports.ts'

export interface Reckoning {
  /** The area all plans are reckoned over; null where there is none, or it is too large. */
  readonly area: Box | null
  readonly isTooWide: boolean
  readonly isEmpty: boolean
  readonly common: CommonInputs | null
  readonly digests: { readonly ground: string; readonly demand: string } | null
  readonly measures: ReadonlyMap<string, readonly SitingMeasure[]> | null
  readonly reports: ReportsOfPlans
  readonly error: Error | null
  readonly retry: () => void
}

/** The figures of the plans over one ground: asked for, and reckoned beside the page. */
export function useReckoning(
  plans: readonly Plan[],
  drawn: ReadonlyMap<string, readonly PlanMeasure[]> | null,
): Reckoning {
  const whole = useMemo(
    () => drawn && commonBox([...drawn.values()].flatMap((own) => own.map(({ geometry }) => geometry))),
    [drawn],
  )
  const area = whole && isTellable(whole) ? whole : null
  const ground = useGround(area)
  const demand = useDemand(area)
  const siting = useSitingMeasures(area && drawn ? plans.map(({ id }) => id) : [])
  const luminaires = useLuminaires(siting.all)
  const groundNow = ground.isPlaceholderData ? undefined : ground.data
  const demandNow = demand.isPlaceholderData ? undefined : demand.data
  const common = useMemo<CommonInputs | null>(
    () =>
      area && groundNow && demandNow && luminaires.files
        ? {
            ground: groundNow.ground,
            demand: demandNow.demand,
            luminaires: luminaires.files,
            risk: defaultRisk,
          }
        : null,
    [area, groundNow, demandNow, luminaires.files],
  )
  const reports = usePlanReports(common, siting.all)
  const failed = [ground, demand].filter(({ error }) => error)
  return {
    area,
    isTooWide: whole !== null && area === null,
    isEmpty: drawn !== null && whole === null,
    common,
    digests: groundNow && demandNow ? { ground: groundNow.digest, demand: demandNow.digest } : null,
    measures: siting.all,
    reports,
    error: failed[0]?.error ?? siting.error ?? luminaires.error,
    retry: () => {
      for (const query of failed) void query.refetch()
      siting.retry()
      luminaires.retry()
    },
  }
}

/** The plans' measures as siting reckons with them; null until all are known. */
function useSitingMeasures(plans: readonly string[]) {
  const { answers, ...rest } = useAll(
    plans.map((id) => ({
      queryKey: planKey(id, 'siting'),
      queryFn: ({ signal }: { signal: AbortSignal }) => compareApi.measures(id, signal),
    })),
  )
  const key = plans.join(',')
  const all = useMemo(
    () =>
      key !== '' && answers
        ? new Map(key.split(',').map((id, at) => [id, answers[at]!.measures] as const))
        : null,
    [key, answers],
  )
  return { all, ...rest }
}

/** The photometric files that lamps of the plans name; an empty value where none does. */
function useLuminaires(measures: ReadonlyMap<string, readonly SitingMeasure[]> | null) {
  const ids = useMemo(() => {
    const named = [...(measures?.values() ?? [])]
      .flat()
      .flatMap((measure) => (measure.kind === 'light' ? (measure.light.luminaire ?? []) : []))
    return [...new Set(named)].toSorted()
  }, [measures])
  const { answers, ...rest } = useAll(
    ids.map((id) => ({
      queryKey: ['luminaire', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => compareApi.luminaire(id, signal),
    })),
  )
  const files = useMemo<LuminaireFiles | null>(
    () =>
      answers && measures
        ? Object.fromEntries(answers.map(({ id, format, text }) => [id, { format, text }]))
        : null,
    [answers, measures],
  )
  return { files, ...rest }
}
