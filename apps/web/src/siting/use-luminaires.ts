import { useQueries, useQuery } from '@tanstack/react-query'
import type { FieldDescription } from '@trygghetskartan/api/contract'
import type { LuminaireFiles, SitingMeasure } from '@trygghetskartan/siting'
import { useMemo } from 'react'
import { sitingApi } from './siting-api.ts'

export const useLuminaires = (enabled = true) =>
  useQuery({
    queryKey: ['luminaires'],
    queryFn: ({ signal }) => sitingApi.luminaires(signal),
    enabled,
  })

/** A photometric file's name by its id; '' for none. Asks only where there is a field for it. */
export function useLuminaireName(fields: readonly FieldDescription[]): (id: unknown) => string {
  const { data } = useLuminaires(fields.some(({ control }) => control === 'luminaire'))
  return (id) => data?.find((one) => one.id === id)?.name ?? ''
}

/** The photometric files that measures name; null until all of them are there. */
export function useLuminaireFiles(measures: readonly (SitingMeasure | null)[]): LuminaireFiles | null {
  const ids = [
    ...new Set(measures.flatMap((one) => (one?.kind === 'light' ? (one.light.luminaire ?? []) : []))),
  ].sort()
  const answers = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['luminaire', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => sitingApi.luminaire(id, signal),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  })
  // One that is gone is left out: whoever reckons says that it is assumed.
  const ready = answers.every(({ isPending }) => !isPending)
  const held = answers.map(({ data }) => data?.id ?? '').join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file never changes under its id
  return useMemo(
    () =>
      ready
        ? Object.fromEntries(
            answers.flatMap(({ data }) =>
              data ? [[data.id, { format: data.format, text: data.text }]] : [],
            ),
          )
        : null,
    [ready, held],
  )
}
