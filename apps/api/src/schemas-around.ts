import { z } from '@hono/zod-openapi'
import { proof } from './schemas-reports.ts'

const text = z.object({ sv: z.string(), en: z.string() })

/** Places are known to about 100 m and no closer: nobody's own position stands in an address or a log. */
const coarse = (degrees: number): number => Math.round(degrees * 1000) / 1000

export const place = z
  .string()
  .regex(/^-?\d{1,3}(?:\.\d{1,15})?,-?\d{1,2}(?:\.\d{1,15})?$/)
  .transform((text) => text.split(',').map(Number) as [number, number])
  .refine(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 85)
  .transform(([lon, lat]): [number, number] => [coarse(lon), coarse(lat)])
  .openapi({ type: 'string', example: '14.157,56.029' })

export const radius = z
  .enum(['200', '500', '1000', '2000'])
  .transform((text) => Number(text) as 200 | 500 | 1000 | 2000)
  .openapi({ type: 'string', enum: ['200', '500', '1000', '2000'] })

const nearEntry = z
  .object({
    layer: z.string(),
    id: z.uuid(),
    kind: text,
    title: text,
    state: text.nullable(),
    phase: z.enum(['underWay', 'planned', 'done', 'other']),
    month: z.string(),
    dates: z.array(z.object({ title: text, on: z.string() })),
    texts: z.array(z.string()),
    metres: z.number().nullable(),
    point: z.tuple([z.number(), z.number()]),
  })
  .openapi('NearEntry')

export const nearAnswer = z
  .object({
    at: z.tuple([z.number(), z.number()]),
    radius: z.number(),
    entries: z.array(nearEntry),
    more: z.boolean(),
  })
  .openapi('Near')

export const aboutAnswer = z
  .object({
    municipality: z.string(),
    contact: z.string().nullable(),
    dataProtection: z.string().nullable(),
    embedOrigins: z.array(z.string()),
    clocks: z.array(z.object({ kind: z.string(), title: text, rule: text, keep: z.string(), from: text })),
  })
  .openapi('About')

const said = (longest: number) => z.string().trim().min(1).max(longest)

export const newFault = z
  .strictObject({ page: said(200), what: said(2000), aid: said(200).optional(), proof })
  .openapi('NewAccessibilityFault')

export const fault = z
  .object({
    id: z.uuid(),
    page: z.string(),
    what: z.string(),
    aid: z.string().nullable(),
    receivedOn: z.string(),
    handledOn: z.string().nullable(),
  })
  .openapi('AccessibilityFault')
