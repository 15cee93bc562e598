import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { residentsOf } from '@trygghetskartan/api/testing/residents'
import type { SignInTown } from '@trygghetskartan/api/testing/sign-in-town'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { expectAccessible, isQuiet, openBrowser, visit } from './open-browser.ts'
import { arrive, openTown } from './open-town.ts'

vi.setConfig({ testTimeout: 120_000 })

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
const sections = ['Personer', 'Sessioner', 'Nycklar', 'Importer', 'Gallring', 'Spårlogg', 'Drift']
/** One row that holds, one that does not. */
const table = 'id;Namn;Status;lon;lat\nK1;Resecentrum;Idé;14,15;56,03\nK2;;Idé;14,16;56,03\n'

describe('the administrators’ face', () => {
  let town: SignInTown
  let browser: Browser

  beforeAll(async () => {
    ;[town, browser] = await Promise.all([openTown(), openBrowser()])
    // People to look at: one waits for a role.
    for (const username of ['petra', 'vera']) await town.signIn(username)
  }, 300_000)

  afterAll(async () => {
    await browser?.close()
    await town?.close()
  })

  const admin = async (screen?: Parameters<typeof arrive>[3]): Promise<Page> => {
    const visitor = await arrive(browser, town, 'karin', screen)
    onTestFinished(visitor.close)
    return visitor.page
  }
  const settled = (page: Page) =>
    page.waitForFunction(() => !document.querySelector('[aria-busy="true"], [role="status"][aria-label]'))
  const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

  test('every section opens from the menu, is a link of its own, and axe finds nothing', async () => {
    const page = await admin()
    const menu = page.getByRole('navigation', { name: 'Delar av administrationen' })
    for (const section of sections) {
      await menu.getByRole('link', { name: section }).click()
      await page.getByRole('heading', { level: 2, name: section, exact: true }).waitFor()
      await settled(page)
      await expectAccessible(page)
    }
    await page.goBack()
    await page.getByRole('heading', { level: 2, name: 'Spårlogg' }).waitFor()
  })

  test('every section holds on a small phone in the dark, chosen from a list', async () => {
    const page = await admin({ ...phone, colorScheme: 'dark' })
    for (const section of sections) {
      await page.getByRole('combobox', { name: 'Del', exact: true }).selectOption({ label: section })
      await page.getByRole('heading', { level: 2, name: section, exact: true }).waitFor()
      await settled(page)
      await expectAccessible(page)
      expect(await sideways(page), `${section} sticks out sideways`).toBeLessThanOrEqual(0)
    }
  })

  test('a person is found, given a role, shut out and let in; the last administrator stays', async () => {
    const page = await admin()
    await page.goto(`${town.url}/admin/personer?find=vera`)
    await page.getByRole('button', { name: 'Hantera Vera Vikarie' }).click()
    const dialog = page.getByRole('dialog', { name: 'Vera Vikarie' })
    await dialog.getByRole('combobox', { name: 'Roll för Vera Vikarie' }).selectOption('reporter')
    await dialog.getByText('Satt av en administratör.').waitFor()
    await dialog.getByRole('switch', { name: 'Får logga in' }).click()
    await dialog.getByText('Inga öppna sessioner').waitFor()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Stäng' }).click()
    await page.getByRole('table').getByText('Avstängd').waitFor()

    await page.goto(`${town.url}/admin/personer?find=karin`)
    await page.getByRole('button', { name: 'Hantera Karin Sjö' }).click()
    await page.getByRole('switch', { name: 'Får logga in' }).click()
    await page.getByRole('dialog').getByRole('alert').waitFor()
    expect(await page.getByRole('switch', { name: 'Får logga in' }).isChecked()).toBe(true)
  })

  test('a person is erased once the name is typed', async () => {
    await town.signIn('elias')
    const page = await admin()
    await page.goto(`${town.url}/admin/personer?find=elias`)
    await page.getByRole('button', { name: 'Hantera Elias Berg' }).click()
    await page.getByRole('button', { name: 'Radera…' }).click()
    const sure = page.getByRole('dialog', { name: 'Radera Elias Berg?' })
    await sure.getByRole('button', { name: 'Radera för alltid' }).click()
    await sure.getByText('Namnet stämmer inte.').waitFor()
    await sure.getByRole('textbox').fill('elias berg')
    await sure.getByRole('button', { name: 'Radera för alltid' }).click()
    await sure.waitFor({ state: 'detached' })
    await page.getByText('Kontot raderades').waitFor()
  })

  test('a file is looked at before it is brought in, and what was refused is told', async () => {
    const page = await admin()
    await page.goto(`${town.url}/admin/importer`)
    await page
      .getByLabel('Fil', { exact: true })
      .last()
      .setInputFiles({ name: 'kameror.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
    await page.getByLabel('Lager').selectOption('camera_sites')
    await page.getByRole('button', { name: 'Förhandsgranska' }).click()
    const preview = page.getByRole('region', { name: 'Det här skulle hända' })
    await preview.getByRole('table', { name: 'Avvisade' }).getByRole('row').nth(1).waitFor()
    await expectAccessible(page)
    await preview.getByRole('button', { name: 'Importera 1 objekt' }).click()
    await page.getByRole('region', { name: 'Importen är klar' }).waitFor()

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Avvisade i kameror.csv, CSV' }).click(),
    ])
    expect(await readFile(await download.path(), 'utf8')).toContain('3')
  })

  test('the trail is searched, read and proven whole', async () => {
    const page = await admin()
    await page.goto(`${town.url}/admin/sparlogg?kind=session`)
    const entries = page.getByRole('list', { name: 'Spårlogg' }).locator('details')
    await entries.first().waitFor()
    await entries.first().locator('summary').click()
    await entries.first().getByRole('button', { name: 'Bara sådana händelser' }).click()
    await page.waitForURL((url) => url.searchParams.has('action'))
    await page.getByRole('button', { name: 'Kontrollera kedjan' }).click()
    await page.getByText('Kedjan är hel').waitFor()
    await page.getByRole('button', { name: 'Töm filtren' }).click()
    await page.waitForURL((url) => !url.searchParams.has('action') && !url.searchParams.has('kind'))
    await expectAccessible(page)
  })

  test('what would be cleared is shown first, and a job is run now', async () => {
    const page = await admin()
    await page.goto(`${town.url}/admin/gallring`)
    await page.getByRole('button', { name: 'Visa vad som skulle tas bort' }).click()
    await page.getByRole('heading', { name: 'Detta skulle tas bort nu' }).waitFor()
    await page.goto(`${town.url}/admin/drift`)
    await page.getByRole('button', { name: 'Kör Gallring nu' }).click()
    await page
      .getByRole('row', { name: /Gallring/ })
      .getByText('Gick bra')
      .waitFor()
  })

  test('the public is told of how many have reported a place from five, once the month is over', async () => {
    const { place, prove } = residentsOf(() => town.app)
    const reported = await place({ words: 'Mörkt vid muren' })
    const support = async (n: number) => {
      for (let one = 0; one < n; one++) {
        const path = `/api/reported-places/${reported}/support/${randomUUID()}`
        expect((await town.app.ask(null, 'PUT', path, { proof: await prove() })).status).toBe(201)
      }
    }
    const monthGoesBy = () =>
      town.app.database.owner((sql) => sql`update core.report_support set month = month - interval '1 month'`)
    const { page, context, troubles } = await visit(browser, town.url)
    const object = page.getByRole('region', { name: 'Valt objekt' })
    const said = async () => {
      await page.goto(`${town.url}/?sel=reported_places:${reported}`)
      await object.getByText('Mörkt vid muren').waitFor()
      await isQuiet(page)
      return object.getByText(/^Minst \d+ invånare$/).allTextContents()
    }
    await support(4)
    await monthGoesBy()
    expect(await said()).toEqual([])
    await support(1)
    expect(await said()).toEqual([])
    await monthGoesBy()
    expect(await said()).toEqual(['Minst 5 invånare'])
    await context.close()
    expect(troubles).toEqual([])
  })
})
