import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const [engine] = engines.slice(-1)

/** A request that comes over a connection from an address. */
const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } })

interface Sent {
  account?: DemoId
  address?: string
  headers?: Record<string, string>
  body?: string
}

const sender =
  (app: TestApp) =>
  async (method: string, path: string, { account, address = '192.0.2.1', headers = {}, body }: Sent = {}) =>
    app.fetch(
      new Request(`http://localhost${path}`, {
        method,
        headers: {
          host: 'localhost',
          ...(account && { cookie: await app.cookieOf(account), 'sec-fetch-site': 'same-origin' }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body }),
      }),
      from(address),
    )

const signIn = (account: string, address: string): [string, string, Sent] => [
  'POST',
  '/auth/demo',
  { address, body: JSON.stringify({ account }) },
]

const measure = () =>
  JSON.stringify({
    id: randomUUID(),
    layer: 'camera_sites',
    geometry: { type: 'Point', coordinates: [14.15, 56.03] },
    properties: { title: 'Torget' },
  })

describe('the surface with narrow limits', () => {
  let app: TestApp
  let send: ReturnType<typeof sender>

  beforeAll(async () => {
    app = await testApp(engine!, {
      variables: {
        RATE_LIMITS: 'tiles=2,reads=4,writes=2,imports=1,sign-in=6',
        TRUSTED_PROXIES: '10.0.0.0/8',
      },
    })
    send = sender(app)
  })
  afterAll(() => app.close())

  const statuses = async (count: number, ...asked: Parameters<typeof send>) => {
    const found: number[] = []
    for (let i = 0; i < count; i++) found.push((await send(...asked)).status)
    return found
  }

  it('gives each address a budget, and tells how long to wait where it is spent', async () => {
    expect(await statuses(5, 'GET', '/api/config', { address: '192.0.2.10' })).toEqual([
      200, 200, 200, 200, 429,
    ])
    const refused = await send('GET', '/api/layers', { address: '192.0.2.10' })
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(refused.headers.get('content-type')).toContain('application/problem+json')
    expect(await refused.json()).toMatchObject({
      type: 'urn:trygghetskartan:problem:too-many-requests',
      retryAfter: expect.any(Number),
    })
    expect((await send('GET', '/api/config', { address: '192.0.2.11' })).status).toBe(200)
  })

  it('counts a household’s /64 as one, and believes a forwarded address from its proxies alone', async () => {
    for (const last of ['1', '2', '3', 'ffff'])
      await send('GET', '/api/config', { address: `2001:db8:1:2::${last}` })
    expect((await send('GET', '/api/config', { address: '2001:db8:1:2:9:9:9:9' })).status).toBe(429)
    expect((await send('GET', '/api/config', { address: '2001:db8:1:3::1' })).status).toBe(200)
    const forged = (i: number) => ({
      address: '192.0.2.12',
      headers: { 'x-forwarded-for': `203.0.113.${i}` },
    })
    const forgeries = [1, 2, 3, 4, 5].map((i) => send('GET', '/api/config', forged(i)))
    expect((await Promise.all(forgeries)).filter(({ status }) => status === 429)).toHaveLength(1)
    const proxied = (i: number) => ({
      address: '10.1.1.1',
      headers: { 'x-forwarded-for': `198.51.100.7, 203.0.113.${i}` },
    })
    for (let i = 1; i <= 6; i++) expect((await send('GET', '/api/config', proxied(i))).status).toBe(200)
  })

  it('gives each account a budget of its own, wherever it is, and apart for reads and writes', async () => {
    const reads = await Promise.all(
      [1, 2, 3, 4, 5].map((i) =>
        send('GET', '/api/layers', { account: 'demo-planner', address: `192.0.2.${i}` }),
      ),
    )
    expect(reads.filter(({ status }) => status === 429)).toHaveLength(1)
    expect(await statuses(3, 'POST', '/api/measures', { account: 'demo-planner', body: measure() })).toEqual([
      201, 409, 429,
    ])
    expect((await send('GET', '/api/layers', { account: 'demo-planner-2' })).status).toBe(200)
    const imports = await statuses(2, 'POST', '/api/imports?format=csv&layer=camera_sites', {
      account: 'demo-admin',
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(imports[1]).toBe(429)
  })

  it('leaves tiles a budget of their own, and never counts who watches the server', async () => {
    const tiles = await statuses(3, 'GET', '/api/basemap/14/8836/5099.mvt', { address: '192.0.2.20' })
    expect(tiles).toEqual([204, 204, 429])
    expect((await send('GET', '/api/config', { address: '192.0.2.20' })).status).toBe(200)
    expect(
      (await statuses(30, 'GET', '/healthz', { address: '192.0.2.20' })).every((status) => status === 200),
    ).toBe(true)
  })

  it('shows its metrics, where they have no token, to this machine alone and not through a proxy on it', async () => {
    const ask = async (sent: Sent) => (await send('GET', '/metrics', sent)).status
    expect(await ask({ address: '127.0.0.1' })).toBe(200)
    expect(await ask({ address: '127.0.0.1', headers: { 'x-forwarded-for': '203.0.113.9' } })).toBe(404)
    expect(await ask({ address: '192.0.2.40' })).toBe(404)
  })

  it('counts the keys that an address guesses, whichever they are', async () => {
    const found: number[] = []
    for (let i = 0; i < 7; i++) {
      const headers = { authorization: `Bearer tk_${String(i).padEnd(43, 'y')}` }
      found.push((await send('GET', '/api/config', { address: '192.0.2.50', headers })).status)
    }
    expect(found).toEqual([401, 401, 401, 401, 401, 401, 429])
  })

  it('counts sign-ins by address, however many accounts are tried', async () => {
    const found: number[] = []
    for (let i = 0; i < 7; i++)
      found.push((await send(...signIn(i % 2 ? 'demo-police' : 'demo-planner', '192.0.2.30'))).status)
    expect(found).toEqual([200, 200, 200, 200, 200, 200, 429])
  })
})

describe('the surface', () => {
  let app: TestApp
  let send: ReturnType<typeof sender>

  beforeAll(async () => {
    app = await testApp(engine!, {
      variables: {
        RATE_LIMITS: 'sign-in=1000',
        TRUSTED_PROXIES: '10.0.0.1',
        METRICS_TOKEN: 'a token of the metrics',
      },
    })
    send = sender(app)
  })
  afterAll(() => app.close())

  describe('when sign-ins fail', () => {
    /** Ten at the same moment: by then the wait is half a minute, however slow the machine is. */
    const tenAtOnce = async (attempt: (i: number) => Promise<Response>) =>
      (await Promise.all(Array.from({ length: 10 }, (_, i) => attempt(i)))).map(({ status }) => status)

    it('makes the address wait longer each time, whichever account it tries', async () => {
      const first: number[] = []
      for (let i = 0; i < 5; i++) first.push((await send(...signIn(`nobody-${i}`, '198.51.100.1'))).status)
      expect(first).toEqual([404, 404, 404, 404, 404])
      await tenAtOnce((i) => send(...signIn(`else-${i}`, '198.51.100.4')))
      const known = await send(...signIn('demo-planner', '198.51.100.4'))
      expect(known.status).toBe(429)
      expect(Number(known.headers.get('retry-after'))).toBeGreaterThan(10)
      expect((await send(...signIn('demo-planner', '198.51.100.2'))).status).toBe(200)
    })

    it('makes the account wait too, from wherever it is tried, and tells nothing of whether it is there', async () => {
      await tenAtOnce((i) => send(...signIn('ghost', `198.51.100.${50 + i}`)))
      expect((await send(...signIn('ghost', '198.51.100.99'))).status).toBe(429)
    })

    it('makes a key that opens nothing wait, before it is looked up, and no other key of the office', async () => {
      const key = (i: number) => ({
        address: '198.51.100.3',
        headers: { authorization: `Bearer tk_${String(i).padEnd(43, 'x')}` },
      })
      const found = await tenAtOnce(() => send('GET', '/api/layers', key(1)))
      expect(new Set(found)).toEqual(new Set([401]))
      expect((await send('GET', '/api/layers', key(1))).status).toBe(429)
      expect((await send('GET', '/api/layers', key(2))).status).toBe(401)
      expect((await send('GET', '/api/layers', { address: '198.51.100.3' })).status).toBe(200)
    })
  })

  it('answers an unknown token and one that is no token alike', async () => {
    const texts = await Promise.all(
      [`tk_${'a'.repeat(43)}`, `tk_${'b'.repeat(43)}`, 'tk_short', 'x'].map(async (secret, i) => {
        const answer = await send('GET', '/api/layers', {
          address: `198.51.100.${100 + i}`,
          headers: { authorization: `Bearer ${secret}` },
        })
        return `${answer.status} ${await answer.text()}`
      }),
    )
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).toMatch(/^401 /)
  })

  describe('says to every browser', () => {
    it.each(['/', '/api/docs', '/api/config', '/api/nothing', '/assets/nothing.js', '/healthz'])(
      'at %s what it may load, and that it may guess and tell nothing',
      async (path) => {
        const { headers } = await send('GET', path)
        const policy = headers.get('content-security-policy') ?? ''
        expect(policy).toContain("default-src 'none'")
        expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
        // The solver is WebAssembly; nothing else may be made on the spot.
        expect(policy.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|\*|http:/)
        expect(Object.fromEntries(headers)).toMatchObject({
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'same-origin',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
          'x-frame-options': 'SAMEORIGIN',
          'permissions-policy': expect.stringContaining('camera=()'),
        })
      },
    )

    it('to stay with TLS, only where it came by TLS', async () => {
      const https = { 'x-forwarded-proto': 'https' }
      const header = async (sent: Sent) =>
        (await send('GET', '/api/config', sent)).headers.get('strict-transport-security')
      expect(await header({ address: '10.0.0.1', headers: https })).toBe('max-age=31536000')
      expect(await header({ address: '192.0.2.1', headers: https })).toBeNull()
      expect(await header({ address: '10.0.0.1' })).toBeNull()
    })

    it.each([
      '/api/config',
      '/api/layers',
      '/api/layers/camera_sites/items',
      '/auth/me',
      '/api/places?q=stor',
      '/api/openapi.json',
      '/api/docs',
    ])('that %s of a signed-in caller is nobody else’s', async (path) => {
      const own = await send('GET', path, { account: 'demo-planner' })
      const kept = own.headers.get('cache-control') ?? ''
      expect(own.status).toBe(200)
      expect(kept).toMatch(/no-store|private/)
      expect(kept).not.toContain('public')
      const anybodys = (await send('GET', path)).headers
      if (!anybodys.get('cache-control')?.includes('no-store'))
        expect(anybodys.get('vary')).toMatch(/cookie/i)
    })
  })

  describe('refuses a change', () => {
    const cookie = { account: 'demo-planner', body: measure() } as const
    it.each([
      ['from another site', { 'sec-fetch-site': 'cross-site' }],
      ['from a neighbouring name', { 'sec-fetch-site': 'same-site' }],
      ['from another site, told by Origin alone', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
      ['from a page without an origin', { 'sec-fetch-site': '', origin: 'null' }],
      ['with a cookie from what tells neither', { 'sec-fetch-site': '' }],
    ])('%s', async (_, headers) => {
      const given = new Headers({ ...headers })
      if (given.get('sec-fetch-site') === '') given.delete('sec-fetch-site')
      const answer = await app.fetch(
        new Request('http://localhost/api/measures', {
          method: 'POST',
          headers: {
            host: 'localhost',
            cookie: await app.cookieOf('demo-planner'),
            'content-type': 'application/json',
            ...Object.fromEntries(given),
          },
          body: measure(),
        }),
        from('192.0.2.1'),
      )
      expect(answer.status).toBe(403)
    })

    it.each([
      'text/plain',
      'text/plain;charset=UTF-8',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'TEXT/PLAIN',
    ])('as a form sends it: %s', async (type) => {
      const answer = await send('POST', '/api/measures', { ...cookie, headers: { 'content-type': type } })
      expect(answer.status).toBe(415)
    })

    it.each(['gzip', 'br', 'zstd', 'gzip, gzip'])('packed as %s', async (coding) => {
      const answer = await send('POST', '/api/measures', {
        ...cookie,
        headers: { 'content-encoding': coding },
      })
      expect(answer.status).toBe(415)
    })

    it.each([
      ['a million levels deep', '['.repeat(1_000_000)],
      ['33 levels deep', `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`],
      ['with a prototype', '{"layer":"camera_sites","__proto__":{"admin":true}}'],
      ['with a prototype inside', '{"properties":{"a":{"\\u005f_proto__":{"admin":true}}}}'],
      ['of another shape', '{"layer":"camera_sites","geometry":null,"audience":"police"}'],
    ])('that is %s', async (_, body) => {
      const answer = await send('POST', '/api/measures', { ...cookie, body })
      expect(answer.status).toBe(422)
      expect(({} as { admin?: boolean }).admin).toBeUndefined()
    })

    it('that is no JSON, or larger than what is taken', async () => {
      expect((await send('POST', '/api/measures', { ...cookie, body: '{"layer":' })).status).toBe(400)
      const large = await send('POST', '/api/measures', { ...cookie, body: `"${'x'.repeat(1024 * 1024)}"` })
      expect(large.status).toBe(413)
    })

    it('never for words that stand in a text', async () => {
      const body = JSON.stringify({
        ...JSON.parse(measure()),
        properties: { title: '"[[[[ {{{{ \\" __proto__ \u0000'.slice(0, 24) },
      })
      expect((await send('POST', '/api/measures', { ...cookie, body })).status).toBe(201)
    })
  })

  it('opens the metrics to their own token alone', async () => {
    const ask = (authorization?: string) =>
      send('GET', '/metrics', { address: '127.0.0.1', ...(authorization && { headers: { authorization } }) })
    expect((await ask('Bearer a token of the metrics')).status).toBe(200)
    for (const wrong of [
      undefined,
      'Bearer a token of the metric',
      'Bearer a token of the metrics!',
      'Bearer ',
    ])
      expect((await ask(wrong)).status).toBe(404)
  })
})
