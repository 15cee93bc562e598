import { z } from '@hono/zod-openapi'

/** What packages/analysis can be asked, as its `AnalysisQuestion`; whether the values make sense its methods say. */

const minute = z.int()
const position = z.tuple([z.number(), z.number()])
const area = z.strictObject({
  srid: z.int(),
  polygons: z.array(z.array(z.array(position).min(4)).min(1)).max(10_000),
})
const filter = z.strictObject({
  from: minute.nullable(),
  until: minute.nullable(),
  hours: z.strictObject({ from: z.int(), until: z.int() }).nullable(),
  weekdays: z.array(z.int()).max(7).nullable(),
  hoursOfWeek: z.array(z.int()).max(168).nullable(),
  kinds: z.array(z.string().max(120)).max(1000).nullable(),
  sources: z.array(z.string().max(60)).max(60).nullable(),
})
const seed = z.int()
const runs = z.int().min(1).max(99_999)
const grid = z.strictObject({
  kind: z.enum(['square', 'hexagon']),
  size: z.number(),
  origin: position.optional(),
})
const streets = z.strictObject({ kind: z.literal('street'), longest: z.number(), reach: z.number() })
const cells = z.union([grid, streets])
const neighbours = z.union([z.enum(['adjacent', 'sides']), z.strictObject({ within: z.number() })])
const method = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('gi'), cells, neighbours, runs: runs.nullable() }),
  z.strictObject({ name: z.literal('moran'), cells, neighbours, runs }),
  z.strictObject({
    name: z.literal('density'),
    kernel: z.enum(['quartic', 'gaussian']),
    bandwidth: z.number().nullable(),
    step: z.number(),
    edgeCorrection: z.boolean(),
  }),
])

const hotspots = { area, filter, method, seed }
const chosen = { area: area.nullable(), filter }
const inCells = { area, filter, cells: grid }
const period = z.strictObject({ from: minute, until: minute })
const edges = z.array(z.number()).min(2).max(31)
const count = z.number().min(0).max(1e9)
const beforeAfter = z.strictObject({ before: count, after: count })

export const analysisQuestion = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('hotspots'), ...hotspots }),
    z.strictObject({
      ...{ kind: z.literal('prediction'), ...hotspots },
      folds: z
        .array(z.strictObject({ from: minute, split: minute, until: minute }))
        .min(1)
        .max(120),
      shares: z.array(z.number()).min(1).max(20),
    }),
    z.strictObject({
      ...{ kind: z.literal('knox'), ...chosen, seed },
      parameters: z.strictObject({
        distances: edges,
        days: edges,
        metric: z.enum(['euclidean', 'manhattan']),
        runs,
        acceptSnapped: z.boolean(),
      }),
    }),
    z.strictObject({
      ...{ kind: z.literal('clusters'), ...chosen },
      parameters: z.strictObject({ distance: z.number(), days: z.int().nullable(), least: z.int() }),
    }),
    z.strictObject({
      ...{ kind: z.literal('trend'), ...inCells },
      periods: z.strictObject({ until: minute, count: z.int(), days: z.int() }),
      parameters: z.strictObject({
        alpha: z.number(),
        discovery: z.boolean(),
        leastNew: z.int(),
        leastTested: z.int(),
      }),
    }),
    z.strictObject({
      ...{ kind: z.literal('change'), ...inCells },
      ...{ before: period, after: period, alpha: z.number() },
    }),
    z.strictObject({ kind: z.literal('hours'), ...chosen }),
    z.strictObject({
      ...{ kind: z.literal('places'), ...chosen },
      parameters: z.strictObject({ tolerance: z.number(), possible: z.int().nullable() }),
    }),
    z.strictObject({
      ...{ kind: z.literal('effect'), treated: beforeAfter, control: beforeAfter },
      ...{ buffer: beforeAfter.nullable(), bufferControl: beforeAfter.nullable() },
      ...{ earlier: z.array(count).max(120), drawnBefore: z.boolean().nullable() },
    }),
  ])
  .openapi('AnalysisQuestion')
