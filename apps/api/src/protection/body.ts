import type { Context, MiddlewareHandler } from 'hono'
import type { Variables } from '../context.ts'
import type { Env } from '../env.ts'
import { ProblemError } from '../errors.ts'
import { checkJson } from './json.ts'

/** Types that any page can send to another site without being asked first; nothing of ours takes them. */
const simple = /^(?:text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)\b/i
const json = /^application\/(?:[a-z0-9.-]+\+)?json\b/i
const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A file as the body: passed on as it comes. Everything else is read whole before a handler sees it. */
export interface FileBody {
  readonly path: RegExp
  readonly maxBytes: number
}

export interface BodyLimits {
  readonly maxBytes: number
  /** Where another server sends a form, without any cookie: a provider's logout. */
  readonly forms: RegExp
  readonly files: readonly FileBody[]
  /** JSON that carries a file's text or a whole result. */
  readonly large?: readonly FileBody[]
}

const photoBytes = 15 * 1024 * 1024
/** A photometric file of 1 MiB is more than that as JSON; a result is at most as large as the areas it draws. */
const luminaireBytes = 2 * 1024 * 1024
const resultBytes = 8 * 1024 * 1024
/** Figures of some 100,000 cells. */
const analysisBytes = 16 * 1024 * 1024

/** Where files come in, and how large each may be. */
export const bodyLimits = (env: Pick<Env, 'MAX_BODY_BYTES' | 'MAX_IMPORT_BYTES'>): BodyLimits => ({
  maxBytes: env.MAX_BODY_BYTES,
  forms: /^\/auth\/backchannel-logout\/[^/]+$/,
  files: [
    { path: /^\/api\/imports$/, maxBytes: env.MAX_IMPORT_BYTES },
    { path: /^\/api\/incidents\/uploads$/, maxBytes: env.MAX_IMPORT_BYTES },
    { path: /^\/api\/measures\/[^/]+\/photos$/, maxBytes: photoBytes },
    { path: /^\/api\/reports\/[^/]+\/photo$/, maxBytes: photoBytes },
  ],
  large: [
    { path: /^\/api\/luminaires$/, maxBytes: Math.max(env.MAX_BODY_BYTES, luminaireBytes) },
    { path: /^\/api\/analyses$/, maxBytes: Math.max(env.MAX_BODY_BYTES, analysisBytes) },
    { path: /^\/api\/siting\/runs$/, maxBytes: Math.max(env.MAX_BODY_BYTES, resultBytes) },
  ],
})

/**
 * Bounds every body, told its length or not, by the bytes that come and not by what the headers say. Refuses packed bodies, types that a
 * foreign form can send, and JSON that is deeper than anything of ours or reaches for prototypes.
 */
export function holdBody({ maxBytes, forms, files, large = [] }: BodyLimits): MiddlewareHandler<Variables> {
  return async (c, next) => {
    if (safe.has(c.req.method)) return next()
    checkCoding(c)
    if (!forms.test(c.req.path)) checkType(c)
    const file = files.find(({ path }) => path.test(c.req.path))
    const limit = (file ?? large.find(({ path }) => path.test(c.req.path)))?.maxBytes ?? maxBytes
    const told = c.req.header('transfer-encoding') ? undefined : c.req.header('content-length')
    if (told !== undefined && Number(told) > limit) throw tooLarge(limit)
    const body = c.req.raw.body
    if (!body) return next()
    if (file) {
      if (told === undefined) c.req.raw = withBody(c.req.raw, body.pipeThrough(counted(limit)))
      return next()
    }
    const bytes = await read(body, limit)
    if (json.test(c.req.header('content-type') ?? '')) checkJson(bytes)
    c.req.raw = withBody(c.req.raw, bytes)
    return next()
  }
}

function checkCoding(c: Context<Variables>): void {
  const coding = c.req.header('content-encoding')
  if (coding && coding !== 'identity')
    throw new ProblemError('unsupported-media-type', {
      sv: 'Skicka innehållet opackat, utan Content-Encoding.',
      en: 'Send the body as it is, without Content-Encoding.',
    })
}

function checkType(c: Context<Variables>): void {
  if (simple.test(c.req.header('content-type') ?? ''))
    throw new ProblemError('unsupported-media-type', {
      sv: 'Skicka JSON som application/json och filer som application/octet-stream.',
      en: 'Send JSON as application/json and files as application/octet-stream.',
    })
}

const withBody = (request: Request, body: ReadableStream | Uint8Array<ArrayBuffer>): Request =>
  new Request(request, { body, duplex: 'half' } as RequestInit)

async function read(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > limit) throw tooLarge(limit)
    parts.push(part)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Passes bytes on and fails as soon as there are too many. */
function counted(limit: number): TransformStream<Uint8Array, Uint8Array> {
  let size = 0
  return new TransformStream({
    transform(part, controller) {
      size += part.length
      if (size > limit) controller.error(tooLarge(limit))
      else controller.enqueue(part)
    },
  })
}

function tooLarge(limit: number): ProblemError {
  const size = limit >= 1024 * 1024 ? `${Math.floor(limit / 1024 / 1024)} MB` : `${limit} byte`
  return new ProblemError('too-large', { sv: `Högst ${size} tas emot.`, en: `At most ${size} are accepted.` })
}
