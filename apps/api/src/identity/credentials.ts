import type { Asked } from './caller.ts'

/** What opens the door, as a request brought it. */
export type Credential =
  | { readonly kind: 'session' | 'token'; readonly secret: string }
  | { readonly kind: 'operator'; readonly secret: string }
  /** An Authorization header that cannot be anybody's. */
  | { readonly kind: 'unreadable' }

export const tokenPrefix = 'tk_'
const secretForm = /^[A-Za-z0-9_-]{43}$/
const cookieName = 'tk_session'
/** Over TLS the browser itself sees to it that no other host and no plain connection can set the cookie (RFC 6265bis, cookie prefixes). */
const secureCookieName = `__Host-${cookieName}`

/** What a request shows; undefined where it shows nothing. An Authorization header goes before a cookie. */
export function credentialOf({ cookie, authorization }: Asked): Credential | undefined {
  if (authorization) return ofAuthorization(authorization)
  const secret = cookie && (cookieOf(cookie, secureCookieName) ?? cookieOf(cookie, cookieName))
  return secret && secretForm.test(secret) ? { kind: 'session', secret } : undefined
}

function ofAuthorization(header: string): Credential {
  const [scheme = '', value = ''] = header.split(/ +/, 2)
  if (scheme.toLowerCase() === 'bearer') return ofSecret(value)
  // Programs that know only names and passwords, such as QGIS, give the token as the password.
  if (scheme.toLowerCase() === 'basic') {
    const text = Buffer.from(value, 'base64').toString('utf8')
    return ofSecret(text.slice(text.indexOf(':') + 1))
  }
  return { kind: 'unreadable' }
}

function ofSecret(value: string): Credential {
  if (value.startsWith(tokenPrefix)) {
    const secret = value.slice(tokenPrefix.length)
    return secretForm.test(secret) ? { kind: 'token', secret } : { kind: 'unreadable' }
  }
  return secretForm.test(value) ? { kind: 'operator', secret: value } : { kind: 'unreadable' }
}

function cookieOf(cookie: string, name: string): string | undefined {
  for (const part of cookie.split(';')) {
    const trimmed = part.trim()
    if (trimmed.startsWith(`${name}=`)) return trimmed.slice(name.length + 1)
  }
  return undefined
}

/** A Set-Cookie value with the session's secret. */
export const sessionCookie = (secret: string, seconds: number, secure: boolean): string =>
  `${secure ? secureCookieName : cookieName}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`

/** A Set-Cookie value that takes the session's secret out of the browser. */
export const noSessionCookie = (secure: boolean): string => sessionCookie('', 0, secure)
