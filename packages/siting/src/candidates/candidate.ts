import type { Camera } from '../camera.ts'
import type { MeansKind } from '../proposal/request.ts'
import type { Constraint } from '../proposal/result.ts'
import type { Corner } from '../scene.ts'

/** A place where a measure may stand, with the risk points it would cover. Metres in the town's plane. */
export interface Candidate {
  readonly id: string
  readonly kind: MeansKind
  readonly x: number
  readonly y: number
  readonly constraint: Constraint
  /** Name of what the constraint is about; '' where it has none. */
  readonly place: string
  /** Of a camera. */
  readonly camera?: Camera
  /** Of a clearing: the ground to clear, an outer ring and then holes. */
  readonly rings?: readonly (readonly Corner[])[]
  readonly investment: number
  readonly yearly: number
  /** Homes with façade in view of a camera, each once. */
  readonly homes: number
  /** At most one of a group is chosen: what stands on the same pole or the same spot of a wall. */
  readonly group?: string
  readonly cover: PointCover
}

/** Risk points within reach, rising, and how well each is reached: 0 to 1. */
export interface PointCover {
  readonly points: Int32Array
  readonly quality: Float64Array
}

export const coveredRisk = ({ points, quality }: PointCover, risk: Float64Array): number =>
  points.reduce((sum, point, k) => sum + risk[point]! * quality[k]!, 0)
