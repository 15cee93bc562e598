import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { expectAccessible, openBrowser, type Visitor, visit } from './open-browser.ts'
import { openServer, type RunningServer } from './open-server.ts'

vi.setConfig({ testTimeout: 300_000 })

/** A proof on a busy machine, and the map that is drawn beside it. */
const patiently = { timeout: 150_000 }

describe('where the next camera should stand', () => {
  let server: RunningServer
  let browser: Browser
  let visitor: Visitor
  let page: Page

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([openServer(), openBrowser()])
    visitor = await visit(browser, server.url, 'Petra Lindgren')
    page = visitor.page
  }, 450_000)

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const propose = () => page.getByRole('button', { name: 'Föreslå', exact: true })

  test('two cameras within a budget come with bound, reasons and less intrusive means; one becomes a draft', async () => {
    await page.goto(`${server.url}/planera?at=14.1565,56.0295,16.4`)
    await page.getByRole('button', { name: 'Föreslå placering' }).click()
    for (const kind of ['Närvaro', 'Belysning', 'Röjning'])
      await page.getByRole('checkbox', { name: new RegExp(kind) }).uncheck()
    await page.getByLabel('Investering, högst').fill('0')
    await page.getByLabel('Kostnad per år, högst').fill('0')
    await propose().click()
    await page.getByText('Med noll kronor går ingenting att föreslå.').waitFor()

    await page.getByLabel('Investering, högst').fill('130 000')
    await page.getByLabel('Kostnad per år, högst').fill('')
    await page.getByLabel('Antal platser, högst').fill('2')
    await propose().click()
    const means = page.getByRole('region', { name: 'Samma risk med mindre ingripande medel' })
    await means.waitFor(patiently)
    await page.getByRole('button', { name: 'Avbryt' }).waitFor({ state: 'detached', ...patiently })
    await page.getByText('Bevisat bäst.').waitFor()
    await page.getByText(/gränsen är [\d,]+ poäng, 0\s%\skvar/).waitFor()
    expect(await means.getByRole('rowheader').allInnerTexts()).toEqual(
      ['Närvaro', 'Belysning', 'Röjning', 'De tre', 'Kameror', 'Alla'].map((first) =>
        expect.stringContaining(first),
      ),
    )
    const sites = page.getByRole('region', { name: 'Föreslagna platser' })
    await sites.getByRole('heading', { name: '2 platser, den som ger mest först' }).waitFor()
    await sites
      .getByText(/^Inom räckhåll finns/)
      .first()
      .waitFor()
    await sites
      .getByText(/^Näst bäst:/)
      .first()
      .waitFor()
    await expectAccessible(page)

    await sites.getByRole('checkbox', { name: 'Välj plats 1, kamera' }).check()
    await page.getByRole('button', { name: 'Lägg 1 plats i en plan' }).click()
    await page.getByLabel('Plan', { exact: true }).selectOption({ label: 'Ny plan…' })
    await page.getByLabel(/^Den nya planens namn/).fill('Torget 2027')
    await page.getByRole('button', { name: 'Lägg i planen' }).click()
    await sites.getByText('Utkast i en plan').waitFor(patiently)
    await sites.getByRole('button', { name: 'Öppna' }).click()
    await page.getByText('Utkast i planen Torget 2027').waitFor(patiently)
    expect(visitor.troubles).toEqual([])
  })

  test('the answer is saved, found again, and tells what it was asked', async () => {
    await page.getByRole('button', { name: 'Föreslå placering' }).click()
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await page.getByLabel(/^Vad förslaget ska heta/).fill('Två kameror vid torget')
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await page.getByRole('button', { name: 'Förslaget är sparat' }).waitFor(patiently)
    await page.getByRole('button', { name: /^Sparade/ }).click()
    await page
      .getByRole('button', { name: /^Två kameror vid torget/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Ställ samma fråga igen' }).click()
    await expect.poll(() => page.getByLabel('Antal platser, högst').inputValue()).toBe('2')
    expect(await page.getByRole('checkbox', { name: /Närvaro/ }).isChecked()).toBe(false)
  })

  test('a place on the map answers what happened there, what lights it and who sees it', async () => {
    await page.goto(`${server.url}/planera?at=14.1572,56.0286,17`)
    await page.getByRole('button', { name: 'Fakta om kartans mitt' }).click()
    for (const question of ['Vad har hänt här?', 'Vad finns här?', 'Vad planeras här?'])
      await page.getByRole('region', { name: question }).waitFor(patiently)
    await page
      .getByRole('region', { name: 'Vem ser platsen?' })
      .or(page.getByText('Platsen ligger i en byggnad'))
      .waitFor(patiently)
    await expectAccessible(page)
    expect(visitor.troubles).toEqual([])
  })
})
