import { type PlaceFacts, type PlaceFactsInputs, placeFacts } from '@trygghetskartan/siting'

export interface FactsAsked {
  readonly n: number
  /** Absent: as it was last. */
  readonly ground?: PlaceFactsInputs['ground']
  readonly rest: Omit<PlaceFactsInputs, 'ground'>
}
export interface FactsTold {
  readonly n: number
  readonly found: PlaceFacts | null
}

let ground: PlaceFactsInputs['ground'] | undefined

self.addEventListener('message', ({ data }: MessageEvent<FactsAsked>) => {
  ground = data.ground ?? ground
  let found: PlaceFacts | null = null
  try {
    if (ground) found = placeFacts({ ...data.rest, ground })
  } finally {
    // Whoever asks is answered also where the reckoning throws; the error itself goes to the worker's own listeners.
    self.postMessage({ n: data.n, found } satisfies FactsTold)
  }
})
