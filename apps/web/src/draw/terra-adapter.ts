import type { Flavour } from '@trygghetskartan/api/contract'
import type { Map as MapLibreMap } from 'maplibre-gl'
import {
  TerraDraw,
  type TerraDrawAdapterStyling,
  TerraDrawExtend,
  type TerraDrawMouseEvent,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { Pointer } from './drawing.ts'
import { reach } from './gestures.ts'
import type { SketchFeature, SketchRole } from './sketch-features.ts'
import { sketchStyling } from './sketch-styling.ts'

/** What the pen tells: places in CSS pixels from the map's corner. */
export interface PenHandlers {
  readonly onHover: (pointer: Pointer) => void
  readonly onClick: (pointer: Pointer) => void
  /** Right click, or a long press. */
  readonly onPluck: (pointer: Pointer) => void
  /** @returns true where something is held, so that the map stands still. */
  readonly onGrab: (pointer: Pointer) => boolean
  readonly onDrag: (pointer: Pointer) => void
  readonly onDrop: () => void
}

export interface Pen {
  show(features: readonly SketchFeature[], cursor: 'crosshair' | 'move' | 'pointer' | 'unset'): void
  stop(): void
}

const modeName = 'sketch'
/** Layers and sources of the pen begin with this; the style's keeper leaves them alone. */
export const penPrefix = 'pen'

/** A pointer on the map, and features above it, by terra-draw: it hears mouse, pen and touch, and draws the sketch. */
export function startPen(map: MapLibreMap, flavour: Flavour, handlers: PenHandlers): Pen {
  const mode = new SketchMode(handlers, flavour)
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({
      map,
      prefixId: penPrefix,
      minPixelDragDistance: 4,
      minPixelDragDistanceDrawing: 4,
    }),
    modes: [mode],
  })
  let removed = false
  map.once('remove', () => {
    removed = true
  })
  map.doubleClickZoom.disable()
  draw.start()
  draw.setMode(modeName)
  return {
    show: (features, cursor) => mode.show(features, cursor),
    stop() {
      // The map took the drawing with it.
      if (removed) return
      draw.stop()
      map.doubleClickZoom.enable()
      map.getCanvas().style.removeProperty('cursor')
    },
  }
}

type StoredFeature = Parameters<TerraDrawExtend.TerraDrawBaseDrawMode<Styling>['styleFeature']>[0]
type Styling = Record<string, never>

class SketchMode extends TerraDrawExtend.TerraDrawBaseDrawMode<Styling> {
  override mode = modeName
  readonly #handlers: PenHandlers
  readonly #flavour: Flavour
  /** Features in the store: what each is, and its id. */
  readonly #shown = new Map<string, string>()
  #holds = false

  constructor(handlers: PenHandlers, flavour: Flavour) {
    super({ modeName })
    this.#handlers = handlers
    this.#flavour = flavour
  }

  override start(): void {
    this.setStarted()
  }

  override stop(): void {
    this.cleanUp()
    this.setStopped()
  }

  override cleanUp(): void {
    this.store.delete([...this.#shown.values()])
    this.#shown.clear()
  }

  override onMouseMove(event: TerraDrawMouseEvent): void {
    this.#handlers.onHover(pointerOf(event))
  }

  override onClick(event: TerraDrawMouseEvent): void {
    const pointer = pointerOf(event)
    if (event.button === 'right' || event.isContextMenu) this.#handlers.onPluck(pointer)
    else if (event.button === 'left') this.#handlers.onClick(pointer)
  }

  override onDragStart(event: TerraDrawMouseEvent, setMapDraggability: (enabled: boolean) => void): void {
    this.#holds = this.#handlers.onGrab(pointerOf(event))
    if (this.#holds) setMapDraggability(false)
  }

  override onDrag(event: TerraDrawMouseEvent): void {
    if (this.#holds) this.#handlers.onDrag(pointerOf(event))
  }

  override onDragEnd(_event: TerraDrawMouseEvent, setMapDraggability: (enabled: boolean) => void): void {
    if (!this.#holds) return
    this.#holds = false
    this.#handlers.onDrop()
    setMapDraggability(true)
  }

  override styleFeature(feature: StoredFeature): TerraDrawAdapterStyling {
    return {
      ...TerraDrawExtend.getDefaultStyling(),
      ...sketchStyling(feature.properties.role as SketchRole, this.#flavour),
    }
  }

  /** Brings the store to these features; what has not changed is not touched. */
  show(features: readonly SketchFeature[], cursor: Parameters<Pen['show']>[1]): void {
    this.setCursor(cursor)
    const wanted = new Map<string, SketchFeature>()
    for (const feature of features) {
      let key = JSON.stringify(feature)
      while (wanted.has(key)) key += '+'
      wanted.set(key, feature)
    }
    const stale = [...this.#shown].filter(([key]) => !wanted.has(key))
    const fresh = [...wanted].filter(([key]) => !this.#shown.has(key))
    for (const [key] of stale) this.#shown.delete(key)
    if (stale.length > 0) this.store.delete(stale.map(([, id]) => id))
    if (fresh.length === 0) return
    const ids = this.store.create<string>(
      fresh.map(([, { role, geometry }]) => ({ geometry, properties: { mode: modeName, role } })),
    )
    for (const [i, [key]] of fresh.entries()) this.#shown.set(key, ids[i] as string)
  }
}

const isCoarse = () => window.matchMedia('(pointer: coarse)').matches

const pointerOf = (event: TerraDrawMouseEvent): Pointer => ({
  x: event.containerX,
  y: event.containerY,
  reach: isCoarse() ? reach.touch : reach.mouse,
  free: event.heldKeys.includes('Alt'),
})
