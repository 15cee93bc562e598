import { useSyncExternalStore } from 'react'
import { createDrawing, type Drawing, type DrawingEvent } from '../draw/drawing.ts'

/** A privacy mask on its way: drawn in place of the camera it belongs to. */
export interface MaskDrawing {
  readonly drawing: Drawing
  /** Id of the camera. */
  readonly of: string
  /** Column that holds its masks. */
  readonly column: string
}

let now: MaskDrawing | null = null
const listeners = new Set<() => void>()
const put = (next: MaskDrawing | null) => {
  now = next
  for (const listener of listeners) listener()
}

export const beginMask = (of: string, column: string, say: (event: DrawingEvent) => void): void =>
  put({ drawing: createDrawing('Polygon', say), of, column })
export const endMask = (): void => put(null)

/** The mask that is being drawn; one at a time, for the one pen of the map. */
export const useMaskDrawing = (): MaskDrawing | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => now,
  )
