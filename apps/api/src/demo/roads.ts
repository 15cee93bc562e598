import { type Frame, frameOf, type Point } from './frame.ts'
import type { Plan, RoadClass } from './plan.ts'
import { densify, smooth } from './shapes.ts'

/** A stretch of street, path or track, in metres from the origin. */
export interface Road {
  readonly kind: RoadClass
  readonly name: string | null
  readonly rank: number
  /** Whether lamps stand along it. */
  readonly lit: boolean
  readonly line: readonly Point[]
  /** The quarter whose grid it belongs to; null for what was drawn as a line. */
  readonly quarter: string | null
}

const rankOf: Readonly<Partial<Record<RoadClass, number>>> = {
  trunk: 3,
  primary: 3,
  secondary: 2,
  tertiary: 1,
  pedestrian: 1,
}

/** The axes of the quarter a thing is drawn in, or metres east and north. */
export function framesOf(plan: Plan): (id: string | undefined) => Frame {
  const frames = new Map(plan.quarters.map((quarter) => [quarter.id, frameOf(quarter)]))
  return (id) => {
    if (id === undefined) return (u, v) => [u, v]
    const frame = frames.get(id)
    if (!frame) throw new RangeError(`the plan has no quarter ${id}`)
    return frame
  }
}

/** Every road of the plan but the paths within blocks. */
export function roadsOf(plan: Plan): Road[] {
  const frame = framesOf(plan)
  const streets = plan.quarters.flatMap((quarter): Road[] => {
    const place = frame(quarter.id)
    const drawn = [
      ...quarter.columns.map((s) => ({
        s,
        ends: [
          [s[1], s[2]],
          [s[1], s[3]],
        ] as const,
      })),
      ...quarter.rows.map((s) => ({
        s,
        ends: [
          [s[2], s[1]],
          [s[3], s[1]],
        ] as const,
      })),
    ]
    return drawn.flatMap(({ s: [name, , , , kind], ends }): Road[] => {
      if (kind === 'edge') return []
      const line = quarter.bend === 0 ? [...ends] : densify(ends, 30)
      return [
        {
          kind,
          name,
          rank: rankOf[kind] ?? 0,
          lit: true,
          line: line.map(([u, v]) => place(u, v)),
          quarter: quarter.id,
        },
      ]
    })
  })
  const lines = plan.lines.flatMap((line): Road[] => {
    if (line.theme !== 'road') return []
    const place = frame(line.frame)
    const path = line.path.map(([u, v]) => place(u, v))
    return [
      {
        kind: line.kind as RoadClass,
        name: line.name,
        rank: line.rank,
        lit: line.props.lit !== false,
        line: line.smooth ? smooth(path, 8) : path,
        quarter: null,
      },
    ]
  })
  return [...streets, ...lines]
}
