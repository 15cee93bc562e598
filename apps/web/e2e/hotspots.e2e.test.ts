import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, openBrowser, type Visitor, visit } from './open-browser.ts'
import { openServer, type RunningServer } from './open-server.ts'

const patiently = { timeout: 60_000 }
/** Stora torg of the demonstration town, where Friday and Saturday nights are planted; degrees. */
const square = [14.1551, 56.0308] as const

describe('hotspots', { timeout: 120_000 }, () => {
  let server: RunningServer
  let browser: Browser
  let visitor: Visitor
  let page: Page

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([openServer(), openBrowser()])
    visitor = await visit(browser, server.url, 'Amira Holm')
    page = visitor.page
    await list().first().waitFor(patiently)
  }, 450_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const list = () => page.getByRole('region', { name: 'Hotspots, säkrast först' }).getByRole('button')
  const counted = async () =>
    Number(
      (await page.getByText(/^[\d\s]+ händelser, sedan/).textContent())!
        .split(' händ')[0]!
        .replace(/\D/g, ''),
    )
  const settled = () =>
    page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'), null, patiently)
  const search = (name: string) => new URL(page.url()).searchParams.get(name)

  test('the nights of the weekend point out the square, and say why', async () => {
    await page.getByRole('button', { name: 'Kvällar och nätter, fre–lör' }).click()
    expect(search('hours')).toBe('5:18-24,6:0-6.18-24,7:0-6')
    await settled()
    await list().first().click()
    const panel = page.getByRole('region').filter({ hasText: 'Varför här?' })
    await panel.getByText(/^\d+ händelser mot [\d,]+ om de vore jämnt spridda/).waitFor(patiently)
    await panel
      .getByText(/^Mest fre och lör kl\. \d\d–\d\d/)
      .first()
      .waitFor()
    await panel.getByText('Misshandel', { exact: true }).first().waitFor()
    await panel.getByText('Bråk', { exact: true }).first().waitFor()
    const [lon, lat] = search('task')!.replace('hotspot:', '').split(',').map(Number)
    const metres = Math.hypot((lon! - square[0]) * 62_100, (lat! - square[1]) * 111_300)
    expect(metres).toBeLessThan(100)
    await expectAccessible(page)
    await panel.getByRole('button', { name: 'Stäng' }).click()
  })

  test('hours chosen in the chart by keys are the hours of the map, and of the link', async () => {
    const before = await counted()
    const grid = page.getByRole('grid').first()
    await grid.getByRole('gridcell', { name: /^lördag kl\. 01/ }).focus()
    await page.keyboard.press('Shift+ArrowRight')
    await page.waitForURL(/hours=6:1-3(&|$)/)
    await settled()
    const chosen = await counted()
    expect(chosen).toBeGreaterThan(0)
    expect(chosen).toBeLessThan(before)
    expect(await grid.getByRole('gridcell', { selected: true }).count()).toBe(2)
    await page.reload()
    await list().first().waitFor(patiently)
    expect(await counted()).toBe(chosen)
    await page.getByRole('button', { name: 'All tid' }).click()
    await settled()
  })

  test('kinds narrow the map, and periods are compared with an interval', async () => {
    const before = await counted()
    await page.getByRole('checkbox', { name: /^Våld och hot/ }).check()
    await settled()
    expect(await counted()).toBeLessThan(before)
    await page.getByText('Mer: rutor, källor och område').click()
    await page.getByLabel('Jämför med').selectOption('before')
    await page.getByText(/95 % säkert mellan/).waitFor(patiently)
    await page.getByLabel('Jämför med').selectOption('')
    await settled()
  })

  test('whether the map would have hit the next month is told on demand', async () => {
    await page.getByRole('button', { name: 'Pröva kartan' }).click()
    await page.getByText(/fångade [\d,]+ % av nästa periods händelser/).waitFor(patiently)
  })

  test('an analysis is saved with a name, opened again, and taken along as a table', async () => {
    const link = new URL(page.url()).search
    await page.getByRole('button', { name: 'Spara analysen' }).click()
    await page.getByLabel(/^Namn/).fill('Våld och hot i år')
    await page.getByRole('button', { name: 'Spara', exact: true }).click()
    await page.getByText('Analysen är sparad').first().waitFor(patiently)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Ladda ner som CSV' }).click(),
    ])
    const [header, ...rows] = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
    expect(header).toContain('händelser')
    expect(rows.length).toBeGreaterThan(100)
    await page.getByLabel('Fråga').selectOption('density')
    await page.getByText('Täthetskarta').waitFor(patiently)
    await page.getByText('Sparade analyser').click()
    await page
      .getByRole('button', { name: /^Våld och hot i år/ })
      .first()
      .click()
    await list().first().waitFor(patiently)
    expect(new URL(page.url()).searchParams.get('from')).toBe(new URLSearchParams(link).get('from'))
    expect(search('kinds')).toContain('violence')
  })

  test('has met no error on the way', () => {
    expect(visitor.troubles).toEqual([])
  })
})
