import type { ReleaseAnswer } from '@trygghetskartan/api/contract-releases'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { expectAccessible, expectInOrder, isQuiet, openBrowser, visit } from './open-browser.ts'
import { openServer, type RunningServer } from './open-server.ts'

vi.setConfig({ testTimeout: 120_000 })

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
/** In the middle of the town, where the demonstration has had many reports. */
const here = { geolocation: { longitude: 14.15681, latitude: 56.02937 }, permissions: ['geolocation'] }

describe('the safety map', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([openServer(), openBrowser()])
  }, 500_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  /** Somebody at the newest map, and all that the server has told of months. */
  const at = async (screen?: BrowserContextOptions): Promise<{ page: Page; told: ReleaseAnswer[] }> => {
    const { page, context, troubles } = await visit(browser, server.url, undefined, screen)
    const told: ReleaseAnswer[] = []
    page.on('response', async (response) => {
      if (/\/api\/releases\/\d/.test(response.url())) told.push((await response.json()) as ReleaseAnswer)
    })
    onTestFinished(async () => {
      await context.close()
      expect(troubles).toEqual([])
    })
    await page.goto(`${server.url}/trygghetskarta`)
    // The words are there before the map is.
    await page.getByRole('heading', { name: 'Område för område' }).waitFor()
    await page.getByRole('region', { name: /^Karta: / }).waitFor()
    return { page, told }
  }
  const card = (page: Page) => page.getByRole('region', { name: /^Ruta \d+ / })
  /** What the square of a button is called: "Visa ruta 3 i Söder på kartan". */
  const nameOf = (button: string) => button.replace(/^Visa r(.*) på kartan$/, 'R$1')
  const area = (page: Page, name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true, level: 4 }) })

  test('tells a resident on a phone of a month, of an area and of the square one stands in', async () => {
    const { page, told } = await at({ ...phone, ...here })
    const main = page.getByRole('main')
    expectInOrder(await main.ariaSnapshot(), [
      'heading "Trygghetskarta för Kristianstad" [level=2]',
      'Var det finns kameror',
      'navigation "Månader"',
      'region "Karta: rapporter till och med',
      'Visa rutan där jag är',
      'heading "Så läser du kartan" [level=3]',
      'Många rapporter',
      'Några rapporter',
      'Inga eller få rapporter',
      'heading "Område för område" [level=3]',
      'hur osäkert resultatet är',
      'heading "Charlottesborg" [level=4]',
      'heading "Rutor med några eller många rapporter" [level=3]',
      'table',
      'heading "Så görs kartan" [level=3]',
      'heading "Det här går inte att läsa ut" [level=3]',
      'navigation "Mer om tryggheten"',
      '112',
    ])
    await expectAccessible(page)
    expect(await page.evaluate(() => document.querySelector('main')!.scrollWidth)).toBeLessThanOrEqual(390)

    await page.getByRole('navigation', { name: 'Månader' }).getByRole('link').nth(1).tap()
    await page.getByText('Du läser en äldre karta').waitFor()
    expect(new URL(page.url()).searchParams.get('manad')).toMatch(/^\d{4}-\d\d$/)
    await page.getByRole('link', { name: 'Visa den senaste' }).tap()
    await page.getByText('Du läser en äldre karta').waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Visa rutan där jag är' }).tap()
    await card(page).getByText('Många rapporter').waitFor()
    expect(await card(page).innerText()).toMatch(/i Innerstaden[\s\S]*Åtgärder: \d+ klara/)
    await expectAccessible(page)
    expect(await area(page, 'Innerstaden').innerText()).toMatch(
      /Många rapporter i \d av områdets \d rutor[\s\S]*Mellan \d+ och \d+ av 100 känner sig otrygga[\s\S]*\d+ personer svarade[\s\S]*\d+ klara/,
    )
    await area(page, 'Gamlegården').getByText('på gång').waitFor()

    // Words and fixed squares, and no figure below five: neither on the page nor in what it is made of.
    const text = await main.innerText()
    const counts = [...text.matchAll(/(\d+)(?:–\d+)? rapporter/g)].map(([, n]) => Number(n))
    expect(counts.length).toBeGreaterThan(1)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(5)
    expect(told.length).toBeGreaterThanOrEqual(2)
    for (const { squares } of told)
      for (const square of squares)
        expect(Object.keys(square).toSorted()).toEqual([
          ...['about', 'area', 'coming', 'done', 'level', 'square'],
        ])

    await page.emulateMedia({ media: 'print' })
    await page.getByRole('navigation', { name: 'Månader' }).waitFor({ state: 'hidden' })
    expect(await page.getByRole('heading', { name: 'Så görs kartan' }).isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Visa rutan där jag är' }).isVisible()).toBe(false)
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(2000)
    await page.emulateMedia({ media: 'screen' })

    await page.getByRole('link', { name: 'Var det finns kameror, varför och vem som ansvarar' }).tap()
    const camera = page.getByRole('row').filter({ hasText: 'Stora torg, nordvästra hörnet' })
    await camera.waitFor()
    for (const part of [
      'Våld och ordningsstörningar',
      '21:00–04:00',
      'Kommunledningskontoret',
      'kontaktcenter',
    ])
      expect(await camera.innerText()).toContain(part)
  })

  test('gives every square without a pointer, and the same where the map is pressed', async () => {
    const { page, told } = await at({ colorScheme: 'dark' })
    const { keyboard } = page
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: now } = document
        return now?.getAttribute('aria-label') ?? now?.textContent ?? ''
      })
    const to = async (name: RegExp) => {
      for (let presses = 0; presses < 60; presses++) {
        await keyboard.press('Tab')
        if (name.test(await focused())) return focused()
      }
      throw new Error(`Tab does not come to ${name}`)
    }
    await expectAccessible(page)
    const show = await to(/^Visa ruta \d+ i Innerstaden på kartan$/)
    const name = nameOf(show)
    await keyboard.press('Enter')
    await expect.poll(focused).toBe(name)
    expect(await card(page).innerText()).toContain('Många rapporter')
    await to(/^Stäng$/)
    await keyboard.press('Enter')
    await expect.poll(focused).toBe(show)
    // The map has gone there: its middle is the square.
    const map = page.locator('canvas')
    await map.scrollIntoViewIfNeeded()
    await isQuiet(page)
    const seen = (await map.boundingBox())!
    await page.mouse.click(seen.x + seen.width / 2, seen.y + seen.height / 2)
    await card(page).getByRole('heading', { name, exact: true }).waitFor()
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await card(page).waitFor({ state: 'detached' })

    const others = page.locator('summary', { hasText: 'inga eller få rapporter' })
    await others.focus()
    await keyboard.press('Enter')
    const squares = page.getByRole('button', { name: /^Visa ruta \d+ (i|utanför) .+ på kartan$/ })
    const names = await squares.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
    expect(new Set(names).size).toBe(told[0]!.squares.length)
    const quiet = await to(/^Visa ruta/)
    await keyboard.press('Enter')
    await expect.poll(focused).toBe(nameOf(quiet))
    expect(await card(page).innerText()).toContain('Inga eller få rapporter')
    await expectAccessible(page)
  })
})
