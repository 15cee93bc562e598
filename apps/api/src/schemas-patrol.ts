import { z } from '@hono/zod-openapi'
import { objectId } from './schemas.ts'

/** The shapes of presence in patrol zones; each handler's types come from contract-patrol.ts. */

const instant = z.iso.datetime({ offset: true })
const presenceKind = z.enum(['visible', 'targeted'])

export const newPresence = z
  .strictObject({
    id: objectId,
    zone: objectId,
    from: instant,
    to: instant,
    presence: presenceKind,
    officers: z.int().min(1).max(200).nullish(),
    note: z.string().trim().min(1).max(1000).nullish(),
  })
  .openapi('NewPresence')

export const presence = z
  .object({
    id: objectId,
    zone: objectId,
    from: z.string(),
    to: z.string(),
    presence: presenceKind,
    officers: z.int().nullable(),
    note: z.string().nullable(),
    by: z.string(),
    mine: z.boolean(),
    at: z.string(),
    withdrawn: z.object({ at: z.string(), by: z.string(), why: z.string() }).nullable(),
  })
  .openapi('Presence')

export const presenceQuery = z.strictObject({
  zone: objectId.optional(),
  from: instant.optional().openapi({ description: 'Entries that end after it' }),
  to: instant.optional().openapi({ description: 'Entries that begin before it' }),
})

export const sheetQuery = z.strictObject({
  date: z.iso.date().openapi({ description: 'The day; a night belongs to the day it begins on' }),
  shift: z.enum(['day', 'evening', 'night']),
})

export const withdrawal = z.strictObject({ why: z.string().trim().min(1).max(300) }).openapi('Withdrawal')
