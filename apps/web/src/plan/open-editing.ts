import type { Measure } from '@trygghetskartan/api/contract'
import type { Geometry } from 'geojson'
import { createDrawing, type Drawing, type DrawingEvent, openDrawing } from '../draw/drawing.ts'
import type { Sketch, SketchKind } from '../draw/sketch.ts'
import type { MapLayer } from '../map/map-style.ts'
import type { Draft } from './drafts.ts'
import { type Editing, firstInputOf } from './editing.ts'
import { sketchKindOf } from './plan-context.ts'

type Say = (event: DrawingEvent) => void

const fresh = { stage: 'open', problems: {}, attempts: 0, refusal: null, conflict: null } as const

/** A new object of a layer, with nothing drawn or written yet. */
export function newEditing(layer: MapLayer, kind: SketchKind, say: Say): Editing {
  const input = firstInputOf(layer, {})
  return {
    ...fresh,
    id: crypto.randomUUID(),
    layer,
    base: null,
    drawing: createDrawing(kind, say),
    input,
    firstInput: input,
  }
}

/** An object as the server has it, with what was left of an earlier try on the same version. */
export function editingOf(measure: Measure, layer: MapLayer, kept: Draft | null, say: Say): Editing {
  const { id, geometry, properties, version } = measure
  const base = { geometry, properties, version }
  const firstInput = firstInputOf(layer, properties)
  const drawing = drawingOf(geometry, kept?.sketch, say)
  return { ...fresh, id, layer, base, drawing, input: { ...firstInput, ...kept?.input }, firstInput }
}

/** A draft as it was left. */
export function editingOfDraft(draft: Draft, layer: MapLayer, say: Say): Editing {
  const { id, base = null, sketch } = draft
  const firstInput = firstInputOf(layer, base?.properties ?? {})
  const drawing = base
    ? drawingOf(base.geometry, sketch, say)
    : createDrawing(sketch ?? sketchKindOf(layer.geometry[0] ?? 'Point'), say)
  return { ...fresh, id, layer, base, drawing, input: { ...firstInput, ...draft.input }, firstInput }
}

/** The stored shape, brought to how the draft had it as one step that can be undone. */
function drawingOf(stored: Geometry, drafted: Sketch | undefined, say: Say): Drawing | null {
  const drawing = openDrawing(stored, say)
  if (drafted) drawing?.step({ type: 'replace', sketch: drafted })
  return drawing
}
