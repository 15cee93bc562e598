/** A browser as far as sign-in needs one: cookies per origin, redirects, forms. */
export interface Browser {
  /** The address it stands at. */
  readonly at: URL
  /** What it last got. */
  readonly status: number
  readonly text: string
  /** Goes to an address and follows redirects, but not beyond one that `until` matches. */
  go(address: string | URL, until?: (url: URL) => boolean): Promise<Browser>
  /** Sends the page's first form with these fields in it, and those that it holds hidden. */
  submit(fields: Record<string, string>, until?: (url: URL) => boolean): Promise<Browser>
  /** Asks without going there. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** The Cookie header for an origin; changed by hand it is tampered with. */
  readonly cookies: Map<string, Map<string, string>>
}

const longestWalk = 20

/** A new browser without cookies; `home` is the origin of paths. */
export function openBrowser(home: string): Browser {
  const cookies = new Map<string, Map<string, string>>()
  let at = new URL(home)
  let status = 0
  let text = ''

  const jarOf = (origin: string) => {
    const jar = cookies.get(origin) ?? new Map<string, string>()
    cookies.set(origin, jar)
    return jar
  }

  async function ask(url: URL, init: RequestInit = {}): Promise<Response> {
    const jar = jarOf(url.origin)
    const headers = new Headers(init.headers)
    if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin')
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(url, { redirect: 'manual', ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /;\s*max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }

  async function walk(url: URL, init: RequestInit, until: (url: URL) => boolean): Promise<Browser> {
    let next = url
    let response = await ask(next, init)
    for (let step = 0; step < longestWalk; step += 1) {
      at = next
      const location = response.headers.get('location')
      if (!location) break
      next = new URL(location, next)
      if (until(next)) {
        at = next
        break
      }
      await response.arrayBuffer()
      response = await ask(next)
    }
    status = response.status
    text = await response.text()
    return browser
  }

  const browser: Browser = {
    get at() {
      return at
    },
    get status() {
      return status
    },
    get text() {
      return text
    },
    cookies,
    go: (address, until = () => false) => walk(new URL(address, home), {}, until),
    submit: (fields, until = () => false) => {
      const action = /<form[^>]* action="([^"]+)"/.exec(text)?.[1]
      if (!action) throw new Error(`There is no form at ${at.href}: ${text}`)
      const hidden: [string, string][] = [
        ...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g),
      ].map(([, name = '', value = '']) => [name, value])
      const body = new URLSearchParams([...hidden, ...Object.entries(fields)])
      return walk(new URL(action.replaceAll('&amp;', '&'), at), { method: 'POST', body }, until)
    },
    fetch: (path, init) => ask(new URL(path, home), init),
  }
  return browser
}
