import { signInMinutes } from './begin-sign-in.ts'

const name = (secure: boolean) => (secure ? '__Host-tk_sign_in' : 'tk_sign_in')
const form = /^[A-Za-z0-9_-]{43}$/

/** The secret that a browser has while its sign-ins are under way: one for all its tabs. */
export function browserOf(cookie: string | undefined, secure: boolean): string | undefined {
  const prefix = `${name(secure)}=`
  const found = cookie
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix))
    ?.slice(prefix.length)
  return found && form.test(found) ? found : undefined
}

/** A Set-Cookie value. Lax: the provider's redirect is a navigation of the browser's own. */
export const browserCookie = (secret: string, secure: boolean): string =>
  `${name(secure)}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${signInMinutes * 60}${secure ? '; Secure' : ''}`
