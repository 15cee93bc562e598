import { useQueries } from '@tanstack/react-query'
import type { Ground, LuminaireFiles, SitingMeasure } from '@trygghetskartan/siting'
import { useMemo } from 'react'
import { sitingApi } from '../siting/siting-api.ts'

/** Photometric files named by measures, as text; null while some are on their way. */
export function useLuminaireFiles(
  ground: Ground | undefined,
  more: readonly SitingMeasure[] = none,
): { readonly files: LuminaireFiles | null; readonly error: Error | null } {
  const ids = useMemo(
    () => [
      ...new Set(
        [...(ground?.measures ?? []), ...more].flatMap((one) =>
          one.kind === 'light' && one.light.luminaire ? [one.light.luminaire] : [],
        ),
      ),
    ],
    [ground, more],
  )
  const answers = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['luminaire', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => sitingApi.luminaire(id, signal),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) => ({
      data: results.map(({ data }) => data),
      error: results.find(({ error }) => error)?.error ?? null,
    }),
  })
  return useMemo(() => {
    const found = answers.data.filter((one) => one !== undefined)
    const files = Object.fromEntries(found.map(({ id, format, text }) => [id, { format, text }]))
    return { files: found.length === ids.length ? files : null, error: answers.error }
  }, [answers, ids])
}

const none: readonly SitingMeasure[] = []
