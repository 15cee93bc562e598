import { z } from 'zod'

/** GeoJSON (RFC 7946) as it is taken in: two-dimensional, no foreign members. Shape only; `validateGeometry` judges the rest. */
export const positionSchema = z
  .tuple([z.number(), z.number()])
  .describe('[longitude, latitude] in degrees WGS84')

const line = z.array(positionSchema)
const rings = z.array(line)

export const geometrySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Point'), coordinates: positionSchema }),
  z.strictObject({ type: z.literal('LineString'), coordinates: line }),
  z.strictObject({ type: z.literal('Polygon'), coordinates: rings }),
  z.strictObject({ type: z.literal('MultiPoint'), coordinates: line }),
  z.strictObject({ type: z.literal('MultiLineString'), coordinates: rings }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(rings) }),
])

export const featureSchema = z.strictObject({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).optional(),
  geometry: geometrySchema,
  properties: z.record(z.string(), z.unknown()).nullable(),
})

export type PlainGeometry = z.infer<typeof geometrySchema>
