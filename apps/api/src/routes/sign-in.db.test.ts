import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Me } from '../contract.ts'
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

  it('goes through the provider’s login page and back to where it began', async () => {
    const browser = await town.signIn('petra', { returnTo: '/planera?z=14' })
    expect(browser.at.href).toBe(`${town.url}/planera?z=14`)
    expect(await me(browser)).toMatchObject({ audience: 'planner', account: { name: 'Petra Lindgren' } })
  })
})
