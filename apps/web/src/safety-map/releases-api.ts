import type { ReleaseAnswer, ReleasesAnswer } from '@trygghetskartan/api/contract-releases'
import { call } from '../api.ts'

export const readReleases = (signal?: AbortSignal) => call<ReleasesAnswer>('GET', '/api/releases', { signal })

/** A month's release: it is the same for ever. */
export const readRelease = (month: string, signal?: AbortSignal) =>
  call<ReleaseAnswer>('GET', `/api/releases/${encodeURIComponent(month)}`, { signal })

export const squaresCsv = '/api/layers/safety_map_cells/items.csv'
