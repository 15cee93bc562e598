import { useCallback, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { claimMap } from '../map/map-claim.ts'
import { useFlavour, useMap } from '../map/map-context.ts'
import type { Drawing, DrawingView } from './drawing.ts'
import type { Sketch } from './sketch.ts'
import { sketchFeatures } from './sketch-features.ts'
import { screenOf } from './snap-targets.ts'
import { type Pen, startPen } from './terra-adapter.ts'

const nothing = () => () => undefined

/** The drawing as it stands, again each time it changes. */
export function useDrawingView(drawing: Drawing | null): DrawingView | null {
  const subscribe = useCallback(
    (listener: () => void) => drawing?.subscribe(listener) ?? nothing(),
    [drawing],
  )
  return useSyncExternalStore(subscribe, () => drawing?.view() ?? null)
}

/** Lays the drawing on the map and gives it the pointer. `id`: the object drawn, which does not snap to itself. */
export function usePen(drawing: Drawing | null, id: string): void {
  const map = useMap()
  const flavour = useFlavour()
  useEffect(() => {
    if (!map || !drawing) return
    const screen = screenOf(map, id)
    const release = claimMap()
    const pen = startPen(map, flavour, {
      onHover: (pointer) => drawing.hover(pointer, screen),
      onClick: (pointer) => drawing.click(pointer, screen),
      onPluck: (pointer) => drawing.pluck(pointer, screen),
      onGrab: (pointer) => drawing.grab(pointer, screen),
      onDrag: (pointer) => drawing.drag(pointer, screen),
      onDrop: () => drawing.drop(),
    })
    const show = () => pen.show(sketchFeatures(drawing.view()), cursorOf(drawing.view()))
    const leave = () => drawing.leave()
    const canvas = map.getCanvas()
    const end = drawing.subscribe(show)
    canvas.addEventListener('pointerleave', leave)
    show()
    return () => {
      end()
      canvas.removeEventListener('pointerleave', leave)
      pen.stop()
      release()
    }
  }, [map, drawing, flavour, id])
}

function cursorOf({ sketch, grip }: DrawingView): Parameters<Pen['show']>[1] {
  if (!sketch.finished) return 'crosshair'
  if (grip?.type === 'midpoint') return 'pointer'
  return grip ? 'move' : 'unset'
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/**
 * Keys of a drawing: arrows move the selected vertex (or, while aiming, the map), Enter places or ends, Delete removes,
 * Ctrl+Z and Ctrl+Shift+Z step back and forth, Escape gives up. Fields, buttons and dialogs keep their own keys.
 */
export function useDrawingKeys(drawing: Drawing | null, aiming: boolean, onEscape: () => void): void {
  const map = useMap()
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!drawing || !map || belongsElsewhere(event)) return
    const { sketch } = drawing.view()
    const arrow = arrows[event.key]
    const far = event.shiftKey ? 10 : 1
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      if (event.shiftKey) drawing.redo()
      else drawing.undo()
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'y') drawing.redo()
    else if (event.ctrlKey || event.metaKey || event.altKey) return
    else if (arrow && aiming && !sketch.finished) {
      map.panBy([arrow[0] * (event.shiftKey ? 5 : 60), -arrow[1] * (event.shiftKey ? 5 : 60)], {
        duration: 0,
      })
    } else if (arrow && (sketch.selected !== null || isPlaced(sketch)))
      drawing.nudge(arrow[0] * far, arrow[1] * far)
    else if (event.key === 'Enter' && aiming && !sketch.finished) {
      drawing.click({ ...map.project(map.getCenter()), reach: 6, free: false }, screenOf(map, ''))
    } else if (event.key === 'Enter' && !sketch.finished) drawing.finish()
    else if ((event.key === 'Delete' || event.key === 'Backspace') && sketch.selected !== null) {
      drawing.remove(sketch.selected)
    } else if (event.key === 'Escape') onEscape()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
}

/** A point has nothing to select: it is moved itself. */
const isPlaced = ({ kind, finished }: Sketch) => kind === 'Point' && finished

function belongsElsewhere(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  if (document.querySelector('dialog[open]')) return true
  if (target?.closest('input, textarea, select, [contenteditable], [role="slider"]'))
    return event.key !== 'Escape'
  return event.key === 'Enter' && target?.closest('button, a, summary') !== null && target !== null
}
