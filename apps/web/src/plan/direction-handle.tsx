import { assumedCamera } from '@trygghetskartan/siting'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Position } from '../draw/sketch.ts'
import { useDrawingView } from '../draw/use-drawing.ts'
import { useFrame } from '../frame/frame-context.ts'
import { boxAround } from '../ground/boxes.ts'
import { useMap } from '../map/map-context.ts'
import { draw } from '../messages/draw.ts'
import { useText } from '../messages/text.ts'
import { measureNow } from '../siting/measure-now.ts'
import styles from './direction-handle.module.css'
import { type Editing, geometryNow } from './editing.ts'
import { parseNumber } from './form-values.ts'
import type { Plan } from './plan-context.ts'

/** How far from the object the handle stands, in pixels: at the edge of what a camera sees where that is in between. */
const nearest = 62
const farthest = 190
/** Where nothing else shows what it faces, half the angle of the wedge in degrees. */
const halfWedge = 18

interface DirectionHandleProps {
  readonly editing: Editing
  readonly onTurn: Plan['fill']
}

/** A handle that turns a point object the way it faces, and a line or a wedge to it; for layers with such a field. */
export function DirectionHandle({ editing, onTurn }: DirectionHandleProps) {
  const t = useText()
  const map = useMap()
  const { overlay } = useFrame()
  const view = useDrawingView(editing.drawing)
  const [, redraw] = useState(0)
  const turning = useRef(false)
  const { siting, fields } = editing.layer
  const field = fields.find(({ name }) => name === siting?.columns.direction)
  const [position] = view?.sketch.kind === 'Point' ? view.sketch.vertices : []

  useEffect(() => {
    if (!map) return
    const again = () => redraw((count) => count + 1)
    map.on('move', again)
    return () => void map.off('move', again)
  }, [map])

  if (!map || !overlay || !field || !position) return null
  const measure = measureNow(editing, geometryNow(editing))
  const camera = measure?.kind === 'camera' ? assumedCamera(measure.camera, [0, 0]).camera : null
  // It sees every way at once.
  if (measure?.kind === 'camera' && measure.camera.movement === 'all_round') return null
  const typed = parseNumber(String(editing.input[field.name] ?? ''))
  const direction = (((typed ?? 0) % 360) + 360) % 360
  const { x, y } = map.project(position as Position)
  const reach = camera ? pixelsOf(map, position as Position, camera.reach) : nearest
  const radius = Math.min(farthest, Math.max(nearest, reach || nearest))
  const onScreen = direction - map.getBearing()
  const turn = (degrees: number) => onTurn(field.name, String(((Math.round(degrees) % 360) + 360) % 360))
  const follow = (event: PointerEvent) => {
    if (!turning.current) return
    const { left, top } = overlay.getBoundingClientRect()
    const angle = (Math.atan2(event.clientX - left - x, -(event.clientY - top - y)) * 180) / Math.PI
    turn(angle + map.getBearing())
  }
  const at = (degrees: number) => {
    const radians = (degrees * Math.PI) / 180
    return `${(radius * Math.sin(radians)).toFixed(1)} ${(-radius * Math.cos(radians)).toFixed(1)}`
  }
  const wedge = `M0 0L${at(onScreen - halfWedge)}A${radius} ${radius} 0 0 1 ${at(onScreen + halfWedge)}Z`
  return createPortal(
    <div
      className={styles.place}
      style={{ translate: `${x}px ${y}px` }}
      data-unset={typed === null || undefined}
    >
      <svg
        width={2 * radius}
        height={2 * radius}
        viewBox={`${-radius} ${-radius} ${2 * radius} ${2 * radius}`}
        aria-hidden="true"
      >
        <path d={camera ? `M0 0L${at(onScreen)}` : wedge} />
      </svg>
      <div
        role="slider"
        tabIndex={0}
        className={styles.handle}
        style={{ rotate: `${onScreen}deg`, top: -radius - 14, transformOrigin: `14px ${radius + 14}px` }}
        aria-label={t(draw.direction)}
        aria-valuemin={0}
        aria-valuemax={359}
        aria-valuenow={Math.round(direction)}
        aria-valuetext={`${Math.round(direction)}°`}
        onPointerDown={(event) => {
          turning.current = true
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={follow}
        onPointerUp={() => {
          turning.current = false
        }}
        onKeyDown={(event) => {
          const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 15, PageDown: -15 }[
            event.key
          ]
          if (by === undefined) return
          event.preventDefault()
          turn(direction + by * (event.shiftKey ? 10 : 1))
        }}
      >
        <span aria-hidden="true" />
      </div>
    </div>,
    overlay,
  )
}

/** So many metres on the ground, on the screen. */
function pixelsOf(map: NonNullable<ReturnType<typeof useMap>>, at: Position, metres: number): number {
  const [, , , north] = boxAround(at, metres)
  const here = map.project(at)
  const there = map.project([at[0], north])
  return Math.hypot(there.x - here.x, there.y - here.y)
}
