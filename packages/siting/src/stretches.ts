import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { type IlluminanceOptions, illuminanceAt, type Lamp } from './illuminance.ts'
import type { Corner } from './scene.ts'
import {
  classReached,
  type StreetClass,
  type StretchLight,
  streetClasses,
  stretchLight,
} from './street-classes.ts'
import { stretchPoints } from './surface-points.ts'

export interface Stretch {
  readonly centreLine: readonly Corner[]
  /** Metres. */
  readonly width: number
  readonly wanted: StreetClass
}

/** How a stretch fares. `reached` is the brightest class it meets in the series of the class wanted. */
export interface StretchResult extends StretchLight {
  readonly wanted: StreetClass
  readonly reached: StreetClass | null
  readonly points: number
}

/** Each stretch against its class from all lamps; one that cannot be measured has its reason and stops none of the others. */
export function lightStretches(
  stretches: readonly Stretch[],
  lamps: readonly Lamp[],
  options: IlluminanceOptions,
  step = 0.5,
): (StretchResult | Refusal)[] {
  return stretches.map(({ centreLine, width, wanted }) => {
    const points = stretchPoints(centreLine, width, step)
    if (isRefusal(points)) return points
    const light = illuminanceAt(points.x, points.y, lamps, options)
    if (isRefusal(light)) return light
    const series = streetClasses.C.some(({ id }) => id === wanted.id) ? 'C' : 'P'
    return {
      ...stretchLight(light.lux, wanted),
      wanted,
      reached: classReached(light.lux, series),
      points: light.lux.length,
    }
  })
}
