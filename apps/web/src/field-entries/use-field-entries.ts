import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ObservationKind, ObservationsAnswer } from '@trygghetskartan/api/contract-observations'
import { call } from '../api.ts'
import { useInterval } from '../guard/use-active.ts'

/** New entries come in while one looks, in milliseconds. */
const lookEvery = 60_000

export const useKinds = () =>
  useQuery({
    queryKey: ['observation-kinds'],
    queryFn: ({ signal }) => call<ObservationKind[]>('GET', '/api/observations/kinds', { signal }),
    staleTime: 3_600_000,
  })

/** What was logged in the days up to today, of one kind or of all. */
export const useFieldEntries = (days: number, kind: string) =>
  useQuery({
    queryKey: ['observations', days, kind],
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ from: daysAgo(days), ...(kind && { kind }) })
      return call<ObservationsAnswer>('GET', `/api/observations?${search}`, { signal })
    },
    placeholderData: keepPreviousData,
    refetchInterval: useInterval(lookEvery),
  })

/** YYYY-MM-DD in Sweden so many days before today. */
const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' })
