import { createRoute, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { actorOf, type Caller } from '../auth.ts'
import { createRouter, type Services } from '../context.ts'
import type { PicturePresence, PictureUpdate, SectionKind } from '../contract-pictures.ts'
import { ProblemError } from '../errors.ts'
import { notOpen } from '../pictures/compile.ts'
import { askedBy, noPicture } from '../pictures/read-picture.ts'
import { longestText, mergeText } from '../pictures/texts.ts'
import { keepUpdate, readUpdates, tellPresence } from '../queries/picture-writing.ts'
import { readPictures, readSections } from '../queries/pictures.ts'
import { json, problems } from '../schemas.ts'
import { newPresence, newUpdate, week } from '../schemas-pictures.ts'

const heartbeat = 15_000
/** A text may grow somewhat beyond what is frozen while two write in it. */
const leeway = 2000
const params = z.object({ week })
const path = '/api/pictures/{week}'
const jsonBody = <T extends z.ZodType>(schema: T) => ({
  body: { content: { 'application/json': { schema } }, required: true },
})

/** Writing together: edits come in one by one, and go out to whoever has the picture open. */
export function pictureLiveRoutes({ auth, database, stopping }: Services) {
  return createRouter()
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/updates`,
        summary: 'An edit of a section’s text, as a Yjs update; the same id twice is kept once',
        request: { params, ...jsonBody(newUpdate) },
        responses: {
          200: json(z.object({ kept: z.boolean() }), 'Whether it was new'),
          ...problems(400, 401, 403, 404, 409, 413, 422),
        },
      }),
      async (c) => {
        const { caller } = c.var
        const { week: one } = c.req.valid('param')
        const { id, section, update } = c.req.valid('json')
        const content = new Uint8Array(Buffer.from(update, 'base64'))
        const kept = await database.write(actorOf(caller), async (sql) => {
          const asked = askedBy(caller.audience)
          const [picture] = await readPictures(sql, asked, one)
          if (!picture) throw noPicture()
          if (picture.state !== 'draft') throw notOpen(picture.state === 'signed')
          const known = (await readSections(sql, asked, one)).find(({ kind }) => kind === section)
          if (!known) throw new ProblemError('forbidden')
          const before = await readUpdates(sql, caller.audience, one, { section })
          checkUpdate(
            known.document,
            before.map((other) => other.content),
            content,
          )
          return keepUpdate(sql, caller.audience, { id, week: one, section, content })
        })
        return c.json({ kept }, 200, { 'cache-control': 'no-store' })
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: `${path}/presence`,
        summary: 'Where the caller is writing; told to the others, kept nowhere',
        request: { params, ...jsonBody(newPresence) },
        responses: { 204: { description: 'Told' }, ...problems(400, 401, 403, 422) },
      }),
      async (c) => {
        const { caller } = c.var
        const { week: one } = c.req.valid('param')
        const { client, section } = c.req.valid('json')
        const presence: PicturePresence = { client, section, name: caller.account?.name ?? '' }
        await database.write(actorOf(caller), (sql) =>
          tellPresence(sql, JSON.stringify({ week: one, audience: caller.audience, presence })),
        )
        return c.body(null, 204)
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: `${path}/live`,
        summary: 'Edits, changes and who is writing where, as they come',
        request: { params, query: z.strictObject({ after: z.coerce.number().int().min(0).default(0) }) },
        responses: {
          200: {
            description: 'Server-sent events named update, changed and present',
            content: { 'text/event-stream': { schema: z.string() } },
          },
          ...problems(400, 401, 403, 404),
        },
      }),
      async (c) => {
        const { caller } = c.var
        const { week: one } = c.req.valid('param')
        const asked = askedBy(caller.audience)
        const open = await database.read(actorOf(caller), async (sql) => ({
          picture: (await readPictures(sql, asked, one))[0],
          sections: (await readSections(sql, asked, one)).map(({ kind }) => kind),
        }))
        if (!open.picture) throw noPicture()
        const sections: ReadonlySet<SectionKind> = new Set(open.sections)
        const last = Number(c.req.header('last-event-id') ?? c.req.valid('query').after)
        return streamSSE(c, async (stream) => {
          const follow = createFollower({
            caller,
            week: one,
            sections,
            after: Number.isFinite(last) ? last : 0,
          })
          const stop = database.onChange(follow.hear)
          let over = false
          const unwatch = auth.watch(caller, () => {
            over = true
            follow.wake()
          })
          stream.onAbort(follow.wake)
          stopping.addEventListener('abort', follow.wake)
          const ended = () => stream.aborted || stopping.aborted || over
          try {
            await stream.writeSSE({ event: 'hello', data: '{}', retry: 1000 })
            while (!ended()) {
              for (const event of await follow.next()) if (!ended()) await stream.writeSSE(event)
              const idle = await follow.wait(heartbeat)
              if (idle && !ended()) await stream.writeSSE({ event: 'alive', data: '{}' })
            }
          } finally {
            stop()
            unwatch()
            stopping.removeEventListener('abort', follow.wake)
          }
        }) as never
      },
    )

  /** What one open picture has heard of and not told yet. */
  function createFollower(options: {
    caller: Caller
    week: string
    sections: ReadonlySet<SectionKind>
    after: number
  }) {
    const { caller, week: one, sections } = options
    let { after } = options
    let changed = false
    const present: PicturePresence[] = []
    let heard = false
    let resolve = () => {}
    const wake = () => {
      heard = true
      resolve()
    }
    return {
      wake,
      hear({ layer, id }: { layer: string; id?: string }): void {
        if (!layer.startsWith('picture')) return
        if (layer === 'picture_presence') {
          const told = JSON.parse(id ?? '{}') as { week?: string; presence?: PicturePresence }
          if (told.week !== one || !told.presence) return
          const { section } = told.presence
          // What one does not see nobody is seen to write in.
          present.push(
            section && !sections.has(section) ? { ...told.presence, section: null } : told.presence,
          )
        } else if (id !== one) return
        else if (layer !== 'picture_updates') changed = true
        wake()
      },
      /** What is to be told now. Edits are read anew each time: one that nobody was told of is found too. */
      async next(): Promise<{ event: string; data: string; id?: string }[]> {
        heard = false
        const updates = await database.read(actorOf(caller), (sql) =>
          readUpdates(sql, caller.audience, one, { after }),
        )
        const events = updates.map(({ seq, section, content }) => {
          const update: PictureUpdate = { seq, section, update: Buffer.from(content).toString('base64') }
          return { event: 'update', data: JSON.stringify(update), id: String(seq) }
        })
        after = updates.at(-1)?.seq ?? after
        const others = present.splice(0).map((one) => ({ event: 'present', data: JSON.stringify(one) }))
        const told = changed ? [{ event: 'changed', data: '{}' }] : []
        changed = false
        return [...events, ...others, ...told]
      },
      /** True where nothing was heard for so long. */
      async wait(milliseconds: number): Promise<boolean> {
        if (heard) return false
        const timer = setTimeout(() => resolve(), milliseconds)
        await new Promise<void>((done) => {
          resolve = done
        })
        clearTimeout(timer)
        return !heard
      },
    }
  }
}

/** Throws a 422 for what is no Yjs update, or makes the text longer than it may be. */
function checkUpdate(document: Uint8Array | null, before: readonly Uint8Array[], content: Uint8Array): void {
  const merged = (() => {
    try {
      return mergeText(document, [...before, content])
    } catch {
      return null
    }
  })()
  const message =
    merged === null
      ? { sv: 'Ändringen kunde inte läsas.', en: 'The edit could not be read.' }
      : merged.text.length > longestText + leeway
        ? {
            sv: `Texten blir längre än ${longestText} tecken.`,
            en: `The text becomes longer than ${longestText} characters.`,
          }
        : null
  if (message) throw new ProblemError('invalid', message, { errors: [{ field: 'update', message }] })
}
