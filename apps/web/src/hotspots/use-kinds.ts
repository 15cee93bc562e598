import { useQuery } from '@tanstack/react-query'
import type { Text } from '@trygghetskartan/api/contract'
import { useMemo } from 'react'
import { call } from '../api.ts'
import { timeField } from '../map/map-style.ts'
import { useSession } from '../session.ts'

export interface IncidentKind {
  readonly code: string
  readonly title: Text
  /** One of the groups of police events. */
  readonly group: string
}

export interface KindGroup {
  readonly id: string
  readonly title: Text
  readonly colour: { readonly light: string; readonly dark: string }
  readonly kinds: readonly IncidentKind[]
}

/** What an incident can be, in the groups and colours of the legend. */
export function useKinds() {
  const { layers } = useSession()
  const { data } = useQuery({
    queryKey: ['items', 'incidents', 'kinds'],
    queryFn: ({ signal }) => call<IncidentKind[]>('GET', '/api/incidents/kinds', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const legend = layers.find(timeField)?.legend
  return useMemo(() => {
    const kinds = data ?? []
    const groups = (legend ?? []).map(
      ({ value, title, colour }): KindGroup => ({
        id: value,
        title,
        colour,
        kinds: kinds.filter(({ group }) => group === value),
      }),
    )
    return {
      groups,
      codesOf: new Map(
        groups.map(({ id, kinds: own }) => [id, [...new Set([id, ...own.map(({ code }) => code)])]]),
      ),
    }
  }, [data, legend])
}

/** A kind in words; its code where nothing else is known. */
export const titleOfKind = (groups: readonly KindGroup[], code: string): Text =>
  groups.flatMap(({ kinds }) => kinds).find((kind) => kind.code === code)?.title ??
  groups.find(({ id }) => id === code)?.title ?? { sv: code, en: code }
