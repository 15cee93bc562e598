import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ModeratedReport, ReportStep } from '@trygghetskartan/api/contract-moderation'
import { useCallback, useState } from 'react'
import { useChanges } from '../map/use-changes.ts'
import { moderationApi, type Shown } from './moderation-api.ts'

const key = 'moderation'

export const useQueue = (show: Shown) =>
  useQuery({
    queryKey: [key, 'queue', show],
    queryFn: ({ signal }) => moderationApi.queue(show, signal),
    placeholderData: keepPreviousData,
  })

export const useReport = (id: string) =>
  useQuery({ queryKey: [key, 'report', id], queryFn: ({ signal }) => moderationApi.read(id, signal) })

export const useTemplates = () =>
  useQuery({ queryKey: [key, 'templates'], queryFn: ({ signal }) => moderationApi.templates(signal) })

export const useStatistics = () =>
  useQuery({ queryKey: [key, 'statistics'], queryFn: ({ signal }) => moderationApi.statistics(signal) })

/** Reads all that has to do with reports anew. */
export function useRefreshModeration(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(() => queries.invalidateQueries({ queryKey: [key] }), [queries])
}

/** Keeps it as it is while others change it, and reporters write. */
export function useLiveModeration(): void {
  const refresh = useRefreshModeration()
  // Reports, the places that come of them and the measures beside them.
  useChanges(
    (layer) => layer !== 'basemap' && layer !== 'plans',
    () => void refresh(),
  )
}

/** Takes steps with a report: what was refused stays until the next try, and what others did meanwhile is read. */
export function useSteps(report: ModeratedReport) {
  const queries = useQueryClient()
  const refresh = useRefreshModeration()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  /** Whether it was taken. */
  const take = async (step: ReportStep): Promise<boolean> => {
    setBusy(true)
    setError(null)
    try {
      const now = await moderationApi.step(report, step)
      queries.setQueryData([key, 'report', report.id], now)
      return true
    } catch (refused) {
      setError(refused)
      return false
    } finally {
      setBusy(false)
      void refresh()
    }
  }
  return { take, busy, error }
}
