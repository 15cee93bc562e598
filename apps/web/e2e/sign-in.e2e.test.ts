import type { SignInTown } from '@trygghetskartan/api/testing/sign-in-town'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { expectAccessible, isQuiet, openBrowser, visit } from './open-browser.ts'
import { ageSignIns, arrive, openTown, prove } from './open-town.ts'

vi.setConfig({ testTimeout: 120_000 })

describe('sign-in in a browser at a real provider', () => {
  let town: SignInTown
  let browser: Browser

  beforeAll(async () => {
    ;[town, browser] = await Promise.all([openTown(), openBrowser()])
  }, 300_000)

  afterAll(async () => {
    await browser?.close()
    await town?.close()
  })

  const as = async (username: string) => {
    const visitor = await arrive(browser, town, username)
    onTestFinished(visitor.close)
    return visitor.page
  }
  const nobody = async () => {
    const { page, context } = await visit(browser, town.url)
    onTestFinished(() => context.close())
    return page
  }

  test('a planner lands at the desk, signs out here and at the provider, and is asked for the password again', async () => {
    const page = await as('petra')
    expect(new URL(page.url()).pathname).toBe('/planera')
    await page.getByRole('button', { name: 'Konto: Petra Lindgren' }).click()
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await page.getByRole('button', { name: 'Ja, logga ut' }).click()
    await page.getByRole('link', { name: 'Logga in', exact: true }).waitFor()
    expect(new URL(page.url()).origin).toBe(town.url)

    await page.goto(`${town.url}/planera`)
    await page.getByRole('link', { name: 'Logga in via Kommunen' }).click()
    await page.getByLabel('Lösenord').waitFor()
  })

  test('one comes back to the view one was going to', async () => {
    const page = await nobody()
    await page.goto(`${town.url}/planera?at=14.15,56.03,14`)
    await page.getByRole('link', { name: 'Logga in via Kommunen' }).click()
    await prove(page, 'johan')
    await page.waitForURL(`${town.url}/planera?at=14.15,56.03,14*`)
  })

  test('somebody without a role is told to wait, and goes on when an administrator has given one', async () => {
    const waiting = await nobody()
    await waiting.goto(`${town.url}/logga-in`)
    await waiting.getByRole('link', { name: 'Logga in via Kommunen' }).click()
    await prove(waiting, 'vera')
    await waiting.getByRole('heading', { name: 'Ditt konto väntar på en roll' }).waitFor()
    await expectAccessible(waiting)

    const admin = await as('karin')
    expect(new URL(admin.url()).pathname).toMatch(/^\/admin/)
    await admin.getByRole('button', { name: 'Ge roll till Vera Vikarie' }).click()
    await waiting.waitForURL(`${town.url}/planera*`)
  })

  test('what went wrong at the provider is told in words, and the provider being down too', async () => {
    const page = await nobody()
    await page.goto(`${town.url}/logga-in`)
    await page.getByRole('link', { name: 'Logga in via Kommunen' }).click()
    await page.getByRole('button', { name: 'Avbryt' }).click()
    await page.getByText('Inloggningen avbröts').waitFor()
    await town.police.pause()
    await page.getByRole('link', { name: 'Logga in via Polisen' }).click()
    await page.getByText('Din organisations inloggning svarar inte').waitFor()
    await town.police.resume()
    await expectAccessible(page)
  })

  test('a session that an administrator ends is over on the open page within seconds, and nothing typed is lost', async () => {
    const page = await as('petra')
    await page.getByRole('button', { name: 'Planer' }).click()
    await page.getByLabel('Ny plan').fill('Det jag höll på med')
    const admin = await as('karin')
    await admin.goto(`${town.url}/admin/sessioner`)
    await admin.getByRole('button', { name: 'Avsluta Petra Lindgren' }).first().click()

    const ended = page.getByRole('dialog', { name: 'Du är utloggad' })
    await ended.waitFor()
    // The provider still knows who it is: its tab is back at once, and closes.
    await ended.getByRole('link', { name: /Logga in via Kommunen/ }).click()
    await ended.waitFor({ state: 'detached' })
    expect(await page.getByLabel('Ny plan').inputValue()).toBe('Det jag höll på med')
    await page.getByRole('button', { name: 'Skapa' }).click()
    await page.getByRole('region', { name: 'Det jag höll på med' }).waitFor()
  })

  test('what needs a fresh sign-in asks for one, and then goes on by itself', async () => {
    const page = await as('karin')
    await page.goto(`${town.url}/admin/nycklar`)
    await page.getByRole('button', { name: 'Ny nyckel' }).click()
    await page.getByLabel('Vad nyckeln är till för').fill('Kräver färsk inloggning')
    await ageSignIns(town)
    await page.getByRole('button', { name: 'Gör nyckel' }).click()
    const dialog = page.getByRole('dialog', { name: 'Logga in på nytt för att fortsätta' })
    await dialog.waitFor()
    await expectAccessible(page)
    // At the provider one proved it a moment ago: its tab is back at once, and closes.
    await dialog.getByRole('link', { name: /Logga in på nytt/ }).click()
    await page.getByRole('dialog', { name: 'Nyckeln är klar' }).waitFor()
  })

  test('a key is made, used by a program, and of no use once it is revoked', async () => {
    const page = await as('karin')
    await page.goto(`${town.url}/admin/nycklar`)
    await page.getByRole('button', { name: 'Ny nyckel' }).click()
    await page.getByLabel('Vad nyckeln är till för').fill('QGIS i provet')
    await page.getByLabel('Ser samma som').selectOption('planner')
    await page.getByRole('button', { name: 'Gör nyckel' }).click()
    const secret = await page.getByRole('textbox', { name: 'Nyckel', exact: true }).inputValue()
    await page.getByRole('button', { name: 'Jag har sparat nyckeln' }).click()

    const ask = (path: string) =>
      fetch(`${town.url}${path}`, { headers: { authorization: `Bearer ${secret}` } })
    const layers = (await (await ask('/api/layers')).json()) as { audience: string }
    expect(layers.audience).toBe('planner')
    expect((await ask('/api/accounts')).status).toBe(403)

    await page.getByRole('button', { name: 'Återkalla QGIS i provet' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Återkalla' }).click()
    await page.getByText(/^Återkallad /).waitFor()
    await expect.poll(async () => (await ask('/api/layers')).status).toBe(401)
  })

  test('one sees one’s own sessions, ends another, and takes one’s own data along', async () => {
    const other = await as('elias')
    await isQuiet(other)
    // Where one logs one goes on without a session; everywhere else its end is told.
    await other.goto(town.url)
    const page = await as('elias')
    await page.goto(`${town.url}/konto`)
    await page.getByText('den här', { exact: true }).waitFor()
    await expectAccessible(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Hämta registerutdrag' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^registerutdrag-.*\.json$/)
    await page.getByRole('button', { name: 'Avsluta alla andra' }).click()
    await expect.poll(() => page.getByRole('button', { name: /^Avsluta / }).count()).toBe(1)
    await other.getByRole('dialog', { name: 'Du är utloggad' }).waitFor()
  })
})
