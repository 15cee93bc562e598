import { type GeometryProblem, validateGeometry } from '@trygghetskartan/geo'
import type { Geometry } from 'geojson'
import { closes, type Grip, gripAt } from './gestures.ts'
import { movedBy } from './measures.ts'
import {
  canRemove,
  emptySketch,
  geometryOf,
  isComplete,
  type Position,
  type Sketch,
  type SketchKind,
  type SketchStep,
  sketchOf,
  takeStep,
} from './sketch.ts'
import { type Pixel, type Snap, snap } from './snapping.ts'
import { amend, record, redo, startHistory, type UndoHistory, undo } from './undo-history.ts'

/** The map as a drawing sees it. */
export interface Screen {
  readonly project: (position: Position) => Pixel
  readonly unproject: (pixel: Pixel) => Position
  /** Geometries near a place on the screen that vertices may be put on. */
  readonly targetsNear: (pixel: Pixel) => Geometry[]
}

export interface Pointer extends Pixel {
  /** How near counts as on, in pixels. */
  readonly reach: number
  /** Held down, it turns snapping off. */
  readonly free: boolean
}

export interface DrawingView {
  readonly sketch: Sketch
  /** Where the next vertex would go. */
  readonly live: Position | null
  readonly snap: Snap | null
  readonly grip: Grip | null
  /** GeoJSON of a complete sketch. */
  readonly geometry: Geometry | null
  /** What is wrong with that geometry. */
  readonly problem: GeometryProblem | null
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly dirty: boolean
}

/** What just happened, for those who do not see the map. */
export type DrawingEvent =
  | {
      readonly type: 'added' | 'removed' | 'moved' | 'selected'
      readonly index: number
      readonly count: number
    }
  | { readonly type: 'finished' | 'shifted' | 'undone' | 'redone' | 'too-few' }

/** Snapping reaches this many pixels. */
const snapTolerance = 14

/**
 * One drawing from its first click to what is handed on for saving: pointer, keys and typed coordinates all become
 * steps of the same sketch, so that each can be undone. Knows no map but `screen`.
 */
export function createDrawing(
  start: SketchKind | Sketch,
  say: (event: DrawingEvent) => void = () => undefined,
) {
  const opened = typeof start === 'string' ? emptySketch(start) : start
  let history: UndoHistory<Sketch> = startHistory(opened)
  let live: Position | null = null
  let snapped: Snap | null = null
  let grip: Grip | null = null
  let dragged: { from: Sketch; last: Position } | null = null
  let view = look()
  const listeners = new Set<() => void>()

  function look(): DrawingView {
    const sketch = history.present
    const geometry = geometryOf(sketch)
    return {
      sketch,
      live,
      snap: snapped,
      grip,
      geometry,
      problem: geometry && validateGeometry(geometry),
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      dirty: JSON.stringify(sketch.vertices) !== JSON.stringify(opened.vertices),
    }
  }
  const tell = () => {
    view = look()
    for (const listener of listeners) listener()
  }
  const sketchNow = () => history.present

  function step(next: SketchStep): boolean {
    const before = sketchNow()
    const after = takeStep(before, next)
    if (after === before) return false
    history = next.type === 'select' ? amend(history, after) : record(history, after)
    tell()
    return true
  }

  const aim = (pointer: Pointer, screen: Screen): Snap | null =>
    pointer.free
      ? null
      : snap(pointer, screen.targetsNear(pointer), screen.project, screen.unproject, snapTolerance)
  const place = (pointer: Pointer, screen: Screen) =>
    aim(pointer, screen)?.position ?? screen.unproject(pointer)

  const api = {
    view: () => view,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    step,
    /** A vertex at the end, from the keyboard or the coordinates panel. */
    add(position: Position): void {
      if (!step({ type: 'add', position })) return
      say({ type: 'added', index: sketchNow().vertices.length - 1, count: sketchNow().vertices.length })
    },
    remove(index: number): boolean {
      if (!canRemove(sketchNow())) {
        say({ type: 'too-few' })
        return false
      }
      const removed = step({ type: 'remove', index })
      if (removed) say({ type: 'removed', index, count: sketchNow().vertices.length })
      return removed
    },
    select(index: number | null): void {
      if (step({ type: 'select', index }) && index !== null) {
        say({ type: 'selected', index, count: sketchNow().vertices.length })
      }
    },
    /** Moves the selected vertex, or the whole where none is, some metres east and north. */
    nudge(east: number, north: number): void {
      const { selected, vertices } = sketchNow()
      const vertex = vertices[selected ?? 0]
      if (vertex === undefined) return
      const position = movedBy(vertex, east, north)
      if (selected !== null) {
        step({ type: 'move', index: selected, position })
        say({ type: 'moved', index: selected, count: vertices.length })
      } else {
        step({ type: 'shift', by: [position[0] - vertex[0], position[1] - vertex[1]] })
        say({ type: 'shifted' })
      }
    },
    finish(): boolean {
      if (!isComplete(sketchNow())) {
        say({ type: 'too-few' })
        return false
      }
      live = null
      snapped = null
      const finished = step({ type: 'finish' })
      if (finished) say({ type: 'finished' })
      return finished
    },
    undo(): void {
      if (!view.canUndo) return
      history = undo(history)
      tell()
      say({ type: 'undone' })
    },
    redo(): void {
      if (!view.canRedo) return
      history = redo(history)
      tell()
      say({ type: 'redone' })
    },

    hover(pointer: Pointer, screen: Screen): void {
      const sketch = sketchNow()
      grip = gripAt(sketch, pointer, screen.project, pointer.reach)
      snapped = sketch.finished ? null : aim(pointer, screen)
      live = sketch.finished ? null : (snapped?.position ?? screen.unproject(pointer))
      tell()
    },
    leave(): void {
      live = null
      snapped = null
      grip = null
      tell()
    },
    click(pointer: Pointer, screen: Screen): void {
      const sketch = sketchNow()
      if (!sketch.finished) {
        if (closes(sketch, pointer, screen.project, pointer.reach) && api.finish()) return
        const onLast = closes({ ...sketch, kind: 'LineString' }, pointer, screen.project, pointer.reach / 2)
        if (!onLast) api.add(place(pointer, screen))
        if (sketchNow().finished) {
          api.leave()
          say({ type: 'finished' })
        }
        return
      }
      const found = gripAt(sketch, pointer, screen.project, pointer.reach)
      if (found?.type === 'midpoint') api.insert(found.index, screen.unproject(pointer))
      else api.select(found?.type === 'vertex' ? found.index : null)
    },
    insert(index: number, position: Position): void {
      if (step({ type: 'insert', index, position })) {
        say({ type: 'added', index, count: sketchNow().vertices.length })
      }
    },
    /** Takes away the vertex under the pointer. */
    pluck(pointer: Pointer, screen: Screen): void {
      const found = gripAt(sketchNow(), pointer, screen.project, pointer.reach)
      if (found?.type === 'vertex') api.remove(found.index)
    },
    /** @returns true where something is held and the map should stand still. */
    grab(pointer: Pointer, screen: Screen): boolean {
      const from = sketchNow()
      const found = gripAt(from, pointer, screen.project, pointer.reach)
      if (found === null) return false
      grip = found.type === 'midpoint' ? { type: 'vertex', index: found.index } : found
      const position = screen.unproject(pointer)
      dragged = { from, last: position }
      if (found.type === 'midpoint') {
        history = amend(history, takeStep(from, { type: 'insert', index: found.index, position }))
      } else if (found.type === 'vertex') {
        history = amend(history, takeStep(from, { type: 'select', index: found.index }))
      }
      live = null
      tell()
      return true
    },
    drag(pointer: Pointer, screen: Screen): void {
      if (dragged === null || grip === null) return
      const pointed = screen.unproject(pointer)
      if (grip.type === 'vertex') {
        snapped = aim(pointer, screen)
        const position = snapped?.position ?? pointed
        history = amend(history, takeStep(sketchNow(), { type: 'move', index: grip.index, position }))
      } else {
        const by: Position = [pointed[0] - dragged.last[0], pointed[1] - dragged.last[1]]
        history = amend(history, takeStep(sketchNow(), { type: 'shift', by }))
      }
      dragged.last = pointed
      tell()
    },
    drop(): void {
      if (dragged === null) return
      // The whole drag is one step back.
      history = record(amend(history, dragged.from), sketchNow())
      dragged = null
      snapped = null
      const held = grip
      tell()
      if (held?.type === 'vertex') {
        say({ type: 'moved', index: held.index, count: sketchNow().vertices.length })
      } else say({ type: 'shifted' })
    },
  }
  return api
}

export type Drawing = ReturnType<typeof createDrawing>

/** A drawing of what is stored, or null for a geometry that the pen cannot change. */
export function openDrawing(geometry: Geometry, say?: (event: DrawingEvent) => void): Drawing | null {
  const sketch = sketchOf(geometry)
  return sketch && createDrawing(sketch, say)
}
