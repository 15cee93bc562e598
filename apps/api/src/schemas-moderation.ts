import { z } from '@hono/zod-openapi'
import { reportReasons } from '@trygghetskartan/layers/report-reasons'
import { layerId, objectId } from './schemas.ts'

const openReasons = reportReasons.filter((reason) => !('pointing' in reason)).map(({ value }) => value)
const message = z.string().trim().min(1).max(2000)
const publicText = z.string().trim().max(2000).nullish()
const object = z.record(z.string(), z.unknown())

const draft = {
  reasons: z.array(z.enum(openReasons)).max(openReasons.length),
  words: publicText,
  answer: publicText,
  photo: z.boolean().optional(),
}
export const placeDraft = z.strictObject(draft).openapi('PlaceDraft')

export const reportStep = z
  .discriminatedUnion('step', [
    z.strictObject({ step: z.literal('publish'), seal: z.string().length(64), ...draft }),
    z.strictObject({ step: z.literal('ask'), text: message }),
    z.strictObject({
      step: z.literal('answer'),
      text: message,
      handled: z.boolean().optional(),
      everyone: z.boolean().optional(),
    }),
    z.strictObject({ step: z.literal('decline'), text: message }),
    z.strictObject({ step: z.literal('merge'), report: objectId.optional(), place: objectId.optional() }),
    z.strictObject({ step: z.literal('split') }),
    z.strictObject({ step: z.literal('redact'), words: z.string().trim().max(2000).nullable() }),
    z.strictObject({ step: z.literal('note'), text: z.string().trim().max(4000).nullable() }),
    z.strictObject({ step: z.literal('assign'), to: objectId.nullable() }),
    z.strictObject({ step: z.literal('quiet'), quiet: z.boolean() }),
    z.strictObject({
      step: z.literal('link'),
      layer: layerId.optional(),
      measure: objectId.optional(),
      problem: objectId.optional(),
    }),
    z.strictObject({ step: z.literal('unlink'), link: objectId }),
    z.strictObject({ step: z.literal('photo'), released: z.boolean() }),
    z.strictObject({ step: z.literal('seen') }),
    z.strictObject({ step: z.literal('reopen') }),
  ])
  .openapi('ReportStep')

export const placeChange = z
  .strictObject({
    state: z.enum(['looked_at', 'planned', 'done', 'declined']).optional(),
    reasons: draft.reasons.optional(),
    words: publicText,
    answer: publicText,
  })
  .openapi('PlaceChange')

export const newTemplate = z
  .strictObject({ title: z.string().trim().min(1).max(120), sv: message, en: message })
  .openapi('NewTemplate')
export const answerTemplate = newTemplate.extend({ id: objectId }).openapi('AnswerTemplate')

export const queueAnswer = z
  .object({
    today: z.string(),
    reports: z.array(object),
    counts: z.record(z.string(), z.int()),
    built: z.array(object),
    people: z.array(z.object({ id: objectId, name: z.string() })),
  })
  .openapi('ReportQueue')
export const moderatedReport = z
  .object({ id: objectId, version: z.int(), state: z.string() })
  .loose()
  .openapi('ModeratedReport')
export const moderatedPlace = z
  .object({ id: objectId, version: z.int(), state: z.string() })
  .loose()
  .openapi('ModeratedPlace')
export const publicPreview = z
  .object({ seal: z.string(), month: z.string(), geometry: z.unknown() })
  .loose()
  .openapi('PublicPreview')
export const reportStatistics = z.object({ months: z.array(object) }).openapi('ReportStatistics')
export const chainAnswer = z
  .object({
    measures: z.array(object),
    places: z.array(object),
    heard: z.string().nullable(),
    photo: z.object({ width: z.int(), height: z.int() }).nullable(),
  })
  .openapi('Chain')
