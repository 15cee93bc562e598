import { setTimeout as sleep } from 'node:timers/promises'
import { decodeJwt, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Me } from '../contract.ts'
import type { SignedOut } from '../contract-identity.ts'
import { takeDueRefreshes } from '../queries/provider-sessions.ts'
import type { Browser } from '../testing/browser.ts'
import { logoutEvent } from '../testing/identity-provider.ts'
import { type SignInTown, signInTown } from '../testing/sign-in-town.ts'
import { engines } from '../testing/test-database.ts'

const me = async (browser: Browser) => (await (await browser.fetch('/auth/me')).json()) as Me

describe.each(engines)('a session opened at a provider, on %s', (engine) => {
  let town: SignInTown
  beforeAll(async () => {
    town = await signInTown(engine, { kommunen: { refreshGrace: 120 } })
  })
  afterAll(() => town?.close())
  afterEach(async () => {
    await town.municipality.resume()
    town.municipality.forge(null)
    town.municipality.person('petra').enabled = true
    town.municipality.person('petra').groups = ['trygghet-planerare']
  })

  /** Its time to be refreshed has come; how many were. */
  const due = () =>
    town.app.database.owner(
      (sql) =>
        sql`update identity.sessions set refresh_at = now() - interval '1 second' where refresh_token is not null and ended_at is null`,
    )
  const refresh = async () => {
    await due()
    return town.app.signIn.refresher.run()
  }
  const row = async (browser: Browser) => {
    const id = (await me(browser)).session?.id ?? null
    const [found] = await town.app.database.owner(
      (sql) => sql`select * from identity.sessions where id = ${id}`,
    )
    return found
  }
  /** Only what this test opens is to be refreshed. */
  const fresh = async (username = 'petra') => {
    await town.app.database.owner(
      (sql) => sql`update identity.sessions set ended_at = now(), ended_why = 'self' where ended_at is null`,
    )
    return town.signIn(username)
  }

  it('is due when nine tenths of the access token’s life are over', async () => {
    const browser = await fresh()
    const due = (await row(browser))?.refresh_at as Date
    expect((due.getTime() - Date.now()) / 1000).toBeGreaterThan(3200)
    expect((due.getTime() - Date.now()) / 1000).toBeLessThanOrEqual(3240)
    expect(await town.app.signIn.refresher.run()).toBe(0)
  })

  it('is refreshed with a refresh token that is used once, again and again', async () => {
    const browser = await fresh()
    const tokens = new Set([(await row(browser))?.refresh_token])
    for (let time = 0; time < 3; time += 1) {
      expect(await refresh()).toBe(1)
      tokens.add((await row(browser))?.refresh_token)
    }
    expect(tokens.size).toBe(4)
    expect((await me(browser)).audience).toBe('planner')
  })

  it('follows the person’s groups without a new sign-in, and the trail tells', async () => {
    const browser = await fresh()
    town.municipality.person('petra').groups = ['trygghet-forvaltare']
    await refresh()
    await expect.poll(async () => (await me(browser)).audience).toBe('admin')
    town.municipality.person('petra').groups = []
    await refresh()
    await expect.poll(async () => (await me(browser)).audience).toBe('public')
    const [entry] = await town.app.database.owner(
      (sql) =>
        sql`select actor_id, before, after from audit.entries where action = 'account.changed' order by seq desc limit 1`,
    )
    expect(entry).toEqual({
      actor_id: 'provider:kommunen',
      before: { audience: 'admin' },
      after: { audience: null },
    })
  })

  it('keeps the role an administrator gave, whatever the groups say', async () => {
    const browser = await fresh()
    const { account } = await me(browser)
    await town.app.database.owner(
      (sql) =>
        sql`update identity.accounts set audience = 'reporter', audience_by = 'admin' where id = ${account!.id}`,
    )
    await refresh()
    await expect.poll(async () => (await me(browser)).audience).toBe('reporter')
    await town.app.database.owner(
      (sql) => sql`update identity.accounts set audience_by = 'claims' where id = ${account!.id}`,
    )
  })

  it('ends when the provider refuses, and says so', async () => {
    const browser = await fresh()
    const { session } = await me(browser)
    town.municipality.person('petra').enabled = false
    await refresh()
    await expect.poll(async () => (await me(browser)).account).toBeNull()
    const [ended] = await town.app.database.owner(
      (sql) => sql`select ended_why from identity.sessions where id = ${session!.id}`,
    )
    expect(ended).toEqual({ ended_why: 'provider' })
  })

  it('ends when the refreshed token is about somebody else, or signed by somebody else', async () => {
    const { privateKey } = await generateKeyPair('RS256')
    for (const forge of [
      (claims: object) => ({ ...claims, sub: 'karin' }),
      (claims: object) =>
        new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'kommunen-1' }).sign(privateKey),
    ]) {
      town.municipality.forge(null)
      const browser = await fresh()
      town.municipality.forge(forge)
      await refresh()
      await expect.poll(async () => (await me(browser)).account).toBeNull()
    }
  })

  it('goes on while the provider does not answer, but not for longer than is allowed', async () => {
    const browser = await fresh()
    await town.municipality.pause()
    expect(await refresh()).toBe(1)
    expect((await me(browser)).audience).toBe('planner')
    // It is asked again later, not at each request.
    const due = (await row(browser))?.refresh_at as Date
    expect(due.getTime()).toBeGreaterThan(Date.now() + 30_000)
    await town.municipality.resume()
    await refresh()
    expect((await me(browser)).audience).toBe('planner')
    await town.municipality.pause()
    const now = Date.now()
    await refresh()
    const later = new Date(now + 121_000)
    await town.app.signIn.refresher.run(later)
    await expect.poll(async () => (await me(browser)).account).toBeNull()
  })

  it('is refreshed by one of several that ask at once', async () => {
    const browser = await fresh()
    await town.app.database.owner(
      (sql) =>
        sql`update identity.sessions set refresh_at = now() - interval '1 second' where ended_at is null`,
    )
    const counts = await Promise.all([1, 2, 3].map(() => town.app.signIn.refresher.run()))
    expect(counts.reduce((a, b) => a + b)).toBe(1)
    expect((await me(browser)).audience).toBe('planner')
  })

  it.runIf(engine === 'postgres')(
    'is taken up by one of several servers, and no other waits for it',
    async () => {
      await fresh()
      await due()
      const lease = new Date(Date.now() + 60_000)
      const taken = Promise.withResolvers<void>()
      const enough = Promise.withResolvers<void>()
      const take = (then = async () => {}) =>
        town.app.database.door(async (sql) => {
          const found = await takeDueRefreshes(sql, new Date(), lease, 20)
          await then()
          return found.length
        })
      const first = take(async () => {
        taken.resolve()
        await enough.promise
      })
      await taken.promise
      const second = await Promise.race([take(), sleep(3000, 'it waits')])
      enough.resolve()
      expect([await first, second, await take()]).toEqual([1, 0, 0])
    },
  )

  it('is signed out here and at the provider', async () => {
    const browser = await fresh()
    const response = await browser.fetch('/auth/logout', { method: 'POST' })
    const { endSessionUrl } = (await response.json()) as SignedOut
    expect((await me(browser)).account).toBeNull()
    const sent = new URL(endSessionUrl ?? '').searchParams
    expect(sent.get('post_logout_redirect_uri')).toBe(`${town.url}/`)
    expect(decodeJwt(sent.get('id_token_hint') ?? '').sub).toBe('petra')
    await browser.go(endSessionUrl ?? '')
    await browser.submit({ logout: 'yes' })
    expect(browser.at.href).toBe(`${town.url}/`)
    // The provider asks for name and password again.
    await browser.go('/auth/login?provider=kommunen')
    expect(browser.text).toContain('name="username"')
  })

  it('ends in every browser when the person signs out at the provider', async () => {
    const desk = await fresh()
    const phone = await town.signIn('petra')
    const other = await town.signIn('karin')
    expect(await town.municipality.endSessions('petra')).toContain(200)
    await expect.poll(async () => (await me(desk)).account).toBeNull()
    await expect.poll(async () => (await me(phone)).account).toBeNull()
    expect((await me(other)).audience).toBe('admin')
  })

  it('is signed out here also when the provider does not answer', async () => {
    const browser = await fresh()
    await town.municipality.pause()
    const response = await browser.fetch('/auth/logout', { method: 'POST' })
    expect(response.status).toBe(200)
    expect((await me(browser)).account).toBeNull()
  })
})

const engine = engines.includes('postgres') ? 'postgres' : 'embedded'

describe('a logout token', () => {
  let town: SignInTown
  let browser: Browser
  beforeAll(async () => {
    town = await signInTown(engine, { kommunen: { clockTolerance: 20 } })
    browser = await town.signIn('petra')
  })
  afterAll(() => town?.close())

  const seconds = () => Math.floor(Date.now() / 1000)
  const claims = (changes: Record<string, unknown> = {}) => ({
    iss: town.municipality.issuer,
    aud: 'trygghetskartan',
    sub: 'petra',
    iat: seconds(),
    exp: seconds() + 120,
    jti: crypto.randomUUID(),
    events: { [logoutEvent]: {} },
    ...changes,
  })
  const send = async (logout_token: string, provider = 'kommunen') =>
    (
      await fetch(`${town.url}/auth/backchannel-logout/${provider}`, {
        method: 'POST',
        body: new URLSearchParams({ logout_token }),
      })
    ).status
  const signed = (changes?: Record<string, unknown>) =>
    town.municipality.sign(claims(changes), { typ: 'logout+jwt' })

  it.each<[string, Record<string, unknown>]>([
    ['of another issuer', { iss: 'https://login.example.org' }],
    ['for another client', { aud: 'another-client' }],
    ['that has expired', { exp: Math.floor(Date.now() / 1000) - 60 }],
    ['of an hour ago', { iat: Math.floor(Date.now() / 1000) - 3600 }],
    ['from the future', { iat: Math.floor(Date.now() / 1000) + 3600 }],
    ['without a time', { iat: undefined }],
    ['without the event', { events: {} }],
    ['without any event', { events: undefined }],
    ['with a nonce: an ID token', { nonce: 'n' }],
    ['about nobody', { sub: undefined }],
    ['without an id of its own', { jti: undefined }],
  ])('%s is refused and ends nothing', async (_, changes) => {
    expect(await send(await signed(changes))).toBe(400)
    expect((await me(browser)).account).not.toBeNull()
  })

  it('unsigned, foreign, of another kind or sent to another provider is refused', async () => {
    const { privateKey } = await generateKeyPair('RS256')
    const foreign = new SignJWT(claims()).setProtectedHeader({ alg: 'RS256', kid: 'kommunen-1' })
    const byName = new SignJWT(claims()).setProtectedHeader({ alg: 'HS256' })
    for (const token of [
      new UnsecuredJWT(claims()).encode(),
      await foreign.sign(privateKey),
      await byName.sign(Buffer.from('only-the-test-knows-this-secret')),
      'not.a.token',
      '',
    ])
      expect(await send(token)).toBe(400)
    expect(await send(await signed(), 'polisen')).toBe(400)
    expect(await send(await signed(), 'ingen')).toBe(404)
    expect((await me(browser)).account).not.toBeNull()
  })

  it('ends the person’s sessions once; used again it ends nothing that was opened since', async () => {
    const token = await signed()
    expect(await send(token)).toBe(200)
    await expect.poll(async () => (await me(browser)).account).toBeNull()
    await town.signIn('petra', { browser })
    expect(await send(token)).toBe(400)
    expect((await me(browser)).account).not.toBeNull()
  })

  it('about somebody at one provider ends nothing of the same name at another', async () => {
    const officer = await town.signIn('petra', { provider: 'polisen' })
    expect(await send(await signed())).toBe(200)
    expect((await me(officer)).audience).toBe('police')
  })

  it('is taken from the provider alone: the endpoint needs no cookie and gives none', async () => {
    const response = await fetch(`${town.url}/auth/backchannel-logout/kommunen`, {
      method: 'POST',
      body: new URLSearchParams({ logout_token: await signed() }),
    })
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('cannot be judged while the keys cannot be had: it is to be sent again', async () => {
    const token = await signed()
    const cold = await signInTown(engine)
    await cold.municipality.pause()
    const response = await fetch(`${cold.url}/auth/backchannel-logout/kommunen`, {
      method: 'POST',
      body: new URLSearchParams({ logout_token: token }),
    })
    expect(response.status).toBe(503)
    await cold.close()
  })
})

describe('a step-up', () => {
  let town: SignInTown
  beforeAll(async () => {
    town = await signInTown(engine, {
      kommunen: { stepUp: { maxAge: 0, prompt: 'login' }, clockTolerance: 5 },
    })
  })
  afterAll(() => town?.close())

  const age = (browser: Browser) =>
    me(browser).then(({ session }) => (Date.now() - Date.parse(session?.authenticatedAt ?? '')) / 1000)
  /** The session as it is an hour after sign-in. */
  const anHourLater = (browser: Browser) =>
    me(browser).then(({ session }) =>
      town.app.database.owner(
        (sql) =>
          sql`update identity.sessions set authenticated_at = now() - interval '1 hour' where id = ${session!.id}`,
      ),
    )

  it('asks for the password although the provider knows the person, and makes the session fresh', async () => {
    const browser = await town.signIn('karin')
    await anHourLater(browser)
    await expect.poll(() => age(browser)).toBeGreaterThan(3000)
    const before = (await me(browser)).session?.id
    await browser.go('/auth/step-up?return_to=/admin')
    expect(browser.text).toContain('name="username"')
    await browser.submit({ username: 'karin', password: 'karin-prov' })
    expect(browser.at.pathname).toBe('/admin')
    expect(await age(browser)).toBeLessThan(30)
    expect((await me(browser)).session?.id).not.toBe(before)
  })

  it('opens what needs a fresh sign-in', async () => {
    const browser = await town.signIn('karin')
    const makeToken = () =>
      browser.fetch('/api/tokens', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          name: 'QGIS',
          audience: 'planner',
          layers: null,
          write: false,
          expiresInDays: 1,
        }),
      })
    await anHourLater(browser)
    await expect.poll(async () => (await makeToken()).status).toBe(401)
    await browser.go('/auth/step-up?return_to=/admin')
    await browser.submit({ username: 'karin', password: 'karin-prov' })
    expect((await makeToken()).status).toBe(201)
  })

  it('is not passed by taking the demand out of the address', async () => {
    const browser = await town.signIn('karin')
    town.municipality.forge((claims) => ({ ...claims, auth_time: Math.floor(Date.now() / 1000) - 3600 }))
    const begun = await browser.fetch('/auth/step-up?return_to=/admin')
    const url = new URL(begun.headers.get('location') ?? '')
    url.searchParams.delete('max_age')
    url.searchParams.delete('prompt')
    await browser.go(url)
    expect(browser.at.searchParams.get('fel')).toBe('not-fresh')
    town.municipality.forge(({ auth_time: _, ...claims }) => claims)
    const again = new URL((await browser.fetch('/auth/step-up')).headers.get('location') ?? '')
    again.searchParams.delete('max_age')
    again.searchParams.delete('prompt')
    await browser.go(again)
    expect(browser.at.searchParams.get('fel')).toBe('not-fresh')
    town.municipality.forge(null)
  })

  it('by somebody else is refused', async () => {
    const browser = await town.signIn('karin')
    await browser.go('/auth/step-up?return_to=/admin')
    await browser.submit({ username: 'petra', password: 'petra-prov' })
    // The provider first ends the other person's session there, by a form that sends itself.
    await browser.submit({})
    expect(browser.at.searchParams.get('fel')).toBe('other-account')
    // And it told that the other person's session is over.
    expect((await me(browser)).account).toBeNull()
  })

  it('is fresh for nobody whose provider does not say when', async () => {
    town.municipality.forge(({ auth_time: _, ...claims }) => claims)
    const browser = await town.signIn('karin')
    town.municipality.forge(null)
    expect(await age(browser)).toBeGreaterThanOrEqual(15 * 60)
  })

  it('sends who is not signed in to the sign-in page', async () => {
    const response = await town.browser().fetch('/auth/step-up?return_to=/admin')
    expect(response.headers.get('location')).toBe('/logga-in?till=%2Fadmin')
  })

  it('can ask for a stronger way to sign in, and takes no weaker', async () => {
    const strong = await signInTown(engine, {
      kommunen: { stepUp: { maxAge: 0, acrValues: ['urn:example:two-factors'] }, clockTolerance: 5 },
    })
    try {
      const browser = await strong.signIn('karin')
      await browser.go('/auth/step-up?return_to=/admin')
      await browser.submit({ username: 'karin', password: 'karin-prov' })
      expect(browser.at.pathname).toBe('/admin')
      strong.municipality.forge((claims) => ({ ...claims, acr: 'urn:example:password' }))
      await browser.go('/auth/step-up?return_to=/admin')
      if (browser.text.includes('name="username"'))
        await browser.submit({ username: 'karin', password: 'karin-prov' })
      expect(browser.at.searchParams.get('fel')).toBe('not-fresh')
    } finally {
      await strong.close()
    }
  })
})
