import { queryOptions } from '@tanstack/react-query'
import type { AboutAnswer, NearAnswer, NewFault, Radius } from '@trygghetskartan/api/contract-around'
import type { ReportChallenge } from '@trygghetskartan/api/contract-reports'
import { call } from '../api.ts'
import { findBeside } from '../outbox/find-beside.ts'
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

/** `id` is made by the sender, so that what is sent again is kept once. It goes with work that is done for it, beside the page. */
export async function reportFault(id: string, fault: Omit<NewFault, 'proof'>): Promise<void> {
  const task = await call<ReportChallenge>('GET', '/api/reports/challenge')
  const proof = { challenge: task.challenge, nonce: await findBeside(task) }
  await call('PUT', `/api/accessibility/faults/${id}`, { body: { ...fault, proof } })
}
