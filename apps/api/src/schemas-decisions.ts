import { z } from '@hono/zod-openapi'
import { geometry, newDecision, objectId } from './schemas.ts'

/** The shapes of decisions, dossiers and the register; each handler's types come from contract-decisions.ts. */

const text = z.object({ sv: z.string(), en: z.string() })
const count = z.number().min(0)

export const decision = z
  .object({
    id: objectId,
    measure: objectId,
    from: z.string(),
    to: z.string(),
    text: newDecision.shape.text,
    reference: z.string().nullable(),
    body: z.string().nullable(),
    by: z.string(),
    at: z.string(),
  })
  .openapi('Decision')

const sectionText = z.string().max(20_000)
export const dossierSections = z.object({
  problem: sectionText,
  hours: sectionText,
  measures_tried: sectionText,
  area: sectionText,
  private_ground: sectionText,
  purpose: sectionText,
  storage: sectionText,
  access: sectionText,
  signs: sectionText,
  contact: sectionText,
  conclusion: sectionText,
})

export const dossierFigures = z.looseObject({
  at: z.string(),
  cameraVersion: z.int(),
  seenM2: count,
  maskedM2: count,
  homes: count,
  facadeM: count,
  edition: z.union([z.literal(2014), z.literal(2025)]),
  run: z.string().nullable(),
})

export const dossier = z
  .object({
    camera: objectId,
    version: z.int(),
    revision: z.int(),
    state: z.enum(['draft', 'signed']),
    sections: dossierSections,
    figures: dossierFigures,
    area: geometry,
    createdAt: z.string(),
    updatedAt: z.string(),
    updatedBy: z.string(),
    signed: z.object({ by: z.string(), title: z.string(), at: z.string(), sha256: z.string() }).nullable(),
  })
  .openapi('Dossier')

export const dossierAnswer = z
  .object({
    current: dossier.nullable(),
    versions: z.array(
      z.object({
        version: z.int(),
        state: z.enum(['draft', 'signed']),
        at: z.string(),
        by: z.string(),
        signedBy: z.string().nullable(),
      }),
    ),
    missing: z.array(z.object({ section: z.string(), text })),
    covers: z.boolean(),
  })
  .openapi('DossierAnswer')

export const dossierChange = z
  .strictObject({ sections: dossierSections.partial().strict() })
  .openapi('DossierChange')
export const newSignature = z
  .strictObject({ title: z.string().trim().min(1).max(200) })
  .openapi('NewSignature')

export const registerAnswer = z
  .object({
    municipality: z.string(),
    entries: z.array(
      z
        .looseObject({
          camera: objectId,
          title: z.string(),
          status: z.string(),
          cameraType: z.string(),
          at: z.tuple([z.number(), z.number()]),
          area: geometry.nullable(),
          purpose: z.string().nullable(),
          hours: z.object({ weekdays: z.array(z.int()), from: z.string(), to: z.string() }).nullable(),
          storageDays: z.int().nullable(),
          sound: z.boolean(),
          responsible: z.string().nullable(),
          contact: z.string().nullable(),
          startedOn: z.string().nullable(),
          endedOn: z.string().nullable(),
          keptUntil: z.string().nullable(),
        })
        .openapi('RegisterEntry'),
    ),
  })
  .openapi('CameraRegister')
