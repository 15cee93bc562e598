/// <reference types="vite/client" />
import { type CoverageProblem, provePlacement } from '@trygghetskartan/siting'
import { type TownShape, townProblem } from '@trygghetskartan/siting/testing/town-problem'
import wasmUrl from 'highs/runtime?url'

export interface Asked {
  readonly shape: TownShape
  readonly rules: CoverageProblem['rules']
}

export interface Proved {
  readonly kind: string
  readonly covered: number
  readonly gap: number
  /** Milliseconds from the problem to the proof, with the solver's loading. */
  readonly ms: number
}

self.addEventListener('message', async ({ data: { shape, rules } }: MessageEvent<Asked>) => {
  const problem = { ...townProblem(shape), rules }
  const started = performance.now()
  const result = await provePlacement(problem, { solver: { wasmUrl } })
  const ms = performance.now() - started
  if (result.kind === 'refused') throw new Error(result.refusals[0]?.en)
  const { kind, placement, gap } = result
  self.postMessage({ kind, covered: placement?.covered ?? 0, gap, ms } satisfies Proved)
})
