import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type Browser, openBrowser } from './browser.ts'
import { freePort } from './free-port.ts'
import {
  type IdentityProvider,
  type IdentityProviderOptions,
  startIdentityProvider,
} from './identity-provider.ts'
import { policePeople, policeRoles } from './identity-provider-people.ts'
import { type TestApp, testApp } from './test-app.ts'
import type { Engine } from './test-database.ts'

/** The product on a port of its own, with a provider for the municipality and one for the police. */
export interface SignInTown {
  readonly app: TestApp
  readonly url: string
  readonly municipality: IdentityProvider
  readonly police: IdentityProvider
  browser(): Browser
  /** Walks all the way through a provider's login page. */
  signIn(username: string, options?: SignInWalk): Promise<Browser>
  close(): Promise<void>
}

export interface SignInWalk {
  readonly browser?: Browser
  readonly provider?: 'kommunen' | 'polisen'
  readonly returnTo?: string
  readonly until?: (url: URL) => boolean
}

export interface TownOptions {
  readonly municipality?: Partial<IdentityProviderOptions>
  readonly police?: Partial<IdentityProviderOptions>
  /** Changes of the product's configuration of the providers. */
  readonly kommunen?: Record<string, unknown>
  readonly polisen?: Record<string, unknown>
  /** More entries of the product's configuration. */
  readonly providers?: readonly Record<string, unknown>[]
  readonly variables?: NodeJS.ProcessEnv
}

export async function signInTown(engine: Engine, options: TownOptions = {}): Promise<SignInTown> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const municipality = await startIdentityProvider({
    id: 'kommunen',
    publicUrl: url,
    ...options.municipality,
  })
  const police = await startIdentityProvider({
    id: 'polisen',
    publicUrl: url,
    people: policePeople(),
    roles: policeRoles,
    ...options.police,
  })
  const providers = [
    municipality.config(options.kommunen),
    police.config(options.polisen),
    ...(options.providers ?? []),
  ]
  const variables = {
    PUBLIC_URL: url,
    OIDC_PROVIDERS: JSON.stringify(providers),
    RATE_LIMITS: 'off',
    ...options.variables,
  }
  const app = await testApp(engine, { variables })
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  return {
    app,
    url,
    municipality,
    police,
    browser: () => openBrowser(url),
    signIn: async (username, walk = {}) => {
      const { browser = openBrowser(url), provider = 'kommunen', returnTo = '/planera', until } = walk
      const query = new URLSearchParams({ provider, return_to: returnTo })
      await browser.go(`/auth/login?${query}`, until)
      // A provider that knows the person still asks nothing.
      if (!browser.text.includes('name="username"')) return browser
      return browser.submit({ username, password: `${username}-prov` }, until)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await app.close()
      await Promise.all([municipality.stop(), police.stop()])
    },
  }
}
