import { createRoute, z } from '@hono/zod-openapi'
import { attachment } from '../attachment.ts'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { Sql } from '../database/database.ts'
import { docxOf } from '../documents/docx.ts'
import { pdfOf } from '../documents/pdf.ts'
import { composeDossier, overtaken } from '../dossiers/compose.ts'
import { readDossierAnswer } from '../dossiers/dossier-answer.ts'
import { readDocument } from '../dossiers/export.ts'
import { missingIn } from '../dossiers/missing.ts'
import { printedDossier } from '../dossiers/printed-dossier.ts'
import { ProblemError } from '../errors.ts'
import { wantedVersion } from '../if-match.ts'
import { readMunicipality } from '../municipality.ts'
import {
  readDocumentation,
  readDossiers,
  readPicture,
  type SectionTexts,
  type StoredDossier,
  signDraft,
  writeDraftSections,
} from '../queries/dossiers.ts'
import { findObject, type StoredObject } from '../queries/measures.ts'
import { layersSeenBy } from '../rights/layers.ts'
import { json, objectId, problems } from '../schemas.ts'
import { dossierAnswer, dossierChange, newSignature } from '../schemas-decisions.ts'

const params = z.object({ id: objectId })
const headers = z.object({
  'if-match': z.string().optional().openapi({ description: 'The revision in quotes' }),
})
const body = <T extends z.ZodType>(schema: T) => ({
  body: { content: { 'application/json': { schema } }, required: true },
})
const edition = z
  .enum(['2014', '2025'])
  .default('2025')
  .openapi({ description: 'Edition of EN/IEC 62676-4 that the zones are of' })
const noStore = { 'cache-control': 'no-store' }
const path = '/api/cameras/{id}/dossier'
const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
} as const
type Kind = keyof typeof mediaTypes
const fileName = z.string().regex(/^[1-9]\d{0,4}\.(pdf|docx|png)$/)

/** /api/cameras/{id}/dossier: what a camera's surveillance rests on, composed from the map, written by people, signed by who decides. */
export function dossierRoutes({ audit, database, env, layers }: Services) {
  /** The camera as the caller sees it; 403 where it is to be changed and the caller may not. */
  async function camera(sql: Sql, caller: Caller, id: string, change: boolean): Promise<StoredObject> {
    const seen = layersSeenBy(layers, caller).filter((layer) => layer.siting?.kind === 'camera')
    const object = await findObject(sql, seen, caller.audience, id)
    if (!object)
      throw new ProblemError('not-found', { sv: 'Kameran finns inte.', en: 'There is no such camera.' })
    if (change && !object.layer.editable.includes(caller.audience)) throw new ProblemError('forbidden')
    return object
  }

  /** The draft that is to be written, if it is the one its author has seen. */
  async function draftOf(sql: Sql, caller: Caller, id: string, revision?: number): Promise<StoredDossier> {
    await camera(sql, caller, id, true)
    const [draft] = await readDossiers(sql, caller.audience, id)
    if (draft?.state !== 'draft')
      throw new ProblemError(draft ? 'conflict' : 'not-found', {
        sv: draft
          ? 'Dokumentationen är signerad och ändras inte. Ta fram en ny version ur kartan.'
          : 'Ta fram underlaget ur kartan först.',
        en: draft
          ? 'The dossier is signed and does not change. Compose a new version from the map.'
          : 'Compose it from the map first.',
      })
    if (revision !== undefined && revision !== draft.revision) throw overtaken()
    return draft
  }

  const municipality = (sql: Sql, { audience }: Caller) => readMunicipality(sql, env, audience)

  const answer = (caller: Caller, id: string) =>
    database.read(actorOf(caller), async (sql) => {
      await camera(sql, caller, id, false)
      return readDossierAnswer(sql, caller.audience, id)
    })
  const etagOf = (told: Awaited<ReturnType<typeof answer>>) => ({
    ...noStore,
    ...(told.current && { etag: `"${told.current.revision}"` }),
  })

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path,
        summary: 'The newest version of a camera’s dossier, the others, and what keeps it from being signed',
        request: { params },
        responses: { 200: json(dossierAnswer, 'The dossier'), ...problems(401, 403, 404) },
      }),
      async (c) => {
        const { id } = c.req.valid('param')
        const told = await answer(c.var.caller, id)
        return c.json(told as never, 200, etagOf(told))
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path,
        summary: 'Compose it from the map; over an unsigned draft what people have written stays',
        request: { params, query: z.strictObject({ edition }) },
        responses: { 201: json(dossierAnswer, 'Composed'), ...problems(400, 401, 403, 404, 412, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        await composeDossier({
          database,
          layers,
          caller,
          municipality: await database.read(caller.audience, (sql) => municipality(sql, caller)),
          edition: c.req.valid('query').edition === '2014' ? 2014 : 2025,
          readObject: (sql) => camera(sql, caller, id, true),
          onKept: (sql, { version, renewed }) =>
            audit.append(sql, {
              action: 'dossier.composed',
              kind: 'dossier',
              object: id,
              detail: { version, renewed },
            }),
        })
        const told = await answer(caller, id)
        return c.json(told as never, 201, etagOf(told))
      },
    )
    .openapi(
      createRoute({
        method: 'put',
        path,
        summary: 'Write sections of the draft, if the revision holds',
        request: { params, headers, ...body(dossierChange) },
        responses: {
          200: json(dossierAnswer, 'Written'),
          ...problems(400, 401, 403, 404, 409, 412, 422, 428),
        },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const sections = c.req.valid('json').sections as SectionTexts
        const wanted = wantedVersion(c.req.header('if-match'))
        await database.write(actorOf(caller), async (sql) => {
          const { version, revision } = await draftOf(sql, caller, id, wanted)
          if (!(await writeDraftSections(sql, caller.audience, { camera: id, revision }, sections)))
            throw overtaken()
          const detail = { version, sections: Object.keys(sections) }
          await audit.append(sql, { action: 'dossier.edited', kind: 'dossier', object: id, detail })
        })
        const told = await answer(caller, id)
        return c.json(told as never, 200, etagOf(told))
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/sign`,
        summary: 'Sign the draft: from then on it never changes',
        request: { params, headers, ...body(newSignature) },
        responses: { 200: json(dossierAnswer, 'Signed'), ...problems(400, 401, 403, 404, 409, 412, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { id } = c.req.valid('param')
        const { title } = c.req.valid('json')
        const given = c.req.header('if-match')
        const wanted = given === undefined ? undefined : wantedVersion(given)
        await database.write(actorOf(caller), async (sql) => {
          await camera(sql, caller, id, true)
          if (!caller.decides) throw notSigner()
          const draft = await draftOf(sql, caller, id, wanted)
          const { version, revision } = draft
          const documentation = await readDocumentation(sql, caller.audience, id)
          const missing = missingIn(draft, documentation?.surveillance ?? {})
          if (missing.length > 0)
            throw new ProblemError('invalid', lacking, {
              errors: missing.map(({ section, text }) => ({ field: section, message: text })),
            })
          if (!(await signDraft(sql, caller.audience, { camera: id, revision }, title))) throw overtaken()
          const [signed] = await readDossiers(sql, caller.audience, id)
          const detail = { version, sha256: signed?.signed?.sha256 }
          await audit.append(sql, { action: 'dossier.signed', kind: 'dossier', object: id, detail })
        })
        const told = await answer(caller, id)
        return c.json(told as never, 200, etagOf(told))
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${path}/{file}`,
        summary: 'A version to print: {version}.pdf, {version}.docx; its map picture: {version}.png',
        request: { params: params.extend({ file: fileName }) },
        responses: {
          200: {
            description: 'The file',
            content: Object.fromEntries(
              Object.values(mediaTypes).map((type) => [type, { schema: z.string() }]),
            ),
          },
          ...problems(400, 401, 403, 404),
        },
      }),
      async (c) => {
        const { caller } = c.var
        const { id, file } = c.req.valid('param')
        const [number = '', kind = 'pdf'] = file.split('.') as [string, Kind]
        const version = Number(number)
        const { picture, document } = await database.read(actorOf(caller), async (sql) => {
          const object = await camera(sql, caller, id, false)
          if (kind === 'png')
            return { picture: await readPicture(sql, caller.audience, id, version), document: undefined }
          const document = await readDocument(sql, caller, object, version, await municipality(sql, caller))
          return { picture: undefined, document }
        })
        if (picture)
          return c.body(new Uint8Array(picture), 200, { ...noStore, 'content-type': mediaTypes.png }) as never
        if (!document)
          throw new ProblemError('not-found', {
            sv: 'Den versionen finns inte.',
            en: 'There is no such version.',
          })
        const printed = printedDossier(document)
        const bytes = kind === 'docx' ? await docxOf(printed) : await pdfOf(printed)
        const detail = { version, format: kind }
        await audit.record(caller, { action: 'dossier.exported', kind: 'dossier', object: id, detail })
        return c.body(new Uint8Array(bytes), 200, {
          ...noStore,
          'content-type': mediaTypes[kind],
          'content-disposition': attachment(`${document.fileName}.${kind}`),
        }) as never
      },
    )
}

const lacking = {
  sv: 'Dokumentationen kan inte signeras än.',
  en: 'The dossier cannot be signed yet.',
}

const notSigner = () =>
  new ProblemError('forbidden', {
    sv: 'Dokumentationen signeras av den som beslutar. En administratör ger den rätten.',
    en: 'The dossier is signed by who decides. An administrator gives that right.',
  })
