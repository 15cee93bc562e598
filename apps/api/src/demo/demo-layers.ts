import type { LayerRow, PastEntry } from '../queries/demo.ts'
import type { Plan } from './plan.ts'
import type { Town } from './town.ts'

/** The demonstration's rows of one layer, and the past of those that have one. */
export interface DemoLayer {
  readonly layer: string
  readonly rows: readonly LayerRow[]
  readonly past: readonly PastEntry[]
}

export interface DemoGround {
  readonly plan: Plan
  readonly town: Town
  /** Last day of the demonstration. */
  readonly now: Date
}

/** Every layer's demonstration rows. */
export function demoLayers(_ground: DemoGround): DemoLayer[] {
  return []
}
