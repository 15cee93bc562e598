import { describe, expect, it } from 'vitest'
import { createAuth } from './auth.ts'

const secret = 'a secret of at least thirty-two characters'
const open = createAuth({ secret, demo: true, operatorToken: 'operator-token' })
const cookieOf = (setCookie: string | undefined) => setCookie?.split(';')[0]

describe('the door', () => {
  it('takes nobody for the public', () => {
    expect(open.identify(undefined, undefined)).toEqual({
      audience: 'public',
      account: null,
      operator: false,
    })
  })

  it('knows a demo account again by its cookie, among other cookies', () => {
    const cookie = cookieOf(open.signIn('demo-police', false))
    expect(open.identify(`theme=dark; ${cookie}`, undefined)).toMatchObject({
      audience: 'police',
      account: { id: 'demo-police' },
    })
  })

  it('takes a cookie with a changed account for the public', () => {
    const cookie = cookieOf(open.signIn('demo-planner', false)) ?? ''
    expect(open.identify(cookie.replace('demo-planner', 'demo-admin'), undefined).audience).toBe('public')
  })

  it('takes a cookie with a later expiry for the public', () => {
    const cookie = cookieOf(open.signIn('demo-planner', false)) ?? ''
    const [account, expires, signature] = cookie.split('.')
    expect(open.identify(`${account}.${Number(expires) + 1}.${signature}`, undefined).audience).toBe('public')
  })

  it('takes a cookie signed elsewhere for the public', () => {
    const other = createAuth({ secret: `${secret}!`, demo: true, operatorToken: 'x' })
    expect(open.identify(cookieOf(other.signIn('demo-admin', false)), undefined).audience).toBe('public')
  })

  it('opens no demo account where demo is off, even with a cookie from when it was on', () => {
    const closed = createAuth({ secret, demo: false, operatorToken: 'operator-token' })
    expect(closed.signIn('demo-planner', false)).toBeUndefined()
    expect(closed.identify(cookieOf(open.signIn('demo-planner', false)), undefined).audience).toBe('public')
  })

  it('marks the cookie HttpOnly and SameSite, and Secure behind TLS', () => {
    expect(open.signIn('demo-planner', true)).toMatch(/HttpOnly; SameSite=Lax; .*; Secure$/)
    expect(open.signIn('demo-planner', false)).not.toContain('Secure')
  })

  it('knows the operator by the whole token only', () => {
    expect(open.identify(undefined, 'Bearer operator-token')).toMatchObject({
      audience: 'admin',
      operator: true,
    })
    expect(open.identify(undefined, 'Bearer operator-toke').audience).toBe('public')
  })
})
