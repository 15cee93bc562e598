import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Config, Me } from '../contract.ts'
import type { Browser } from '../testing/browser.ts'
import { type SignInTown, signInTown } from '../testing/sign-in-town.ts'
import { engines } from '../testing/test-database.ts'

const me = async (browser: Browser) => (await (await browser.fetch('/auth/me')).json()) as Me

describe.each(engines)('sign-in at a provider on %s', (engine) => {
  let town: SignInTown
  beforeAll(async () => {
    town = await signInTown(engine)
  })
  afterAll(() => town?.close())

  it('is offered by name', async () => {
    const config = (await (await town.browser().fetch('/api/config')).json()) as Config
    expect(config.providers.map(({ id }) => id)).toEqual(['kommunen', 'polisen'])
    expect(JSON.stringify(config)).not.toMatch(/secret|clientId|trygghet-planerare/)
  })

  it('goes through the provider’s login page and back to where it began', async () => {
    const browser = await town.signIn('petra', { returnTo: '/planera?z=14' })
    expect(browser.at.href).toBe(`${town.url}/planera?z=14`)
    expect(await me(browser)).toMatchObject({ audience: 'planner', account: { name: 'Petra Lindgren' } })
  })

  it('asks with PKCE, a state, a nonce and no secret, and remembers the browser by a cookie no script reads', async () => {
    const response = await town.browser().fetch('/auth/login?provider=kommunen')
    const sent = new URL(response.headers.get('location') ?? '').searchParams
    expect(sent.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(sent.get(name)?.length, name).toBeGreaterThanOrEqual(43)
    expect(sent.get('redirect_uri')).toBe(`${town.url}/auth/callback/kommunen`)
    expect(sent.has('client_secret')).toBe(false)
    expect(response.headers.get('set-cookie')).toMatch(
      /^tk_sign_in=.{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/,
    )
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it.each([
    ['elias', 'reporter'],
    ['karin', 'admin'],
  ])('gives %s the audience of the groups: %s', async (username, audience) => {
    expect((await me(await town.signIn(username))).audience).toBe(audience)
  })

  it('lets a person without a role in, signed in and waiting, with the public’s eyes', async () => {
    const browser = await town.signIn('vera')
    expect(browser.at.pathname).toBe('/planera')
    expect(await me(browser)).toMatchObject({ audience: 'public', account: { name: 'Vera Vikarie' } })
    expect((await browser.fetch('/api/layers/patrol_zones/items')).status).toBe(404)
  })

  it('gives at each provider only what that provider may give', async () => {
    town.municipality.person('vera').groups = ['omradespolis', 'police', 'trygghet-planerare']
    expect((await me(await town.signIn('vera'))).audience).toBe('planner')
    town.municipality.person('vera').groups = ['omradespolis', 'police']
    expect((await me(await town.signIn('vera'))).audience).toBe('public')
    const officer = await town.signIn('amira', { provider: 'polisen' })
    expect((await me(officer)).audience).toBe('police')
    town.municipality.person('vera').groups = []
  })

  it('keeps people of two providers apart who have one user name', async () => {
    const planner = await me(await town.signIn('petra'))
    const officer = await me(await town.signIn('petra', { provider: 'polisen' }))
    expect([planner.audience, officer.audience]).toEqual(['planner', 'police'])
    expect(officer.account?.id).not.toBe(planner.account?.id)
  })

  it('follows the groups at the next sign-in, to the same account', async () => {
    const before = await me(await town.signIn('johan'))
    town.municipality.person('johan').groups = ['trygghet-faltare']
    const after = await me(await town.signIn('johan'))
    expect(after.account?.id).toBe(before.account?.id)
    expect([before.audience, after.audience]).toEqual(['planner', 'reporter'])
  })

  it('gives a new session each time and ends the one the browser had', async () => {
    const browser = await town.signIn('petra')
    const first = browser.cookies.get(town.url)?.get('tk_session')
    await town.signIn('petra', { browser })
    const second = browser.cookies.get(town.url)?.get('tk_session')
    expect(second).not.toBe(first)
    const stale = await fetch(`${town.url}/auth/me`, { headers: { cookie: `tk_session=${first}` } })
    expect(((await stale.json()) as Me).account).toBeNull()
    expect((await me(browser)).account).not.toBeNull()
  })

  it('does not take over a session cookie that somebody planted', async () => {
    const browser = town.browser()
    const planted = 'p'.repeat(43)
    browser.cookies.set(town.url, new Map([['tk_session', planted]]))
    await town.signIn('petra', { browser })
    expect(browser.cookies.get(town.url)?.get('tk_session')).not.toBe(planted)
  })

  it('finishes in two tabs of one browser', async () => {
    const browser = town.browser()
    const begin = async () =>
      (await browser.fetch('/auth/login?provider=kommunen')).headers.get('location') ?? ''
    const [one, two] = [await begin(), await begin()]
    await browser.go(two)
    await browser.submit({ username: 'petra', password: 'petra-prov' })
    expect(browser.at.pathname).toBe('/')
    await browser.go(one)
    expect(browser.at.href).toBe(`${town.url}/`)
    expect((await me(browser)).account?.name).toBe('Petra Lindgren')
  })

  it('is told on the sign-in page when the person says no', async () => {
    const browser = town.browser()
    await browser.go('/auth/login?provider=kommunen&return_to=/planera')
    await browser.submit({ cancel: '1' })
    expect(browser.at.pathname).toBe('/logga-in')
    expect(Object.fromEntries(browser.at.searchParams)).toEqual({
      fel: 'denied',
      provider: 'kommunen',
      till: '/planera',
    })
    expect((await me(browser)).account).toBeNull()
  })

  it('goes to the sign-in page where several could be meant, and is refused for one that is not there', async () => {
    const browser = town.browser()
    await browser.go('/auth/login?return_to=/planera')
    expect(browser.at.href).toBe(`${town.url}/logga-in?till=%2Fplanera`)
    expect((await browser.fetch('/auth/login?provider=ingen')).status).toBe(404)
    expect((await browser.fetch('/auth/callback/ingen?code=x&state=y')).status).toBe(404)
  })

  it('is closed to an account that an administrator has disabled', async () => {
    const { account } = await me(await town.signIn('elias'))
    const admin = await town.signIn('karin')
    const changed = await admin.fetch(`/api/accounts/${account?.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ enabled: false }),
    })
    expect(changed.status).toBe(200)
    const browser = await town.signIn('elias')
    expect(browser.at.searchParams.get('fel')).toBe('disabled')
    expect((await me(browser)).account).toBeNull()
  })

  it('keeps no token of a provider in the clear, nor a code, state or nonce', async () => {
    const browser = town.browser()
    await browser.go('/auth/login?provider=polisen')
    const begun = new URL(browser.at.href).searchParams
    await town.signIn('petra')
    const rows = await town.app.database.owner(
      (sql) => sql`
        select to_jsonb(s)::text as row from identity.sessions s
        union all select to_jsonb(i)::text from identity.sign_ins i
        union all select to_jsonb(e)::text from audit.entries e`,
    )
    const kept = rows.map(({ row }) => row).join('\n')
    expect(kept).toContain('refresh_token')
    expect(kept).not.toMatch(/eyJ[A-Za-z0-9_-]+\.eyJ/)
    const cookie = browser.cookies.get(town.url)?.get('tk_sign_in') ?? 'missing'
    for (const secret of [cookie, begun.get('state'), begun.get('nonce')].filter(Boolean))
      expect(kept).not.toContain(secret)
  })

  it('writes sessions down in the audit trail, with the provider', async () => {
    const session = (await me(await town.signIn('petra'))).session?.id ?? ''
    const [entry] = await town.app.database.owner(
      (sql) => sql`select action, detail, actor_name from audit.entries where object = ${session}`,
    )
    expect(entry).toMatchObject({
      action: 'session.opened',
      detail: { provider: 'kommunen' },
      actor_name: 'Petra Lindgren',
    })
  })
})

describe('groups that only the userinfo answer holds', () => {
  it('give the role all the same', async () => {
    const town = await signInTown('embedded', { municipality: { groupsIn: 'userinfo' } })
    try {
      expect(await me(await town.signIn('petra'))).toMatchObject({
        audience: 'planner',
        account: { name: 'Petra Lindgren' },
      })
    } finally {
      await town.close()
    }
  })
})
