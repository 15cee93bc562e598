import { type Refusal, refuse } from '@trygghetskartan/geo'

/** How somebody outside follows a long run and ends it. */
export interface RunControl {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((done: number, of: number) => void) | undefined
}

export const cancelled = (): Refusal =>
  refuse('cancelled', 'Beräkningen avbröts.', 'The calculation was cancelled.')

const turn = 40

/**
 * Takes steps 0 to `of` - 1 in order and gives the event loop a turn every 40 ms, so that the signal works from outside.
 * A run that was ended has no result: part of the simulations would be another method.
 */
export async function runSteps(
  of: number,
  step: (at: number) => void | Promise<void>,
  { signal, onProgress }: RunControl = {},
): Promise<Refusal | undefined> {
  let turned = performance.now()
  for (let at = 0; at < of; at++) {
    if (signal?.aborted) return cancelled()
    await step(at)
    const now = performance.now()
    if (now - turned > turn) {
      onProgress?.(at + 1, of)
      await new Promise((resolve) => setTimeout(resolve))
      turned = performance.now()
    }
  }
  if (signal?.aborted) return cancelled()
  onProgress?.(of, of)
  return undefined
}
