import type { LayerDescription, Measure } from '@trygghetskartan/api/contract'
import { createContext, useContext } from 'react'
import type { SketchKind } from '../draw/sketch.ts'
import type { MapLayer } from '../map/map-style.ts'
import type { Change } from './changes.ts'
import type { DeskView, Outcome } from './desk.ts'
import type { Draft } from './drafts.ts'
import type { Editing } from './editing.ts'
import type { FieldInput } from './form-values.ts'
import type { Choice, Difference } from './merge.ts'

/** Everything the planning panels do. */
export interface Plan {
  readonly steps: Pick<DeskView, 'undo' | 'redo' | 'busy'>
  readonly editing: Editing | null
  /** Begun and not saved, but not open now; newest first. */
  readonly drafts: readonly Draft[]
  readonly begin: (layer: MapLayer, kind: SketchKind) => void
  readonly edit: (measure: Measure) => void
  readonly resume: (draft: Draft) => void
  readonly discard: (draft: Draft) => void
  readonly fill: (name: string, input: FieldInput) => void
  /** Checks, sends, and shows what came of it. `heeded`: the warning about persons has been read. */
  readonly save: (heeded?: boolean) => Promise<void>
  readonly resolve: (found: readonly Difference[], choices: Readonly<Record<string, Choice>>) => Promise<void>
  readonly backFromConflict: () => void
  /** Closes at once where nothing would be lost; else asks. */
  readonly cancel: () => void
  readonly close: (draft: 'keep' | 'discard') => void
  /** Any other change: delete, status step, an earlier version. */
  readonly perform: (change: Change, layer: string, name: string, words: string) => Promise<Outcome>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
}

export const PlanContext = createContext<Plan | null>(null)

/** The planning of this face; null where one does not plan, or before it is loaded. */
export const usePlan = (): Plan | null => useContext(PlanContext)

/** What a pen draws for a layer's kind of geometry. */
export const sketchKindOf = (kind: LayerDescription['geometry'][number]): SketchKind =>
  kind === 'MultiPolygon' ? 'Polygon' : kind
