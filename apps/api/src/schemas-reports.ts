import { z } from '@hono/zod-openapi'
import { reportReasons } from '@trygghetskartan/layers/report-reasons'
import type { ReportGeometry, ReportReason } from './contract-reports.ts'
import { geometry, objectId } from './schemas.ts'

/** The shapes of the public's reports; each handler's types come from contract-reports.ts. */

const text = z.object({ sv: z.string(), en: z.string() })
const reason = z.enum(reportReasons.map(({ value }) => value) as [ReportReason, ...ReportReason[]])
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const day = z.iso.date()
const shape = geometry as unknown as z.ZodType<ReportGeometry>

/** Text that a person has written: line breaks and tabs are the only control characters. Scripts are text like any other. */
const written = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((said) => !/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(said.replaceAll(/[\n\r\t]/g, '')), {
      params: {
        text: {
          sv: 'Texten innehåller tecken som inte går att visa.',
          en: 'The text has characters in it that cannot be shown.',
        },
      },
      error: 'control characters',
    })

const noneTwice = (items: readonly unknown[]) => new Set(items).size === items.length
const twice = {
  params: { text: { sv: 'Samma värde står två gånger.', en: 'The same value is given twice.' } },
  error: 'the same value twice',
}

export const proof = z
  .strictObject({ challenge: z.string().max(200), nonce: z.string().min(1).max(40) })
  .openapi('ReportProof')

export const reportChallenge = z
  .object({ challenge: z.string(), difficulty: z.int(), expiresAt: z.string() })
  .openapi('ReportChallenge')

export const newReport = z
  .strictObject({
    geometry: shape,
    reasons: z.array(reason).min(1).refine(noneTwice, twice),
    weekdays: z.array(z.int().min(1).max(7)).refine(noneTwice, twice).nullable().default(null),
    hours_from: hour.nullable().default(null),
    hours_to: hour.nullable().default(null),
    season: z.enum(['all_year', 'spring', 'summer', 'autumn', 'winter']).nullable().default(null),
    words: written(2000).nullable().default(null),
    receipt: z.string().max(40),
    language: z.enum(['sv', 'en']),
    supports: objectId.nullable().default(null),
    proof,
  })
  .refine((report) => (report.hours_from == null) === (report.hours_to == null), {
    path: ['hours_to'],
    params: { text: { sv: 'Ange båda klockslagen, eller inget.', en: 'Give both hours, or none.' } },
    error: 'both hours or none',
  })
  .openapi('NewReport')

export const reportReceived = z.object({ receivedOn: day }).openapi('ReportReceived')

const publicPlace = z.object({
  id: objectId,
  geometry: z.unknown() as unknown as z.ZodType<ReportGeometry>,
  reasons: z.array(reason),
  state: z.enum(['looked_at', 'planned', 'done', 'declined']),
  words: z.string().nullable(),
  answer: z.string().nullable(),
  month: day,
  heard: z.enum(['at_least_5', 'at_least_10', 'at_least_25', 'at_least_50', 'at_least_100']).nullable(),
  photo: z.boolean(),
})

export const nearbyAsked = z.strictObject({ geometry: shape }).openapi('NearbyAsked')
export const nearbyPlaces = z
  .object({ places: z.array(publicPlace.extend({ distance: z.number() })) })
  .openapi('NearbyPlaces')

export const newSupport = z.strictObject({ proof }).openapi('NewSupport')

export const receiptCode = z.strictObject({ code: z.string().max(200) }).openapi('ReceiptCode')
export const receiptAnswer = z
  .strictObject({ code: z.string().max(200), id: objectId, text: written(1000).pipe(z.string().min(1)) })
  .openapi('ReceiptAnswer')

export const reportReceipt = z
  .object({
    report: objectId,
    state: z.enum(['new', 'in_review', 'published', 'handled', 'declined']),
    receivedOn: day,
    reasons: z.array(reason),
    photo: z.boolean(),
    messages: z.array(
      z.object({
        id: z.string(),
        from: z.enum(['office', 'reporter']),
        kind: z.enum(['question', 'reply', 'answer', 'status']),
        text: z.string(),
        on: day,
      }),
    ),
    place: publicPlace.nullable(),
    measures: z.array(
      z.object({
        layer: z.string(),
        id: objectId,
        title: z.string(),
        status: z.string(),
        statusTitle: text,
        at: z.tuple([z.number(), z.number()]),
      }),
    ),
    canAnswer: z.boolean(),
  })
  .openapi('ReportReceipt')
