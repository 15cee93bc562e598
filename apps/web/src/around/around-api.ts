import { queryOptions } from '@tanstack/react-query'
import type { AboutAnswer, NearAnswer, NewFault, Radius } from '@trygghetskartan/api/contract-around'
import { call } from '../api.ts'
import type { Language } from '../url-state.ts'

export interface Around {
  readonly at: readonly [number, number]
  readonly radius: Radius
}

const parameters = ({ at, radius }: Around) =>
  new URLSearchParams({ at: at.join(','), radius: String(radius) })

export const nearQuery = (around: Around) =>
  queryOptions({
    queryKey: ['near', around.at.join(), around.radius],
    queryFn: ({ signal }) => call<NearAnswer>('GET', `/api/near?${parameters(around)}`, { signal }),
  })

/** Where the feed of a place is, or that of the whole municipality. */
export const feedPath = (around: Around | null, language: Language): string => {
  const search = around ? parameters(around) : new URLSearchParams()
  search.set('lang', language)
  return `/api/feeds/${around ? 'near' : 'all'}.atom?${search}`
}

export const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => call<AboutAnswer>('GET', '/api/about', { signal }),
  staleTime: 300_000,
})

/** `id` is made by the sender, so that what is sent again is kept once. */
export const reportFault = (id: string, fault: NewFault) =>
  call<{ id: string }>('PUT', `/api/accessibility/faults/${id}`, { body: fault })
