import { type SignInTown, signInTown } from '@trygghetskartan/api/testing/sign-in-town'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { visit } from './open-browser.ts'

/** The product over a fresh database with the provider of a municipality and one of the police, each a real one. */
export const openTown = (): Promise<SignInTown> =>
  signInTown('embedded', {
    kommunen: { title: { sv: 'Kommunen', en: 'The municipality' } },
    polisen: { title: { sv: 'Polisen', en: 'The police' } },
  })

/** Fills in the provider's own login page. */
export async function prove(page: Page, username: string): Promise<void> {
  await page.getByLabel('Användarnamn').fill(username)
  await page.getByLabel('Lösenord').fill(`${username}-prov`)
  await page.getByRole('button', { name: 'Legitimera' }).click()
}

/** Somebody at a screen of their own who has signed in at the municipality. */
export async function arrive(
  browser: Browser,
  town: SignInTown,
  username: string,
  screen: Parameters<typeof visit>[3] = {},
) {
  const visitor = await visit(browser, town.url, undefined, screen)
  await visitor.page.goto(`${town.url}/logga-in`)
  await visitor.page.getByRole('link', { name: 'Logga in via Kommunen' }).click()
  await prove(visitor.page, username)
  await visitor.page.waitForURL((url) => url.origin === town.url && !/inlogga|logga-in/.test(url.pathname))
  return {
    ...visitor,
    close: async () => {
      await visitor.context.close()
      expect(visitor.troubles).toEqual([])
    },
  }
}

/** Lets an account's sign-in have been made so long ago that it no longer counts as fresh. */
export const ageSignIns = (town: SignInTown): Promise<unknown> =>
  town.app.database.owner(
    (sql) => sql`update identity.sessions set authenticated_at = now() - interval '20 minutes'`,
  )
