import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Me } from '@trygghetskartan/api/contract'
import type { Browser } from '@trygghetskartan/api/testing/browser'
import { freePort } from '@trygghetskartan/api/testing/free-port'
import { type SignInTown, signInTown } from '@trygghetskartan/api/testing/sign-in-town'
import { engines } from '@trygghetskartan/api/testing/test-database'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { root } from '../run/setup.mjs'

// org.keycloak:keycloak-quarkus-dist (zip) of Maven Central, unpacked. It takes a minute and 700 MB, so it is run where it is asked for.
const home = process.env.KEYCLOAK_HOME
const admin = { username: 'admin', password: 'only-for-this-run' }

describe.runIf(home)('a real Keycloak with the realm that is shipped', () => {
  let town: SignInTown
  let keycloak: ChildProcess
  let issuer: string

  beforeAll(async () => {
    const folder = join(home ?? '', 'data')
    rmSync(join(folder, 'h2'), { recursive: true, force: true })
    mkdirSync(join(folder, 'import'), { recursive: true })
    for (const file of ['trygghetskartan-realm.json', 'trygghetskartan-users-0.json'])
      cpSync(join(root, 'infra', 'keycloak', file), join(folder, 'import', file))
    const port = await freePort()
    issuer = `http://127.0.0.1:${port}/realms/trygghetskartan`
    town = await signInTown(engines.includes('postgres') ? 'postgres' : 'embedded', {
      providers: [
        {
          id: 'keycloak',
          title: { sv: 'Kommunen', en: 'The municipality' },
          issuer,
          clientId: 'trygghetskartan',
          clientSecret: 'only-for-this-run',
          roles: {
            'trygghet-forvaltare': 'admin',
            'trygghet-planerare': 'planner',
            'trygghet-faltare': 'reporter',
          },
          stepUp: { maxAge: 0, prompt: 'login' },
        },
      ],
    })
    keycloak = spawn(
      join(home ?? '', 'bin', 'kc.sh'),
      ['start-dev', '--import-realm', `--http-port=${port}`, '--http-host=127.0.0.1'],
      {
        env: {
          ...process.env,
          JAVA_OPTS_KC_HEAP: '-Xms128m -Xmx700m',
          KC_BOOTSTRAP_ADMIN_USERNAME: admin.username,
          KC_BOOTSTRAP_ADMIN_PASSWORD: admin.password,
          KEYCLOAK_CLIENT_SECRET: 'only-for-this-run',
          PUBLIC_URL: town.url,
        },
        stdio: 'ignore',
      },
    )
    await vi.waitFor(
      async () => expect((await fetch(`${issuer}/.well-known/openid-configuration`)).ok).toBe(true),
      {
        timeout: 240_000,
        interval: 1000,
      },
    )
  }, 300_000)
  afterAll(async () => {
    await town?.close()
    if (keycloak?.exitCode === null) {
      const ended = new Promise((resolve) => keycloak.once('exit', resolve))
      keycloak.kill()
      await ended
    }
  }, 60_000)

  const me = async (browser: Browser) => (await (await browser.fetch('/auth/me')).json()) as Me
  const signIn = async (username: string, browser = town.browser()) => {
    await browser.go('/auth/login?provider=keycloak&return_to=/planera')
    return browser.submit({ username, password: `${username}-prov-123` })
  }

  it('gives each person the audience of the group, and who has none waits', async () => {
    const planner = await signIn('petra')
    expect(planner.at.href).toBe(`${town.url}/planera`)
    expect(await me(planner)).toMatchObject({ audience: 'planner', account: { name: 'Petra Lindgren' } })
    expect((await me(await signIn('karin'))).audience).toBe('admin')
    expect(await me(await signIn('vera'))).toMatchObject({
      audience: 'public',
      account: { name: 'Vera Vikarie' },
    })
  })

  it('refuses a sign-in without PKCE', async () => {
    const begun = await town.browser().fetch('/auth/login?provider=keycloak')
    const url = new URL(begun.headers.get('location') ?? '')
    url.searchParams.delete('code_challenge')
    url.searchParams.delete('code_challenge_method')
    const browser = await town.browser().go(url)
    expect(browser.at.searchParams.get('fel')).not.toBeNull()
    expect(browser.text).not.toContain('name="username"')
  })

  it('asks anew for a step-up', async () => {
    const browser = await signIn('karin')
    const before = Date.parse((await me(browser)).session?.authenticatedAt ?? '')
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await browser.go('/auth/step-up?return_to=/admin')
    expect(browser.text).toContain('name="password"')
    await browser.submit({ username: 'karin', password: 'karin-prov-123' })
    expect(browser.at.pathname).toBe('/admin')
    expect(Date.parse((await me(browser)).session?.authenticatedAt ?? '')).toBeGreaterThan(before)
  })

  it('refreshes sessions, each token once', async () => {
    const browser = await signIn('petra')
    const due = () =>
      town.app.database.owner(
        (sql) =>
          sql`update identity.sessions set refresh_at = now() - interval '1 second' where ended_at is null`,
      )
    for (let time = 0; time < 2; time += 1) {
      await due()
      expect(await town.app.signIn.refresher.run()).toBeGreaterThan(0)
      expect((await me(browser)).audience).toBe('planner')
    }
  })

  it('signs out together: from here, and from there', async () => {
    const browser = await signIn('petra')
    const response = await browser.fetch('/auth/logout', { method: 'POST' })
    const { endSessionUrl } = (await response.json()) as { endSessionUrl: string }
    await browser.go(endSessionUrl)
    expect(browser.at.href).toBe(`${town.url}/`)
    await signIn('vera', browser)
    await endAtKeycloak('vera')
    await expect.poll(async () => (await me(browser)).account, { timeout: 5000 }).toBeNull()
  })

  async function endAtKeycloak(username: string) {
    const server = new URL(issuer).origin
    const form = { grant_type: 'password', client_id: 'admin-cli', ...admin }
    const token = await fetch(`${server}/realms/master/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    })
    const { access_token } = (await token.json()) as { access_token: string }
    const headers = { authorization: `Bearer ${access_token}` }
    const people = `${server}/admin/realms/trygghetskartan/users`
    const [person] = (await (await fetch(`${people}?username=${username}`, { headers })).json()) as {
      id: string
    }[]
    await fetch(`${people}/${person?.id}/logout`, { method: 'POST', headers })
  }
})
