import { z } from '@hono/zod-openapi'
import { audience, layerId, objectId } from './schemas.ts'
import { worksAs } from './schemas-observations.ts'

/** The shapes of accounts, sessions and tokens; each handler's types come from contract-identity.ts and contract-admin.ts. */

const time = z.iso.datetime()
export const staffAudience = z.enum(['reporter', 'planner', 'police', 'admin'])

export const sessionInfo = z
  .object({
    id: objectId,
    account: z.object({ id: objectId, name: z.string() }),
    createdAt: time,
    lastSeenAt: time,
    address: z.string().nullable(),
    userAgent: z.string().nullable(),
    current: z.boolean(),
  })
  .openapi('Session')

export const signedOut = z.object({ endSessionUrl: z.string().nullable() }).openapi('SignedOut')

export const accountInfo = z
  .object({
    id: objectId,
    name: z.string(),
    email: z.string().nullable(),
    provider: z.string(),
    audience: staffAudience.nullable(),
    audienceBy: z.enum(['claims', 'admin']),
    enabled: z.boolean(),
    decides: z.boolean().optional(),
    worksAs: worksAs.nullable().optional(),
    createdAt: time,
    lastSeenAt: time.nullable(),
    erasedAt: time.nullable(),
    openSessions: z.int(),
  })
  .openapi('Account')
export const accountsAnswer = z.object({ accounts: z.array(accountInfo), total: z.int() }).openapi('Accounts')
export const accountChange = z
  .strictObject({
    audience: z
      .enum([...staffAudience.options, 'by-claims'])
      .nullable()
      .optional(),
    enabled: z.boolean().optional(),
    decides: z.boolean().optional(),
    worksAs: worksAs.nullable().optional(),
  })
  .refine(
    (change) => Object.values(change).some((value) => value !== undefined),
    'audience, enabled, decides or worksAs',
  )
  .openapi('AccountChange')

export const tokenInfo = z
  .object({
    id: objectId,
    name: z.string(),
    hint: z.string(),
    audience,
    layers: z.array(z.string()).nullable(),
    write: z.boolean(),
    createdBy: z.string(),
    createdAt: time,
    expiresAt: time,
    revokedAt: time.nullable(),
    lastUsedAt: time.nullable(),
    lastUsedAddress: z.string().nullable(),
  })
  .openapi('Token')
export const newToken = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    audience,
    layers: z.array(layerId).min(1).max(100).nullable(),
    write: z.boolean(),
    expiresInDays: z.int().min(1).max(730),
  })
  .openapi('NewToken')
export const madeToken = z.object({ token: tokenInfo, secret: z.string() }).openapi('MadeToken')
