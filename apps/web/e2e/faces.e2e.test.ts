import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { expectAccessible, openBrowser, visit } from './open-browser.ts'
import { openServer, type RunningServer } from './open-server.ts'

/** Maps drawn in software on a busy machine take their time. */
vi.setConfig({ testTimeout: 240_000 })

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }

describe('each face', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([openServer(), openBrowser()])
  }, 450_000)

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  /** A visitor at a page, gone when the test is; what went wrong on the page fails the test. */
  async function at(path: string, account?: string, screen?: Parameters<typeof visit>[3]): Promise<Page> {
    const { page, context, troubles } = await visit(browser, server.url, account, screen)
    onTestFinished(async () => {
      await context.close()
      expect(troubles).toEqual([])
    })
    await page.goto(server.url + path)
    return page
  }
  const cards = (page: Page) =>
    page.getByRole('tabpanel').getByRole('listitem').getByRole('heading').getByRole('button')
  const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)
  const openLayers = (page: Page) => page.getByRole('tab', { name: 'Kartlager' }).click()

  test('the public sees what is done near, and why, and goes back by the back button', async () => {
    const page = await at('/')
    await cards(page).first().waitFor()
    const name = (await cards(page).first().textContent()) ?? ''
    await cards(page).first().click()
    await page.getByRole('region', { name }).waitFor()
    expect(param(page, 'sel')).toBeTruthy()
    await page.goBack()
    await page.getByRole('region', { name }).waitFor({ state: 'detached' })
    expect(param(page, 'sel')).toBeNull()
    await page.getByRole('link', { name: /112/ }).waitFor()
  })

  test('a view is a link: place, layers, language and list come back from it', async () => {
    const page = await at('/')
    await page.getByRole('combobox', { name: /Sök gata/ }).fill('Stora torg')
    await page
      .getByRole('option', { name: /Stora torg/ })
      .first()
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => /,1[67]/.test(url.searchParams.get('at') ?? ''))
    await openLayers(page)
    await page.getByRole('switch', { name: /Kamerabevakning/ }).click()
    await page.getByRole('button', { name: 'Visa som lista' }).click()
    await page.getByRole('button', { name: 'Språk och utseende' }).click()
    await page.getByText('English').click()
    await page.waitForURL((url) => url.searchParams.get('lang') === 'en')
    const link = page.url()

    const other = await at(link.slice(server.url.length))
    await openEnglishLayers(other)
    expect(await other.getByRole('switch', { name: /Camera/ }).isChecked()).toBe(false)
    expect(await other.evaluate(() => document.documentElement.lang)).toBe('en')
    await other.getByRole('region', { name: /^List: / }).waitFor()
    expect(param(other, 'at')).toBe(new URL(link).searchParams.get('at'))
  })
  const openEnglishLayers = (page: Page) => page.getByRole('tab', { name: 'Map layers' }).click()

  test('the list holds what the map shows, by keyboard too, and goes to a spreadsheet', async () => {
    const page = await at('/?list=lighting_upgrades')
    const list = page.getByRole('region', { name: /^Lista: / })
    const rows = list.locator('tbody tr')
    await rows.first().waitFor()
    const all = await rows.count()

    await rows.first().getByRole('button').focus()
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction(() => document.activeElement?.closest('tr')?.dataset.index === '1')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.searchParams.has('sel'))

    await openLayers(page)
    await page.getByRole('button', { name: 'Teckenförklaring för Belysningsåtgärder' }).click()
    await page.getByRole('checkbox', { name: /Utvärderad/ }).click()
    await page.waitForFunction((before) => document.querySelectorAll('tbody tr').length < before, all)
    const left = await rows.count()

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /som CSV/ }).click(),
    ])
    const csv = await readFile(await download.path(), 'utf8')
    expect(csv.trim().split(/\r?\n/)).toHaveLength(left + 1)
  })

  test('the police see when it happens, and what has no place of its own is told in words', async () => {
    const page = await at('/lagesbild?sources=police_events', 'Amira Holm')
    await page.getByRole('heading', { name: 'När det händer' }).waitFor()
    const total = page.locator('strong', { hasText: /händelser$/ })
    const lastMonths = await total.textContent()
    await page.getByText(/kända till .*(ort|kommun|län)/).waitFor()
    await page.getByRole('button', { name: 'Allt' }).click()
    await page.waitForFunction(
      (before) => ![...document.querySelectorAll('strong')].some((one) => one.textContent === before),
      lastMonths,
    )
    const grid = page.getByRole('table', { name: /veckodag och timme/ })
    expect(await grid.getByRole('row').count()).toBe(8)
  })

  test('a face one may not enter asks one to sign in, and the door leads there', async () => {
    const page = await at('/lagesbild')
    await page.getByText('Lägesbilden är till för polisen', { exact: false }).waitFor()
    await page.getByRole('button', { name: /Amira Holm/ }).click()
    await page.getByRole('heading', { name: 'Lägesbild', level: 2 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/lagesbild')
    await page.getByRole('button', { name: /^Konto/ }).click()
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await page.getByRole('link', { name: 'Logga in' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
  })

  test('lost contact is told, and told to be over', async () => {
    const page = await at('/')
    await cards(page).first().waitFor()
    await page.context().setOffline(true)
    await page.getByText('Du är utan uppkoppling').waitFor()
    await page.context().setOffline(false)
    await page.getByText('Du är utan uppkoppling').waitFor({ state: 'detached' })
  })

  const pages: [string, string | undefined][] = [
    ['/', undefined],
    ['/?list=lighting_upgrades', undefined],
    ['/logga-in', undefined],
    ['/finns-inte', undefined],
    ['/planera', 'Petra Lindgren'],
    ['/lagesbild', 'Amira Holm'],
  ]
  const screens: [string, Parameters<typeof visit>[3]][] = [
    ['in light', {}],
    ['in the dark on a small phone', { ...phone, colorScheme: 'dark' }],
  ]
  test.each(
    screens.flatMap(([name, screen]) => pages.map(([path, account]) => ({ name, screen, path, account }))),
  )('axe finds nothing on $path $name', async ({ screen, path, account }) => {
    const page = await at(path, account, screen)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForFunction(
      () => !document.querySelector('[aria-busy="true"], [role="status"][aria-label]'),
    )
    await expectAccessible(page)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, 'nothing sticks out sideways').toBeLessThanOrEqual(0)
  })
})
