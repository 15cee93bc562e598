import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, expectInOrder, openBrowser, visit, walkByTab } from './open-browser.ts'
import { openServer, type RunningServer } from './open-server.ts'

const here = 'plats=14.157,56.029&radie=500'
const year = new Date().getFullYear()
/** Each page, a heading that stands on it once it has what it shows, and what a screen reader comes to in turn. */
const pages: readonly (readonly [path: string, heading: string, order: readonly string[]])[] = [
  [
    `/nara-mig?${here}`,
    'Inom 500 m',
    ['Vad händer nära mig?', 'combobox', 'Där jag är', 'Inom 500 m', 'list'],
  ],
  ['/grannsamverkan', 'Så går du med', ['Grannsamverkan', 'Områden', 'list', 'Så går du med', 'ring 112']],
  ['/stoldskydd', 'Cykeln', ['Stöldskydd', 'Hemmet', 'Cykeln', 'Bilen', 'Båten', 'Om det ändå händer']],
  [
    '/trygghetsvandringar',
    'Vad det blev av tidigare vandringar',
    ['Trygghetsvandringar', 'Kommande vandringar', 'Så är du med', 'Vad det blev av', 'har fått svar'],
  ],
  [
    '/tillganglighet',
    'Anmäl en brist',
    ['Hur tillgänglig är', 'Vad som inte är uppfyllt', 'Vilken sida', 'Vad fungerar inte?', 'Skicka', 'Digg'],
  ],
  [
    '/personuppgifter',
    'Hur länge saker sparas',
    [
      'Vem som ansvarar',
      'Varför det är tillåtet',
      'table',
      'Rapporter om otrygga platser',
      'Dina rättigheter',
    ],
  ],
  ['/badda-in/kod', 'Kod att klistra in', ['Bädda in kartan', 'iframe', 'Kopiera']],
  [
    '/kameraregister',
    'Kamerabevakning i Kristianstad',
    ['table', 'Varför', 'När', 'Ansvarig', 'Kontakt', 'Stora torg', 'Visa på kartan', 'Avslutad'],
  ],
  ['/loften', `Löften ${year}`, ['Löften', 'navigation "År"', 'uppfyllt', 'article', 'Löfte 1', 'Löfte 2']],
  [
    `/loften/${year}/1`,
    'Hur det går',
    ['Löfte 1', 'Hur det går', 'Det här gör vi', 'På kartan', 'Så mäter vi', 'Varför', 'Lovat enligt'],
  ],
  ['/kvitto', 'Följ din rapport', ['Följ din rapport', 'textbox "Din kod"', 'Visa', 'Gör en ny rapport']],
]
const screens = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  'desktop in the dark': { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' as const },
}

describe('what is around the map', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    server = await openServer()
    browser = await openBrowser()
  }, 600_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const stands = async (page: Page, heading: string) => {
    await page.getByRole('heading', { name: heading, exact: true }).waitFor()
    await page.waitForFunction(() => !document.querySelector('main [role=status][aria-label]'))
  }

  test.each(Object.entries(screens))(
    'is there and accessible on a %s',
    async (name, screen) => {
      const { page, context, troubles } = await visit(browser, server.url, undefined, screen)
      for (const [path, heading, order] of pages) {
        await page.goto(server.url + path)
        await stands(page, heading)
        await expectAccessible(page)
        expectInOrder(await page.getByRole('main').ariaSnapshot(), order)
        const levels = await page
          .getByRole('heading')
          .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))))
        expect(levels[0], path).toBe(1)
        for (const [at, level] of levels.slice(1).entries())
          expect(level, `${path}: ${levels}`).toBeLessThanOrEqual(levels[at]! + 1)
        // Nothing is wider than the screen.
        expect(
          await page.evaluate(() => document.querySelector('main')!.scrollWidth - innerWidth),
          path,
        ).toBeLessThanOrEqual(0)
        if (name !== 'phone') await walkByTab(page)
      }
      expect(troubles).toEqual([])
      await context.close()
    },
    180_000,
  )

  test('is reached by keyboard from any of its pages', async () => {
    const { page, context } = await visit(browser, server.url)
    await page.goto(`${server.url}/stoldskydd`)
    await stands(page, 'Cykeln')
    const links = page.getByRole('navigation', { name: 'Mer om tryggheten' }).getByRole('link')
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(
      expect.arrayContaining([
        '/',
        '/rapportera',
        '/trygghetskarta',
        ...pages.map(([path]) => path.split('?')[0]).filter((path) => !/\d/.test(path!)),
      ]),
    )
    await page.getByRole('button', { name: 'Skriv ut' }).focus()
    const reached: string[] = []
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press('Tab')
      const name = await page.evaluate(() => document.activeElement?.textContent ?? '')
      reached.push(name)
      if (name === 'Trygghetsvandringar') break
    }
    expect(reached).toContain('Nära mig')
    await page.keyboard.press('Enter')
    await stands(page, 'Kommande vandringar')
    await context.close()
  }, 120_000)

  test('tells what is near a place to about 100 m, remembers it on the device, and is printed', async () => {
    const { page, context, troubles } = await visit(browser, server.url, undefined, {
      geolocation: { longitude: 14.15681, latitude: 56.02937 },
      permissions: ['geolocation'],
    })
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/api/near?')) asked.push(new URL(request.url()).search)
    })
    await page.goto(`${server.url}/nara-mig`)
    await page.getByRole('button', { name: 'Där jag är' }).click()
    await stands(page, 'Inom 500 m')
    expect(new URL(page.url()).search).toBe('?plats=14.157,56.029&radie=500')
    await page.getByRole('radio', { name: '2 km' }).focus()
    await page.keyboard.press('Space')
    await stands(page, 'Inom 2 km')
    for (const query of asked) expect(query).toMatch(/^\?at=14\.157%2C56\.029&radius=(500|2000)$/)
    const items = page.locator('main li strong')
    expect(await items.count()).toBeGreaterThan(10)
    await page.getByRole('button', { name: 'Följ den här platsen' }).click()
    await page.getByRole('heading', { name: 'Platser du följer' }).waitFor()
    // Something has come further since: the device alone knows what it had seen.
    await page.evaluate(() => {
      const key = 'trygghetskartan.places'
      const [place] = JSON.parse(localStorage.getItem(key)!)
      const [first] = Object.keys(place.seen)
      place.seen[first!] = 'annat'
      localStorage.setItem(key, JSON.stringify([place]))
    })
    await page.goto(`${server.url}/nara-mig`)
    await page.getByText('1 nyhet').waitFor()
    await page.getByRole('link', { name: 'Min plats 1' }).click()
    await stands(page, 'Inom 2 km')
    await page.getByText('Nytt', { exact: true }).waitFor()
    const feed = await page.getByRole('link', { name: 'Flöde (Atom)' }).getAttribute('href')
    expect((await page.request.get(server.url + feed)).headers()['content-type']).toContain(
      'application/atom+xml',
    )
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Där jag är' }).isVisible()).toBe(false)
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    expect(height).toBeGreaterThan(1200)
    expect((await page.pdf()).length).toBeGreaterThan(10_000)
    expect(troubles).toEqual([])
    await context.close()
  }, 120_000)

  test('takes a fault in accessibility without a name, and shows it to administrators', async () => {
    const { page, context } = await visit(browser, server.url)
    await page.goto(`${server.url}/tillganglighet`)
    await page.getByRole('button', { name: 'Skicka' }).click()
    await page.getByText('Fyll i det här.').first().waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('page')
    await page.getByLabel('Vilken sida gäller det?').fill('Kartan')
    await page.getByLabel('Vad fungerar inte?').fill('Ring mig på 070-123 45 67')
    await page.getByRole('button', { name: 'Skicka' }).click()
    await page.getByText('kan peka ut en person').waitFor()
    await page.getByLabel('Vad fungerar inte?').fill('Zoomknapparna läses inte upp')
    await page.getByRole('button', { name: 'Skicka' }).click()
    await page.getByText('Tack, vi har fått din anmälan').waitFor()
    await context.close()
    const admin = await visit(browser, server.url, 'Karin Sjö')
    await admin.page.goto(`${server.url}/admin/drift`)
    await admin.page.getByText('Zoomknapparna läses inte upp').waitFor()
    await admin.context.close()
  }, 120_000)

  test('goes on without its maps where their files or their ground do not arrive, and says so', async () => {
    const { page, context } = await visit(browser, server.url, undefined, {
      geolocation: { longitude: 14.15681, latitude: 56.02937 },
      permissions: ['geolocation'],
    })
    const noMap = page.getByRole('alert').getByText('Kartan kan inte visas just nu')
    await context.route(/assets\/(area|near|release)-map/, (route) => route.abort())
    await page.goto(`${server.url}/trygghetskarta`)
    await noMap.waitFor()
    await page.goto(`${server.url}/grannsamverkan`)
    await noMap.waitFor()
    await page
      .getByRole('link', { name: /^Visa .* på kartan$/ })
      .first()
      .waitFor()
    await page.goto(`${server.url}/nara-mig`)
    await page.getByRole('button', { name: 'Välj på kartan' }).click()
    await noMap.waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Där jag är' }).click()
    await stands(page, 'Inom 500 m')

    await context.unroute(/assets\/(area|near|release)-map/)
    await context.route(/\.mvt/, (route) => route.abort())
    await page.goto(`${server.url}/grannsamverkan`)
    const partly = page.getByRole('status').filter({ hasText: 'Delar av kartan kunde inte hämtas' })
    await partly.waitFor()
    await expectAccessible(page)
    await context.unroute(/\.mvt/)
    const arrived = page.waitForResponse((answer) => /\.mvt/.test(answer.url()) && answer.ok())
    await partly.getByRole('button', { name: 'Försök igen' }).click()
    await Promise.all([arrived, partly.waitFor({ state: 'detached' })])
    await context.close()
  }, 120_000)

  test('keeps to the language of the address one came by, from page to page', async () => {
    const { page, context } = await visit(browser, server.url)
    await page.goto(`${server.url}/stoldskydd?lang=en`)
    await page.getByRole('link', { name: 'Safety walks' }).click()
    await stands(page, 'Coming walks')
    expect(new URL(page.url()).search).toBe('')
    await page.reload()
    await stands(page, 'Coming walks')
    await context.close()
  }, 60_000)

  test.each(Object.entries(screens))(
    'shows the map itself, and embedded, to who reads it and who goes by keyboard alone, on a %s',
    async (name, screen) => {
      const { page, context, troubles } = await visit(browser, server.url, undefined, screen)
      for (const path of name === 'phone' ? ['/', '/badda-in'] : ['/']) {
        await page.goto(server.url + path)
        const first = page
          .getByRole('region', { name: /På gång/ })
          .getByRole('button')
          .first()
        await first.waitFor()
        await page.getByRole('region', { name: /^Karta/ }).waitFor()
        await expectAccessible(page)
        const own = path === '/' ? ['Språk och utseende', 'Logga in'] : ['Öppna hela kartan']
        expectInOrder(await page.locator('body').ariaSnapshot(), [
          ...[
            'Hoppa till innehållet',
            'banner',
            'heading "Trygghetskartan" [level=1]',
            ...own,
            'main',
            'combobox',
          ],
          ...[
            'tab "Åtgärder"',
            'heading "Vad görs här?" [level=2]',
            'På gång',
            'Beslutat',
            'Klart',
            'Också här',
          ],
          ...['Ring 112', 'Visa som lista', 'region "Karta'],
        ])
        expect(await page.getByRole('link', { name: 'Logga in' }).count()).toBe(path === '/' ? 1 : 0)
        await walkByTab(page)
        const title = await first.innerText()
        await first.focus()
        await page.keyboard.press('Enter')
        const chosen = page.getByRole('region', { name: 'Valt objekt' })
        await chosen.getByRole('heading', { name: title }).waitFor()
        await chosen.getByRole('button', { name: 'Stäng' }).focus()
        await page.keyboard.press('Enter')
        await chosen.waitFor({ state: 'detached' })
      }
      expect(troubles).toEqual([])
      await context.close()
    },
    180_000,
  )
})
