import type { MiddlewareHandler } from 'hono'
import type { Variables } from '../context.ts'

/** Scripts, styles and everything else from our own files alone: no inline, no eval; the solver is WebAssembly. The map draws in a canvas, from a worker. */
const directives = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self' blob:",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'frame-ancestors': "'self'",
  'base-uri': "'none'",
  'object-src': "'none'",
}
const policyOf = (sources: Readonly<Record<string, string>>): string =>
  Object.entries(sources)
    .map(([directive, source]) => `${directive} ${source}`)
    .join('; ')

const features = ['camera', 'microphone', 'payment', 'usb', 'serial', 'bluetooth', 'midi', 'browsing-topics']

const always = {
  'content-security-policy': policyOf(directives),
  'permissions-policy': ['geolocation=(self)', ...features.map((feature) => `${feature}=()`)].join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
}

const yearInSeconds = 365 * 24 * 60 * 60
/** The map without its frame, which other sites may show within theirs. */
const embedded = '/badda-in'
const ofServer = /^\/(?:api|auth|ogc|open311)\//

/**
 * The headers of every answer; an answer that has one of them already keeps its own. What depends on who asks is kept by nobody: no
 * answer of the API leaves without saying how it may be kept, and a signed-in caller's never as the public's. Only the page that is made
 * for it is shown within other sites, and only within those that are named.
 */
export function holdHeaders(embedOrigins: readonly string[]): MiddlewareHandler<Variables> {
  const { 'x-frame-options': _, ...framed } = {
    ...always,
    'content-security-policy': policyOf({
      ...directives,
      'frame-ancestors': ["'self'", ...embedOrigins].join(' '),
    }),
  }
  return async (c, next) => {
    await next()
    const { headers } = c.res
    const held = c.req.path === embedded && embedOrigins.length > 0 ? framed : always
    for (const [name, value] of Object.entries(held)) if (!headers.has(name)) headers.set(name, value)
    if (c.var.visit?.secure) headers.set('strict-transport-security', `max-age=${yearInSeconds}`)
    if (!ofServer.test(c.req.path)) return
    const kept = headers.get('cache-control')
    const known = c.var.caller && c.var.caller.via !== 'nobody'
    if (!kept) headers.set('cache-control', 'no-store')
    else if (known && !/no-store|private/.test(kept))
      headers.set('cache-control', `private, ${kept.replace(/\bpublic\b,?\s*/, '')}`)
    if (!/no-store/.test(headers.get('cache-control') ?? '')) vary(headers, ['Cookie', 'Authorization'])
  }
}

function vary(headers: Headers, names: readonly string[]): void {
  const there = (headers.get('vary') ?? '').toLowerCase().split(/\s*,\s*/)
  if (there.includes('*')) return
  for (const name of names) if (!there.includes(name.toLowerCase())) headers.append('vary', name)
}
