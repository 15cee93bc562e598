import { createHash } from 'node:crypto'
import { generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Me } from '../contract.ts'
import type { Browser } from '../testing/browser.ts'
import { type Impostor, startImpostor } from '../testing/impostor.ts'
import { type SignInTown, signInTown } from '../testing/sign-in-town.ts'
import { engines } from '../testing/test-database.ts'

const engine = engines.includes('postgres') ? 'postgres' : 'embedded'
const isCallback = (url: URL) => url.pathname.startsWith('/auth/callback/')
const clockTolerance = 20

let town: SignInTown
let impostor: Impostor
beforeAll(async () => {
  impostor = await startImpostor('bedragaren')
  town = await signInTown(engine, {
    kommunen: { clockTolerance },
    providers: [impostor.config()],
  })
})
afterAll(async () => {
  await town?.close()
  await impostor?.stop()
})
afterEach(async () => {
  town.municipality.forge(null)
  town.municipality.skew(0)
  await town.municipality.resume()
})

const me = async (browser: Browser) => (await (await browser.fetch('/auth/me')).json()) as Me
/** What the browser was told; '' where it was let in. */
const told = async (browser: Browser): Promise<string> => {
  const signedIn = (await me(browser)).account !== null
  const code = browser.at.pathname === '/logga-in' ? (browser.at.searchParams.get('fel') ?? '') : ''
  // Told of a fault and yet let in would be the worst of all.
  expect(signedIn).toBe(code === '')
  return code
}
const seconds = () => Math.floor(Date.now() / 1000)
/** Signs in until the provider sends the browser back, and stops there. */
const untilCallback = async (options: Parameters<SignInTown['signIn']>[1] = {}) =>
  town.signIn('petra', { ...options, until: isCallback })

describe('an ID token that is not to be believed lets nobody in', () => {
  const attempt = async (forge: (claims: JWTPayload) => JWTPayload | Promise<string> | string) => {
    town.municipality.forge(forge)
    return told(await town.signIn('petra'))
  }

  it('but one that is in order does', async () => {
    expect(await attempt((claims) => claims)).toBe('')
  })

  it.each<[string, (claims: JWTPayload) => JWTPayload]>([
    ['expired', (claims) => ({ ...claims, exp: seconds() - clockTolerance - 5 })],
    ['made an hour ago, though not yet expired', (claims) => ({ ...claims, iat: seconds() - 3600 })],
    ['of another issuer', (claims) => ({ ...claims, iss: 'https://login.example.org' })],
    ['of the police’s provider', (claims) => ({ ...claims, iss: town.police.issuer })],
    ['meant for another client', (claims) => ({ ...claims, aud: 'another-client' })],
    [
      'meant for several, authorized for another',
      (claims) => ({ ...claims, aud: ['trygghetskartan', 'x'], azp: 'x' }),
    ],
    ['of another sign-in (nonce)', (claims) => ({ ...claims, nonce: 'another' })],
    ['without a nonce', ({ nonce: _, ...claims }) => claims],
    ['without a subject', ({ sub: _, ...claims }) => claims],
    ['without an end', ({ exp: _, ...claims }) => claims],
    ['made in the future', (claims) => ({ ...claims, iat: seconds() + 600, exp: seconds() + 900 })],
    ['of no certain time', ({ iat: _, ...claims }) => claims],
    ['about somebody without a name a database can keep', (claims) => ({ ...claims, sub: 'petra\u0000' })],
    ['about somebody with a name without end', (claims) => ({ ...claims, sub: 'p'.repeat(256) })],
    ['not valid yet', (claims) => ({ ...claims, nbf: seconds() + 600 })],
    ['from a future login', (claims) => ({ ...claims, auth_time: seconds() + 600 })],
  ])('%s', async (_, forge) => {
    expect(await attempt(forge)).toBe('refused')
  })

  it('unsigned (alg none)', async () => {
    expect(await attempt((claims) => new UnsecuredJWT(claims).encode())).toBe('refused')
    const [, body] = new UnsecuredJWT({}).encode().split('.')
    expect(body).toBeDefined()
    for (const alg of ['none', 'None', 'NONE', ''])
      expect(await attempt((claims) => `${base64({ alg })}.${base64(claims)}.`), alg).toBe('refused')
  })

  it('signed with a key that is not the provider’s, under its key id', async () => {
    const { privateKey } = await generateKeyPair('RS256')
    const forge = (claims: JWTPayload) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'kommunen-1' }).sign(privateKey)
    expect(await attempt(forge)).toBe('refused')
  })

  it('signed with the client’s secret (HS256 for RS256)', async () => {
    const key = createHash('sha256').update('only-the-test-knows-this-secret').digest()
    for (const secret of [key, Buffer.from('only-the-test-knows-this-secret')])
      expect(
        await attempt((claims) => new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret)),
      ).toBe('refused')
  })

  it('changed after it was signed', async () => {
    const forge = async (claims: JWTPayload) => {
      const [header, , signature] = (await town.municipality.sign(claims)).split('.')
      return `${header}.${base64({ ...claims, groups: ['trygghet-forvaltare'] })}.${signature}`
    }
    expect(await attempt(forge)).toBe('refused')
  })

  it('of another person’s sign-in, replayed', async () => {
    let first = ''
    town.municipality.forge(async (claims) => {
      first ||= await town.municipality.sign(claims)
      return first
    })
    expect(await told(await town.signIn('petra'))).toBe('')
    expect(await told(await town.signIn('johan'))).toBe('refused')
  })
})

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a clock that is not ours', () => {
  it.each([clockTolerance - 5, -(clockTolerance - 5)])('%i seconds off is borne', async (skew) => {
    town.municipality.skew(skew)
    expect(await told(await town.signIn('petra'))).toBe('')
  })

  it.each([clockTolerance + 30, -(clockTolerance + 120), -7200])('%i seconds off is not', async (skew) => {
    town.municipality.skew(skew)
    expect(await told(await town.signIn('petra'))).toBe('refused')
  })

  it('ahead of ours makes no session fresher than now', async () => {
    town.municipality.skew(clockTolerance - 5)
    const { session } = await me(await town.signIn('petra'))
    expect(Date.parse(session?.authenticatedAt ?? '')).toBeLessThanOrEqual(Date.now())
  })
})

describe('a provider’s answer is taken once, from the browser that asked, for the provider that was asked', () => {
  it('is refused a second time, also by the browser itself', async () => {
    const browser = await untilCallback()
    const callback = browser.at.href
    await browser.go(callback)
    expect(await told(browser)).toBe('')
    const again = openOther(browser)
    await again.go(callback)
    expect(await told(again)).toBe('expired')
  })

  it('opens one session where it is sent five times at once', async () => {
    const browser = await untilCallback()
    const { href } = browser.at
    const answers = await Promise.all(Array.from({ length: 5 }, () => browser.fetch(href)))
    const let_in = answers.filter((answer) => answer.headers.get('set-cookie')?.includes('tk_session='))
    expect(let_in).toHaveLength(1)
  })

  it('is refused in another browser: nobody is signed in as somebody else by a link', async () => {
    const attacker = await untilCallback()
    const victim = town.browser()
    await victim.go(attacker.at.href)
    expect(await told(victim)).toBe('expired')
    const halfway = town.browser()
    await halfway.go('/auth/login?provider=polisen')
    const second = await untilCallback()
    await halfway.go(second.at.href)
    expect(await told(halfway)).toBe('expired')
  })

  it('is refused with a state that is missing, changed, doubled or of another kind', async () => {
    for (const change of [
      (query: URLSearchParams) => query.delete('state'),
      (query: URLSearchParams) => query.set('state', 'x'.repeat(43)),
      (query: URLSearchParams) => query.set('state', ''),
      (query: URLSearchParams) => query.set('state', "' or 1=1 --"),
      (query: URLSearchParams) => query.append('state', 'another'),
      (query: URLSearchParams) => query.append('code', 'another'),
      (query: URLSearchParams) => query.set('code', 'another'),
      (query: URLSearchParams) => query.delete('code'),
    ]) {
      const browser = await untilCallback()
      const url = new URL(browser.at)
      change(url.searchParams)
      await browser.go(url)
      expect(['expired', 'refused'], url.search).toContain(await told(browser))
    }
  })

  it('is refused with a changed cookie, or none', async () => {
    for (const change of ['', 'x'.repeat(43), 'short', `${'x'.repeat(42)}"`]) {
      const browser = await untilCallback()
      browser.cookies.get(town.url)?.set('tk_sign_in', change)
      await browser.go(browser.at)
      expect(await told(browser), change).toBe('expired')
    }
  })

  it('is refused after ten minutes', async () => {
    const browser = await untilCallback()
    await town.app.database.owner(
      (sql) => sql`update identity.sign_ins set expires_at = now() - interval '1 second'`,
    )
    await browser.go(browser.at)
    expect(await told(browser)).toBe('expired')
  })

  it('is refused at another provider’s address, and with another issuer’s name in it', async () => {
    const misled = await untilCallback()
    await misled.go(misled.at.href.replace('/callback/kommunen', '/callback/polisen'))
    expect(await told(misled)).toBe('refused')
    const mixed = await untilCallback()
    const url = new URL(mixed.at)
    expect(url.searchParams.get('iss')).toBe(town.municipality.issuer)
    url.searchParams.set('iss', town.police.issuer)
    await mixed.go(url)
    expect(await told(mixed)).toBe('refused')
    const silent = await untilCallback()
    const without = new URL(silent.at)
    without.searchParams.delete('iss')
    await silent.go(without)
    expect(await told(silent)).toBe('refused')
  })

  it('never hands a code of one provider to another', async () => {
    const browser = town.browser()
    // The hostile provider is begun with, and the municipality's answer is sent to its address.
    const begun = await browser.fetch('/auth/login?provider=bedragaren')
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? ''
    const real = await untilCallback({ browser })
    const url = new URL(real.at.href.replace('/callback/kommunen', '/callback/bedragaren'))
    const stolen = url.searchParams.get('code')
    // The hostile one names nobody.
    url.searchParams.delete('iss')
    await browser.go(url)
    expect(await told(browser)).toBe('refused')
    // The hostile one sends people on to the municipality's, in the hope that the code is taken for its own.
    const another = await untilCallback({ browser })
    const onward = new URL(another.at)
    onward.searchParams.set('state', state)
    await browser.go(onward)
    expect(await told(browser)).toBe('refused')
    expect(impostor.received).toHaveLength(0)
    expect(impostor.received.map((form) => form.get('code'))).not.toContain(stolen)
  })

  it('tells a provider’s own fault as refused, and never what the provider wrote', async () => {
    const browser = await untilCallback()
    const url = new URL(browser.at)
    url.searchParams.delete('code')
    url.searchParams.set('error', 'invalid_scope')
    url.searchParams.set('error_description', '<script>alert(1)</script>')
    await browser.go(url)
    expect(await told(browser)).toBe('refused')
    expect(browser.at.href).not.toContain('script')
  })
})

/** Another browser with the same sign-in cookie but no session. */
function openOther(browser: Browser): Browser {
  const other = town.browser()
  const cookie = browser.cookies.get(town.url)?.get('tk_sign_in') ?? ''
  other.cookies.set(town.url, new Map([['tk_sign_in', cookie]]))
  return other
}

describe('what is refused', () => {
  it('stands in the audit trail by its code, and nothing that was sent does', async () => {
    town.municipality.forge((claims) => ({ ...claims, aud: 'another-client' }))
    await town.signIn('petra')
    const read = async () => {
      const [entry] = await town.app.database.owner(
        (sql) =>
          sql`select kind, object, detail, actor_id from audit.entries where action = 'sign-in.refused' order by seq desc limit 1`,
      )
      return entry
    }
    expect(await read()).toEqual({
      kind: 'provider',
      object: 'kommunen',
      detail: { code: 'refused' },
      actor_id: 'public',
    })
  })
})

describe('after sign-in nobody is led away', () => {
  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/%5cevil.example',
    '/%2f%2fevil.example',
    '/\tevil//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    '/auth/login?provider=kommunen',
    '\r\nLocation: https://evil.example',
  ])('to %j', async (returnTo) => {
    const browser = await town.signIn('petra', {
      returnTo,
      until: (url) => url.port !== new URL(town.url).port && !isProvider(url),
    })
    expect(browser.at.href).toBe(`${town.url}/`)
  })

  it('nor from the sign-in page, nor by a step-up', async () => {
    for (const path of ['/auth/login', '/auth/step-up']) {
      const response = await town.browser().fetch(`${path}?return_to=${encodeURIComponent('//evil.example')}`)
      expect(response.headers.get('location')).toBe('/logga-in?till=%2F')
    }
  })
})

const isProvider = (url: URL) => [town.municipality.issuer, town.police.issuer].includes(url.origin)

describe('a provider that does not answer', () => {
  it('is told on the sign-in page before it begins, with the way back kept', async () => {
    const fresh = await signInTown(engine)
    try {
      await fresh.municipality.pause()
      const browser = fresh.browser()
      await browser.go('/auth/login?provider=kommunen&return_to=/planera')
      expect(Object.fromEntries(browser.at.searchParams)).toEqual({
        fel: 'provider-down',
        provider: 'kommunen',
        till: '/planera',
      })
      // The other one is not held up, and the first is asked again as soon as it answers.
      expect((await me(await fresh.signIn('amira', { provider: 'polisen' }))).audience).toBe('police')
      await fresh.municipality.resume()
      expect((await me(await fresh.signIn('petra'))).audience).toBe('planner')
    } finally {
      await fresh.close()
    }
  })

  it('in the middle of a sign-in is told the same, and the next attempt goes through', async () => {
    const browser = await untilCallback()
    const callback = browser.at.href
    await town.municipality.pause()
    await browser.go(callback)
    expect(await told(browser)).toBe('provider-down')
    expect(browser.at.searchParams.get('till')).toBe('/planera')
    await town.municipality.resume()
    await browser.go(callback)
    expect(await told(browser)).toBe('expired')
    await town.signIn('petra', { browser })
    expect(await told(browser)).toBe('')
  })

  it('or answers as one that is out of order, is down too', async () => {
    for (const answer of [
      { status: 500, body: { error: 'server_error' } },
      { status: 503, body: 'closed for repairs' },
    ]) {
      impostor.answer = async () => answer
      const browser = town.browser()
      await browser.go('/auth/login?provider=bedragaren')
      expect(await told(browser)).toBe('provider-down')
    }
  })

  it('or takes the call and says nothing, is given up within seconds', async () => {
    impostor.answer = () => new Promise(() => {})
    const browser = town.browser()
    const started = Date.now()
    await browser.go('/auth/login?provider=bedragaren')
    expect(await told(browser)).toBe('provider-down')
    expect(Date.now() - started).toBeLessThan(15_000)
  })

  it('or refuses the code, is not', async () => {
    impostor.answer = async () => ({ status: 400, body: { error: 'invalid_grant' } })
    const browser = town.browser()
    await browser.go('/auth/login?provider=bedragaren')
    expect(await told(browser)).toBe('refused')
  })

  it('or says it is somebody else, is not asked anything', async () => {
    const other = await startImpostor('annan')
    other.metadata = { ...other.metadata, issuer: town.municipality.issuer }
    const misled = await signInTown(engine, { providers: [other.config()] })
    try {
      const browser = misled.browser()
      const response = await browser.fetch('/auth/login?provider=annan')
      expect(response.headers.get('location')).toMatch(/^\/logga-in\?fel=refused/)
    } finally {
      await misled.close()
      await other.stop()
    }
  })
})
