import { createHash } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { createRouter, type Services, type Variables } from '../context.ts'
import type { NearAnswer, NearEntry } from '../contract-around.ts'
import type { Language } from '../language.ts'
import { readMunicipality } from '../municipality.ts'
import { atomOf } from '../near/atom.ts'
import { nearEntries } from '../near/entries.ts'
import type { Circle } from '../queries/near.ts'
import { json, problems } from '../schemas.ts'
import { nearAnswer, place, radius } from '../schemas-around.ts'

const language = z.enum(['sv', 'en']).optional()
const feedAnswer = {
  200: { description: 'Atom 1.0', content: { 'application/atom+xml': { schema: z.string() } } },
  304: { description: 'As it was' },
  ...problems(400),
}
/** Nothing in it is newer than a month: a reader that asks each hour is soon enough. */
const kept = { 'cache-control': 'public, max-age=900' }
const today = () => new Date().toISOString().slice(0, 10)

/** What goes on near a place as anybody may know it, as JSON and as Atom feeds. Whoever asks is told the same. */
export function nearRoutes({ database, env, layers }: Services) {
  const read = (circle: Circle | null) =>
    database.read('public', async (sql) => ({
      ...(await nearEntries(sql, layers, circle, today())),
      municipality: await readMunicipality(sql, env, 'public'),
    }))

  async function feed(c: Context<Variables>, circle: Circle | null, spoken: Language) {
    const { entries, municipality } = await read(circle)
    const origin = env.PUBLIC_URL?.replace(/\/$/, '') ?? new URL(c.req.url).origin
    const around = circle && { at: circle.at.join(','), radius: String(circle.radius) }
    const suffix = new URLSearchParams({ ...around, lang: spoken }).toString()
    const pageOf = ({ layer, id, point }: NearEntry) =>
      `${origin}/?${new URLSearchParams({ at: `${point.join(',')},16`, sel: `${layer}:${id}`, lang: spoken })}`
    const body = atomOf(
      {
        name: `${env.PUBLIC_URL ?? ''} ${circle ? `near ${suffix}` : `all ${spoken}`}`,
        title: titleOf(municipality, circle)[spoken],
        author: municipality,
        language: spoken,
        self: `${origin}/api/feeds/${circle ? 'near' : 'all'}.atom?${suffix}`,
        page: circle
          ? `${origin}/nara-mig?${new URLSearchParams({ plats: around!.at, radie: around!.radius })}`
          : `${origin}/`,
        pageOf,
      },
      entries,
    )
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const headers = { ...kept, etag: tag, 'content-language': spoken }
    if (
      c.req
        .header('if-none-match')
        ?.split(/\s*,\s*/)
        .some((one) => one.replace(/^W\//, '') === tag)
    )
      return c.body(null, 304, headers)
    return c.body(body, 200, { ...headers, 'content-type': 'application/atom+xml; charset=utf-8' })
  }

  return createRouter()
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/near',
        summary: 'What is done, planned and looked at near a place, newest month first',
        request: { query: z.strictObject({ at: place, radius }) },
        responses: { 200: json(nearAnswer, 'What goes on there'), ...problems(400) },
      }),
      async (c) => {
        const circle = c.req.valid('query')
        const { entries, more } = await read(circle)
        const answer: NearAnswer = { ...circle, entries, more }
        return c.json(answer, 200, { 'cache-control': 'no-cache' })
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/feeds/near.atom',
        summary: 'The same as a feed to subscribe to',
        request: { query: z.strictObject({ at: place, radius, lang: language }) },
        responses: feedAnswer,
      }),
      async (c) => {
        const { lang, ...circle } = c.req.valid('query')
        return feed(c, circle, lang ?? c.var.language) as never
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/feeds/all.atom',
        summary: 'A feed of the whole municipality',
        request: { query: z.strictObject({ lang: language }) },
        responses: feedAnswer,
      }),
      async (c) => feed(c, null, c.req.valid('query').lang ?? c.var.language) as never,
    )
}

const titleOf = (municipality: string, circle: Circle | null) => ({
  sv: circle
    ? `Trygghet inom ${circle.radius} m från ${circle.at[1]}, ${circle.at[0]} – ${municipality}`
    : `Trygghet i ${municipality}`,
  en: circle
    ? `Safety within ${circle.radius} m of ${circle.at[1]}, ${circle.at[0]} – ${municipality}`
    : `Safety in ${municipality}`,
})
