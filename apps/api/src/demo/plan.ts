import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** What data/demo/plan.json holds: the schematic plan as it was drawn, in metres from its origin. */

const point = z.tuple([z.number(), z.number()])
const roadClass = z.enum([
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'residential',
  'living_street',
  'pedestrian',
  'service',
  'cycleway',
  'footway',
  'path',
])
/** `edge` closes a block without being a street. */
const streetClass = z.union([roadClass, z.literal('edge')])

/** A straight street along one of a quarter's axes: name, where it lies, from, to, class. */
const street = z.tuple([z.string().nullable(), z.number(), z.number(), z.number(), streetClass])

export const blockUses = [
  'perimeter',
  'slabs',
  'towers',
  'villas',
  'rows',
  'industry',
  'retail',
  'school',
  'preschool',
  'hospital',
  'campus',
  'park',
  'playground',
  'pitch',
  'square',
  'parking',
  'open',
] as const
const blockUse = z.enum(blockUses)

const quarter = z.strictObject({
  id: z.string(),
  name: z.string(),
  at: point,
  turn: z.number(),
  bend: z.number().default(0),
  /** Storeys of its houses, lowest and highest. */
  levels: point,
  use: blockUse,
  columns: z.array(street),
  rows: z.array(street),
  /** Blocks with a use or a name of their own: use, name, and a point within. */
  blocks: z.array(z.tuple([blockUse, z.string().nullable(), z.number(), z.number()])),
})

const drawn = {
  name: z.string().nullable().default(null),
  /** The quarter in whose axes it is drawn; metres east and north without. */
  frame: z.string().optional(),
  rank: z.number().int().default(0),
  props: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
}
const line = z.strictObject({
  ...drawn,
  theme: z.enum(['road', 'railway', 'waterway']),
  kind: z.string(),
  path: z.array(point).min(2),
  smooth: z.boolean().default(false),
  /** Metres; a waterway with a width also becomes a water surface. */
  width: z.number().optional(),
})
const area = z.strictObject({
  ...drawn,
  theme: z.enum(['water', 'green', 'ground', 'building']),
  kind: z.string(),
  ring: z.array(point).min(3),
  smooth: z.boolean().default(false),
})
const spot = z.strictObject({
  ...drawn,
  theme: z.enum(['stop', 'poi', 'place', 'camera']),
  kind: z.string(),
  at: point,
})

const planSchema = z.strictObject({
  title: z.string(),
  note: z.string(),
  /** Longitude and latitude of the point 0, 0. */
  origin: point,
  /** What the map opens on: west, south, east, north in metres. */
  view: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  quarters: z.array(quarter),
  lines: z.array(line),
  areas: z.array(area),
  spots: z.array(spot),
})

export type Plan = z.infer<typeof planSchema>
export type Quarter = z.infer<typeof quarter>
export type PlanLine = z.infer<typeof line>
export type PlanArea = z.infer<typeof area>
export type PlanSpot = z.infer<typeof spot>
export type BlockUse = z.infer<typeof blockUse>
export type RoadClass = z.infer<typeof roadClass>

export async function readPlan(): Promise<Plan> {
  const file = new URL('../../../../data/demo/plan.json', import.meta.url)
  return planSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}

/** Carriageway in metres, for drawing blocks back from it and lamps beside it. */
export const widthOf: Readonly<Record<RoadClass | 'edge', number>> = {
  trunk: 20,
  primary: 16,
  secondary: 13,
  tertiary: 11,
  residential: 7,
  living_street: 7,
  pedestrian: 9,
  service: 5,
  cycleway: 3,
  footway: 2.5,
  path: 1.5,
  edge: 0,
}
