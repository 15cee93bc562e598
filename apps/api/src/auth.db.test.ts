import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Auth, createAuth, type Visit } from './auth.ts'
import type { Me } from './contract.ts'
import type { MadeToken, TokenInfo } from './contract-admin.ts'
import type { SessionInfo } from './contract-identity.ts'
import { newSecret } from './identity/secret.ts'
import { type TestApp, testApp, testOperatorToken } from './testing/test-app.ts'
import { engines } from './testing/test-database.ts'

const visitWith = (cookie?: string): Visit => ({
  asked: { cookie, authorization: undefined, address: '192.0.2.7' },
  userAgent: 'Firefox',
  secure: false,
})
const read = async <T>(answer: Response | Promise<Response>) => (await (await answer).json()) as T
const bearer = (secret: string) => ({ cookie: undefined, authorization: `Bearer ${secret}`, address: '' })

describe.each(engines)('the door on %s', (engine) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(engine)
  })
  afterAll(() => app.close())

  /** Another server of the same municipality. */
  const another = (limits: { idleMinutes?: number; absoluteHours?: number; demo?: boolean } = {}): Auth =>
    createAuth({
      database: app.database,
      demo: true,
      operatorToken: newSecret(),
      idleMinutes: 60,
      absoluteHours: 12,
      onError: (error) => {
        throw error
      },
      ...limits,
    })
  const audienceOf = async (auth: Auth, cookie: string) =>
    (await auth.resolve(visitWith(cookie).asked)).audience
  const signIn = async (auth: Auth, account: string, cookie?: string) =>
    (await auth.signInDemo(account, visitWith(cookie)))!

  test('lets nobody in without a cookie, with one that was never given, or with one that was changed', async () => {
    const { cookie } = await signIn(app.auth, 'demo-police')
    expect(await audienceOf(app.auth, cookie)).toBe('police')
    const other = cookie.at(-2) === 'A' ? 'B' : 'A'
    for (const bad of [
      '',
      'tk_session=',
      `tk_session=${newSecret()}`,
      `${cookie.slice(0, -2)}${other}${cookie.at(-1)}`,
      `${cookie}x`,
      cookie.replace('tk_session', 'tk_sessions'),
      "tk_session=' or true --",
    ])
      expect(await audienceOf(app.auth, bad)).toBe('public')
  })

  test('needs no query for a session it has seen', async () => {
    const { cookie } = await signIn(app.auth, 'demo-planner')
    expect(app.auth.identify(visitWith(cookie).asked)).toBeUndefined()
    await audienceOf(app.auth, cookie)
    expect(app.auth.identify(visitWith(cookie).asked)).toMatchObject({
      audience: 'planner',
      via: 'session',
      account: { name: 'Petra Lindgren' },
      address: '192.0.2.7',
    })
  })

  test('gives a new secret at each sign-in, and the browser’s former session ends', async () => {
    const first = await signIn(app.auth, 'demo-planner')
    await audienceOf(app.auth, first.cookie)
    const second = await signIn(app.auth, 'demo-police', first.cookie)
    expect(second.cookie).not.toBe(first.cookie)
    expect(await audienceOf(app.auth, second.cookie)).toBe('police')
    await expect.poll(() => audienceOf(app.auth, first.cookie)).toBe('public')
  })

  test('keeps no secret that could be used by who reads the database', async () => {
    const { cookie } = await signIn(app.auth, 'demo-planner')
    const secret = cookie.slice(cookie.indexOf('=') + 1)
    const [row] = await app.database.owner(
      (sql) => sql`select count(*)::int as n from identity.sessions s where s::text like ${`%${secret}%`}`,
    )
    expect(row).toEqual({ n: 0 })
  })

  test.each([
    ['idle', { idleMinutes: 0.06 }],
    ['absolute', { absoluteHours: 0.001 }],
  ])('ends a session at its %s limit', async (_, limits) => {
    const brief = another(limits)
    const { cookie } = await signIn(brief, 'demo-planner')
    expect(await audienceOf(brief, cookie)).toBe('planner')
    await new Promise((resolve) => setTimeout(resolve, 4000))
    expect(await audienceOf(brief, cookie)).toBe('public')
    const second = another()
    expect(await audienceOf(second, cookie)).toBe('public')
    await second.close()
    await brief.close()
  })

  test('does not count what is asked all the time as idle', async () => {
    const brief = another({ idleMinutes: 0.04 })
    const { cookie } = await signIn(brief, 'demo-planner')
    for (const until = Date.now() + 4000; Date.now() < until; ) {
      expect(await audienceOf(brief, cookie)).toBe('planner')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    await brief.close()
  })

  test('forgets an ended session on every server at the database’s word, and tells who listens', async () => {
    const second = another()
    const { cookie, id } = await signIn(app.auth, 'demo-planner')
    const caller = await second.resolve(visitWith(cookie).asked)
    expect(await audienceOf(app.auth, cookie)).toBe('planner')
    let told = 0
    second.watch(caller, () => {
      told += 1
    })
    await app.database.door(
      (sql) => sql`update identity.sessions set ended_at = now(), ended_why = 'admin' where id = ${id}`,
    )
    await expect.poll(() => audienceOf(second, cookie), { interval: 20 }).toBe('public')
    await expect.poll(() => audienceOf(app.auth, cookie), { interval: 20 }).toBe('public')
    expect(told).toBe(1)
    await second.close()
  })

  test('forgets it also when the word of it was lost', async () => {
    if (engine === 'embedded') return
    const { cookie, id } = await signIn(app.auth, 'demo-planner')
    expect(await audienceOf(app.auth, cookie)).toBe('planner')
    await app.database.owner(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`update identity.sessions set ended_at = now(), ended_why = 'admin' where id = ${id}`
    })
    await expect.poll(() => audienceOf(app.auth, cookie), { interval: 50 }).toBe('public')
  })

  test('follows an account whose role is changed, taken or given back, and shuts out a disabled one', async () => {
    const { cookie, accountId } = await signIn(app.auth, 'demo-reporter')
    expect(await audienceOf(app.auth, cookie)).toBe('reporter')
    const change = (body: unknown) => app.ask('demo-admin', 'PATCH', `/api/accounts/${accountId}`, body)
    expect((await change({ audience: 'planner' })).status).toBe(200)
    await expect.poll(() => audienceOf(app.auth, cookie)).toBe('planner')
    expect((await change({ audience: null })).status).toBe(200)
    await expect.poll(() => audienceOf(app.auth, cookie)).toBe('public')
    // Signing in again does not bring back what an administrator took.
    expect(await audienceOf(app.auth, (await signIn(app.auth, 'demo-reporter')).cookie)).toBe('public')
    expect((await change({ audience: 'by-claims' })).status).toBe(200)
    await expect.poll(() => audienceOf(app.auth, cookie)).toBe('reporter')
    expect((await change({ enabled: false })).status).toBe(200)
    await expect.poll(() => audienceOf(app.auth, cookie)).toBe('public')
    await expect(signIn(app.auth, 'demo-reporter')).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await change({ enabled: true })).status).toBe(200)
  })

  test('keeps one administrator, also where two remove each other at the same moment', async () => {
    const first = await signIn(app.auth, 'demo-admin')
    const second = await signIn(app.auth, 'demo-planner-2')
    const ask = (account: 'demo-admin' | 'demo-planner-2', id: string, body: unknown) =>
      app.ask(account, 'PATCH', `/api/accounts/${id}`, body)
    expect((await ask('demo-admin', first.accountId, { enabled: false })).status).toBe(409)
    for (let round = 0; round < 3; round++) {
      expect((await ask('demo-admin', second.accountId, { audience: 'admin' })).status).toBe(200)
      await app.cookieOf('demo-planner-2')
      await expect.poll(() => audienceOf(app.auth, second.cookie)).toBe('admin')
      const answers = await Promise.all([
        ask('demo-admin', second.accountId, { audience: 'planner' }),
        ask('demo-planner-2', first.accountId, { audience: 'planner' }),
      ])
      const [row] = await app.database.owner(
        (sql) => sql`select count(*)::int as n from identity.accounts where audience = 'admin' and enabled`,
      )
      expect(row?.n).toBeGreaterThanOrEqual(1)
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      await app.database.owner(
        (sql) =>
          sql`update identity.accounts set audience = claimed_audience, audience_by = 'claims' where issuer = 'demo'`,
      )
      await expect.poll(() => audienceOf(app.auth, first.cookie)).toBe('admin')
      await expect.poll(() => audienceOf(app.auth, second.cookie)).toBe('planner')
    }
  })

  test('lists one’s own sessions, and ends those one chooses', async () => {
    const other = await signIn(app.auth, 'demo-police')
    await audienceOf(app.auth, other.cookie)
    const list = await read<SessionInfo[]>(app.ask('demo-police', 'GET', '/auth/sessions'))
    expect(list.map(({ id }) => id)).toContain(other.id)
    expect(list.filter(({ current }) => current)).toHaveLength(1)
    expect((await app.ask('demo-planner', 'DELETE', `/auth/sessions/${other.id}`)).status).toBe(404)
    expect(await audienceOf(app.auth, other.cookie)).toBe('police')
    expect((await app.ask('demo-police', 'DELETE', `/auth/sessions/${other.id}`)).status).toBe(204)
    await expect.poll(() => audienceOf(app.auth, other.cookie)).toBe('public')
    const third = await signIn(app.auth, 'demo-police')
    expect((await app.ask('demo-police', 'DELETE', '/auth/sessions')).status).toBe(204)
    await expect.poll(() => audienceOf(app.auth, third.cookie)).toBe('public')
    expect((await read<Me>(app.ask('demo-police', 'GET', '/auth/me'))).audience).toBe('police')
  })

  test('opens for a token as far as it goes, shows its last use, and shuts when it is revoked or has expired', async () => {
    const make = (body: unknown) => app.ask('demo-admin', 'POST', '/api/tokens', body)
    const wanted = {
      name: 'QGIS',
      audience: 'planner',
      layers: ['camera_sites'],
      write: false,
      expiresInDays: 30,
    }
    const made = await make(wanted)
    expect(made.status).toBe(201)
    const { secret, token } = (await made.json()) as MadeToken
    const asToken = (path: string) =>
      app.ask(null, 'GET', path, undefined, { authorization: `Bearer ${secret}` })
    expect((await asToken('/api/layers/camera_sites/items')).status).toBe(200)
    expect((await asToken('/api/layers/lighting_upgrades/items')).status).toBe(404)
    const basic = Buffer.from(`qgis:${secret}`).toString('base64')
    const asBasic = await app.ask(null, 'GET', '/auth/me', undefined, { authorization: `Basic ${basic}` })
    expect(await asBasic.json()).toMatchObject({ audience: 'planner', account: null })
    const [kept] = await app.database.owner(
      (sql) => sql`select t::text as row from identity.tokens t where id = ${token.id}`,
    )
    expect(kept?.row).not.toContain(secret.slice(3))
    const list = await read<TokenInfo[]>(app.ask('demo-admin', 'GET', '/api/tokens'))
    expect(JSON.stringify(list)).not.toContain(secret.slice(12))
    expect((await app.ask('demo-admin', 'DELETE', `/api/tokens/${token.id}`)).status).toBe(204)
    await expect.poll(async () => (await asToken('/api/layers')).status, { interval: 20 }).toBe(401)
    expect((await app.ask('demo-admin', 'DELETE', `/api/tokens/${token.id}`)).status).toBe(404)

    const late = await read<MadeToken>(make(wanted))
    await app.database.owner(
      (sql) =>
        sql`update identity.tokens set created_at = now() - interval '2 days', expires_at = now() - interval '1 day' where id = ${late.token.id}`,
    )
    await expect(app.auth.resolve(bearer(late.secret))).rejects.toMatchObject({ kind: 'unauthorized' })
    expect((await make({ ...wanted, layers: ['police_events'] })).status).toBe(422)
    expect((await make({ ...wanted, expiresInDays: 0 })).status).toBe(422)
    expect((await make({ ...wanted, id: token.id })).status).toBe(422)
  })

  test('writes down where a token was used last', async () => {
    const { secret, token } = await read<MadeToken>(
      app.ask('demo-admin', 'POST', '/api/tokens', {
        name: 'Origo',
        audience: 'public',
        layers: null,
        write: false,
        expiresInDays: 1,
      }),
    )
    const server = another()
    await server.resolve({ ...bearer(secret), address: '198.51.100.4' })
    await server.close()
    const list = await read<TokenInfo[]>(app.ask('demo-admin', 'GET', '/api/tokens'))
    expect(list.find(({ id }) => id === token.id)).toMatchObject({
      lastUsedAddress: '198.51.100.4',
      lastUsedAt: expect.stringMatching(/^\d{4}-/),
    })
  })

  test('refuses an Authorization header that opens nothing, rather than take it for nobody’s', async () => {
    for (const authorization of [
      'Bearer',
      'Bearer x',
      `Bearer tk_${newSecret()}`,
      'Digest a',
      `Bearer ${newSecret()}`,
    ])
      await expect(app.auth.resolve({ cookie: undefined, authorization, address: '' })).rejects.toMatchObject(
        { kind: 'unauthorized' },
      )
  })

  test('knows the operator’s token, and nothing like it', async () => {
    expect(await app.auth.resolve(bearer(testOperatorToken))).toMatchObject({
      operator: true,
      audience: 'admin',
    })
    await expect(app.auth.resolve(bearer(`${testOperatorToken.slice(0, -1)}x`))).rejects.toMatchObject({
      kind: 'unauthorized',
    })
  })

  test('is shut to demo accounts where they are not asked for', async () => {
    const shut = another({ demo: false })
    expect(await shut.signInDemo('demo-admin', visitWith())).toBeUndefined()
    expect(shut.accounts).toEqual([])
    await shut.close()
  })

  test('marks the cookie so that scripts, other sites and plain connections do not get it', async () => {
    const plain = await signIn(app.auth, 'demo-planner')
    expect(plain.setCookie).toMatch(/^tk_session=.+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/)
    const secure = await app.auth.signInDemo('demo-planner', { ...visitWith(), secure: true })
    expect(secure!.setCookie).toMatch(/^__Host-tk_session=.+; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/)
    expect(await audienceOf(app.auth, `a=b; ${secure!.cookie}`)).toBe('planner')
  })
})
