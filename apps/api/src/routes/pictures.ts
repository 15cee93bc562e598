import { createRoute, z } from '@hono/zod-openapi'
import { addWeeks, weekOf } from '@trygghetskartan/analysis'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { Picture, PicturesAnswer } from '../contract-pictures.ts'
import { ProblemError } from '../errors.ts'
import { wantedVersion } from '../if-match.ts'
import { readMunicipality } from '../municipality.ts'
import { compilePicture } from '../pictures/compile.ts'
import { freezePicture, openPicture, signFor } from '../pictures/freeze.ts'
import { askedBy, readPicture, summaryOf } from '../pictures/read-picture.ts'
import { readPictureRollup } from '../pictures/rollup.ts'
import { today } from '../pictures/today.ts'
import { readPictures } from '../queries/pictures.ts'
import { json, problems } from '../schemas.ts'
import {
  picture,
  pictureSignature,
  picturesAnswer,
  rollup,
  third,
  version,
  week,
} from '../schemas-pictures.ts'

const params = z.object({ week })
const query = z.strictObject({ version })
const headers = z.object({
  'if-match': z.string().optional().openapi({ description: 'The revision in quotes' }),
})
const noStore = { 'cache-control': 'no-store' }
const path = '/api/pictures/{week}'
const revisionOf = (header: string | undefined) => (header === undefined ? undefined : wantedVersion(header))

/** /api/pictures: the joint picture of each week, compiled, written together, frozen, signed. */
export function pictureRoutes({ audit, database, env, layers }: Services) {
  const answer = (caller: Caller, one: string, wanted?: 'internal' | 'shared'): Promise<Picture> => {
    const asked = askedBy(caller.audience, wanted)
    // What only the police see of incidents is read here: the trail says who did.
    if (!asked.shared) audit.sensitiveRead(caller, { layer: 'pictures', by: 'items', object: one })
    return database.read(actorOf(caller), async (sql) =>
      readPicture(sql, asked, one, await readMunicipality(sql, env, caller.audience)),
    )
  }
  const etag = ({ revision }: Picture) => ({ ...noStore, etag: `"${revision}"` })
  const told = { 200: json(picture, 'The picture') }

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/pictures',
        summary: 'The weekly pictures, newest first',
        responses: { 200: json(picturesAnswer, 'Weeks'), ...problems(401, 403) },
      }),
      async (c) => {
        const { caller } = c.var
        const stored = await database.read(actorOf(caller), (sql) =>
          readPictures(sql, askedBy(caller.audience)),
        )
        const current = weekOf(today(new Date()))
        const last = addWeeks(current, -1)
        const known = stored.some(({ week: one }) => one === last)
        const told: PicturesAnswer = { current, next: known ? null : last, pictures: stored.map(summaryOf) }
        return c.json(told, 200, noStore)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path,
        summary:
          'The picture of a week; the municipality sees the shared version, its figures once it is signed',
        request: { params, query },
        responses: { ...told, ...problems(400, 401, 403, 404) },
      }),
      async (c) => {
        const one = await answer(c.var.caller, c.req.valid('param').week, c.req.valid('query').version)
        return c.json(one as never, 200, etag(one))
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/compile`,
        summary: 'Compile a week: figures are renewed, what people wrote stays',
        request: { params },
        responses: { ...told, ...problems(400, 401, 403, 409, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { week: one } = c.req.valid('param')
        if (one > weekOf(today(new Date()))) throw notBegun()
        await compilePicture({
          ...{ database, layers, week: one },
          write: (work) => database.write(actorOf(caller), work),
          onKept: (sql) => audit.append(sql, { action: 'picture.compiled', kind: 'picture', object: one }),
        })
        const made = await answer(caller, one)
        return c.json(made as never, 200, etag(made))
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/freeze`,
        summary: 'Freeze a draft: its texts become what is to be signed',
        request: { params, headers },
        responses: { ...told, ...problems(400, 401, 403, 404, 409, 412, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { week: one } = c.req.valid('param')
        const revision = revisionOf(c.req.header('if-match'))
        await database.write(actorOf(caller), async (sql) => {
          await freezePicture(sql, one, revision)
          await audit.append(sql, { action: 'picture.frozen', kind: 'picture', object: one })
        })
        const frozen = await answer(caller, one)
        return c.json(frozen as never, 200, etag(frozen))
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/open`,
        summary: 'Open a frozen picture that is not signed, to write in it again',
        request: { params, headers },
        responses: { ...told, ...problems(400, 401, 403, 404, 409, 412) },
      }),
      async (c) => {
        const { caller } = c.var
        const { week: one } = c.req.valid('param')
        const revision = revisionOf(c.req.header('if-match'))
        await database.write(actorOf(caller), async (sql) => {
          await openPicture(sql, one, revision)
          await audit.append(sql, { action: 'picture.opened', kind: 'picture', object: one })
        })
        const open = await answer(caller, one)
        return c.json(open as never, 200, etag(open))
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/sign`,
        summary:
          'Sign: the police the frozen picture, which never changes from then on; the municipality then the shared version',
        request: {
          params,
          headers,
          body: { content: { 'application/json': { schema: pictureSignature } }, required: true },
        },
        responses: { ...told, ...problems(400, 401, 403, 404, 409, 412, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { week: one } = c.req.valid('param')
        const { title } = c.req.valid('json')
        const revision = revisionOf(c.req.header('if-match'))
        if (!caller.decides) throw notSigner()
        await database.write(actorOf(caller), async (sql) => {
          await signFor(sql, caller.audience, { week: one, title, revision })
          const [signed] = await readPictures(sql, askedBy(caller.audience), one)
          const detail = { sha256: signed?.sha256 }
          await audit.append(sql, { action: 'picture.signed', kind: 'picture', object: one, detail })
        })
        const signed = await answer(caller, one)
        return c.json(signed as never, 200, etag(signed))
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/picture-rollups/{third}',
        summary: 'Four months of signed pictures added up',
        request: { params: z.object({ third }), query },
        responses: { 200: json(rollup, 'The sum'), ...problems(400, 401, 403) },
      }),
      async (c) => {
        const { caller } = c.var
        const { third: one } = c.req.valid('param')
        const asked = askedBy(caller.audience, c.req.valid('query').version)
        if (!asked.shared) audit.sensitiveRead(caller, { layer: 'pictures', by: 'items', object: one })
        const sum = await database.read(actorOf(caller), async (sql) =>
          readPictureRollup(sql, asked, one, {
            municipality: await readMunicipality(sql, env, caller.audience),
            today: today(new Date()),
          }),
        )
        return c.json(sum as never, 200, noStore)
      },
    )
}

const notBegun = () => {
  const message = {
    sv: 'Veckan har inte börjat än.',
    en: 'The week has not begun yet.',
  }
  return new ProblemError('invalid', message, { errors: [{ field: 'week', message }] })
}

const notSigner = () =>
  new ProblemError('forbidden', {
    sv: 'Lägesbilden signeras av den som beslutar. En administratör ger den rätten.',
    en: 'The picture is signed by who decides. An administrator gives that right.',
  })
