import { describe, expect, it } from 'vitest'
import { browserCookie, browserOf } from './browser-cookie.ts'

const secret = 'a'.repeat(43)

describe('the cookie of a sign-in under way', () => {
  it('can be set over https by this host alone, and is read back', () => {
    const cookie = browserCookie(secret, true)
    expect(cookie).toBe(`__Host-tk_sign_in=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=600; Secure`)
    expect(browserOf(`other=1; ${cookie.split(';')[0]}`, true)).toBe(secret)
  })

  it('is not taken over https from a cookie that anybody could have set', () => {
    expect(browserOf(`tk_sign_in=${secret}`, true)).toBeUndefined()
  })

  it.each(['', 'tk_sign_in=', 'tk_sign_in=short', `tk_sign_in=${secret}x`, `xtk_sign_in=${secret}`])(
    'is none in %j',
    (header) => {
      expect(browserOf(header, false)).toBeUndefined()
    },
  )
})
