import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest'
import { expectAccessible, openBrowser, type Visitor, visit } from './open-browser.ts'
import { openServer, type RunningServer } from './open-server.ts'
import { recordAnswers } from './recorded-answers.ts'
import { type Box, seenColours } from './seen-colours.ts'

/** The part of a desktop screen that no panel covers, and that of a phone. */
const desktopMap: Box = { x: 480, y: 120, width: 700, height: 600 }
const phoneMap: Box = { x: 20, y: 140, width: 300, height: 400 }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
/** What only staff may know: layers by their id, and the column of what is said among staff. */
const staffOnly = ['patrol_zones', 'police_events', 'unsafe_reports', 'field_worker_areas', 'internal_text']
/** How long a busy machine may take to draw, and to do all of one step; in milliseconds. */
const long = 60_000
const patience = 240_000

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([openServer(), openBrowser()])
}, 450_000)

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 2, name })
const inspector = (page: Page) => page.getByRole('region', { name: 'Valt objekt' })
const list = (page: Page) => page.getByRole('region', { name: /^Lista/ })
const tab = (page: Page, name: string) => page.getByRole('tab', { name })
const search = (page: Page) => page.getByRole('combobox', { name: 'Sök gata, plats eller adress' })
const layerSwitch = (page: Page, title: string) => page.getByRole('switch', { name: new RegExp(`^${title}`) })
const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name) ?? ''
const expectDrawn = (page: Page, box: Box) =>
  expect.poll(() => seenColours(page, box), { timeout: long, interval: 500 }).toBeGreaterThan(40)
const mayChange = (page: Page) => inspector(page).getByRole('button', { name: /^Ändra|^Ta bort|^Nästa steg/ })

/** Pictures of what is walked by, where E2E_SHOTS names a folder for them. */
async function shot(page: Page, name: string): Promise<void> {
  if (process.env.E2E_SHOTS) await page.screenshot({ path: `${process.env.E2E_SHOTS}/${name}.png` })
}
const keepPicture = (page: Page, name: string) => onTestFailed(() => shot(page, `failed-${name}`))

describe('the public map', { timeout: patience }, () => {
  let visitor: Visitor
  let page: Page
  let answers: ReturnType<typeof recordAnswers>

  beforeAll(async () => {
    visitor = await visit(browser, server.url)
    await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url })
    page = visitor.page
    answers = recordAnswers(visitor.context)
  })
  afterAll(() => visitor?.context.close())

  test('opens at the municipality, with what is done there', async () => {
    keepPicture(page, 'public-open')
    await page.goto(server.url)
    await heading(page, 'Vad görs här?').waitFor()
    expect(await page.title()).toBe('Trygghetskartan · Kristianstad')
    await page.waitForURL((url) => url.searchParams.has('at'))
    const [lon, lat] = param(page, 'at').split(',').map(Number)
    expect(Math.hypot(lon! - 14.156, lat! - 56.03)).toBeLessThan(0.01)
    await expectDrawn(page, desktopMap)
    for (const phase of [/^På gång/, /^Beslutat/, /^Klart/])
      await page.getByRole('heading', { level: 3, name: phase }).waitFor()
    await page.getByText('Inte en mätning').waitFor()
    await shot(page, 'public-open')
  })

  test('finds a street by keyboard', async () => {
    keepPicture(page, 'public-search')
    await search(page).focus()
    await page.keyboard.type('östra stor')
    const street = page.getByRole('option', { name: /^Östra Storgatan/ }).first()
    await street.waitFor()
    await expectAccessible(page)
    const before = page.url()
    await page.keyboard.press('ArrowDown')
    expect(await street.getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    expect(await search(page).inputValue()).toBe('Östra Storgatan')
    await page.waitForURL((url) => url.href !== before)
    await page.keyboard.press('Escape')
    expect(await search(page).inputValue()).toBe('')
  })

  test('says in plain words when a place is not found', async () => {
    await search(page).fill('Ingenstansgatan')
    await page.getByText('Inget hittades för ”Ingenstansgatan”').first().waitFor()
    await expectAccessible(page)
    await search(page).press('Escape')
  })

  test('tells everything about a measure that is chosen, and lets nobody change it', async () => {
    keepPicture(page, 'public-inspector')
    await page.getByRole('button', { name: 'Visa hela området' }).first().click()
    const card = page.getByRole('heading', { level: 4 }).first().getByRole('button')
    await card.waitFor()
    const title = (await card.textContent())!
    await card.click()
    await inspector(page).getByRole('heading', { level: 2, name: title }).waitFor()
    await inspector(page).getByText('Status', { exact: true }).waitFor()
    expect(param(page, 'sel')).toMatch(/^[a-z_]+:[\w-]+$/)
    expect(await mayChange(page).count()).toBe(0)
    await shot(page, 'public-inspector')
    await expectAccessible(page)
    await inspector(page).getByRole('button', { name: 'Kopiera länk' }).click()
    await page.getByText('Länken är kopierad').first().waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  })

  test('turns layers and categories off and on by keyboard', async () => {
    keepPicture(page, 'public-layers')
    await tab(page, 'Åtgärder').focus()
    await page.keyboard.press('ArrowRight')
    const cameras = layerSwitch(page, 'Kamerabevakning')
    await cameras.waitFor()
    expect(await page.getByRole('switch').count()).toBe(10)
    await cameras.focus()
    await page.keyboard.press('Space')
    await page.waitForURL((url) => url.searchParams.get('off')?.includes('camera_sites') === true)
    expect(await cameras.isChecked()).toBe(false)
    await page.keyboard.press('Space')
    await page.waitForURL((url) => !url.searchParams.get('off')?.includes('camera_sites'))
    await page.getByRole('button', { name: 'Teckenförklaring för Belysningsåtgärder' }).press('Enter')
    await page.getByRole('checkbox', { name: /^Beställd/ }).press('Space')
    await page.waitForURL((url) => url.searchParams.get('without')?.startsWith('lighting_upgrades:') === true)
    await page.getByText('1 dolda').waitFor()
    await shot(page, 'public-layers')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Visa alla' }).press('Enter')
    await page.waitForURL((url) => !url.searchParams.has('without'))
  })

  test('shows the same as a table, filtered and as CSV', async () => {
    keepPicture(page, 'public-list')
    await page.getByRole('button', { name: 'Visa som lista' }).click()
    await list(page).getByRole('combobox', { name: 'Lager' }).selectOption('lighting_upgrades')
    const table = list(page).getByRole('table')
    const count = async () => Number(await table.getAttribute('aria-rowcount')) - 1
    await expect.poll(() => table.getByRole('rowheader').count(), { timeout: long }).toBeGreaterThan(5)
    const whole = await count()
    const name = (await table.getByRole('rowheader').first().textContent())!
    const word = name.split(' ')[0]!
    await list(page).getByRole('searchbox', { name: 'Filtrera på text' }).fill(word)
    await expect.poll(count, { timeout: long }).toBeLessThan(whole)
    const kept = await count()
    const address = await list(page)
      .getByRole('link', { name: /som CSV$/ })
      .getAttribute('href')
    await shot(page, 'public-list')
    await expectAccessible(page)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      list(page).getByRole('link', { name: 'Hämta Belysningsåtgärder som CSV' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('lighting_upgrades.csv')
    const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
    expect(lines).toHaveLength(kept + 1)
    expect(lines[0]).toMatch(/id;Namn;Slag;Status;/)
    expect(lines.slice(1).every((line) => line.toLowerCase().includes(word.toLowerCase()))).toBe(true)
    // A download is no answer to the page: once more, to be recorded.
    await page.evaluate((href) => fetch(href).then((answer) => answer.text()), address!)

    await list(page).getByRole('searchbox', { name: 'Filtrera på text' }).fill('finns inte')
    await page.getByText('Inget att visa').first().waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Töm filtren' }).click()
    await expect.poll(count, { timeout: long }).toBe(whole)
  })

  test('is the same view for whoever opens its link', async () => {
    keepPicture(page, 'public-link')
    await layerSwitch(page, 'Röjning av buskage').uncheck()
    await page.waitForURL((url) => url.searchParams.get('off')?.includes('shrub_clearances') === true)
    const link = page.url()
    const title = (await inspector(page).getByRole('heading', { level: 2 }).textContent())!
    const other = await visit(browser, server.url)
    try {
      await other.page.goto(link)
      await inspector(other.page).getByRole('heading', { level: 2, name: title }).waitFor()
      const layer = list(other.page).getByRole('combobox', { name: 'Lager' })
      await expect.poll(() => layer.inputValue(), { timeout: long }).toBe('lighting_upgrades')
      await tab(other.page, 'Kartlager').click()
      expect(await layerSwitch(other.page, 'Röjning av buskage').isChecked()).toBe(false)
      expect(param(other.page, 'at')).toBe(new URL(link).searchParams.get('at'))
      expect(other.troubles).toEqual([])
    } finally {
      await other.context.close()
    }
    await page.getByRole('button', { name: /^Stäng: Lista/ }).click()
    await layerSwitch(page, 'Röjning av buskage').check()
  })

  test('speaks English to those who want it, and remembers', async () => {
    keepPicture(page, 'public-english')
    const language = () => page.evaluate(() => document.documentElement.lang)
    expect(await language()).toBe('sv')
    await page.getByRole('button', { name: 'Språk och utseende' }).press('Enter')
    await expectAccessible(page)
    await page.getByRole('radio', { name: 'English' }).check()
    await expect.poll(language).toBe('en')
    await tab(page, 'Measures').click()
    await heading(page, 'What is being done here?').waitFor()
    await page
      .getByRole('region', { name: 'Selected object' })
      .getByRole('button', { name: 'Copy link' })
      .waitFor()
    await shot(page, 'public-english')
    await expectAccessible(page)
    await page.goto(server.url)
    await heading(page, 'What is being done here?').waitFor()
    expect(await language()).toBe('en')
    await page.getByRole('button', { name: 'Language and appearance' }).press('Enter')
    await page.getByRole('radio', { name: 'Svenska' }).check()
    await expect.poll(language).toBe('sv')
  })

  test('is dark for those who want it', async () => {
    keepPicture(page, 'public-dark')
    const lightness = async () => {
      const bar = page.getByRole('banner')
      const ground = await bar.evaluate((element) => getComputedStyle(element).backgroundColor)
      return Math.max(...(ground.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number))
    }
    expect(await lightness()).toBeGreaterThan(200)
    const dark = page.getByRole('radio', { name: 'Mörkt' })
    if (!(await dark.isVisible()))
      await page.getByRole('button', { name: 'Språk och utseende' }).press('Enter')
    await dark.check()
    await expect.poll(lightness).toBeLessThan(60)
    await page.keyboard.press('Escape')
    await expectDrawn(page, desktopMap)
    await page.getByRole('heading', { level: 4 }).first().getByRole('button').click()
    await inspector(page).getByText('Status', { exact: true }).waitFor()
    await shot(page, 'public-dark')
    await expectAccessible(page)
    await tab(page, 'Kartlager').click()
    await page.getByRole('button', { name: 'Teckenförklaring för Kamerabevakning' }).click()
    await page.getByRole('button', { name: 'Visa som lista' }).click()
    await list(page).getByRole('rowheader').first().waitFor()
    await shot(page, 'public-dark-list')
    await expectAccessible(page)
  })

  test.each([
    ['/planera', 'Planeringen är till för kommunens trygghetsarbetare.'],
    ['/lagesbild', 'Lägesbilden är till för polisen.'],
  ])('refuses %s in a friendly way, with a way in', async (path, words) => {
    keepPicture(page, 'public-refused')
    for (const theme of ['light', 'dark']) {
      await page.goto(`${server.url}${path}?theme=${theme}`)
      await page.getByRole('heading', { level: 1, name: 'Logga in' }).waitFor()
      await page.getByText(words).waitFor()
      await page.getByRole('button', { name: 'Petra Lindgren' }).waitFor()
      await shot(page, `refused${path.replace('/', '-')}-${theme}`)
      await expectAccessible(page)
    }
    await page.getByRole('link', { name: 'Fortsätt till kartan utan att logga in' }).click()
    await heading(page, 'Vad görs här?').waitFor()
  })

  test('has been told nothing that is for staff, in any answer', async () => {
    const told = await answers()
    expect(told.filter(({ path }) => path.startsWith('/api/tiles/')).length).toBeGreaterThan(5)
    expect(told.some(({ path }) => path.endsWith('.csv'))).toBe(true)
    const leaks = told.flatMap(({ path, body }) =>
      staffOnly.filter((word) => (path + body).includes(word)).map((word) => `${path}: ${word}`),
    )
    expect(leaks).toEqual([])
    for (const layer of staffOnly.slice(0, 4))
      for (const path of [`/api/layers/${layer}/items`, `/api/tiles/${layer}/14/8836/5064.mvt`])
        expect((await fetch(server.url + path)).status).toBe(404)
  })

  test('has met no error on the way', () => {
    expect(visitor.troubles).toEqual([])
  })
})

describe('the public map on a phone', { timeout: patience }, () => {
  let visitor: Visitor
  let page: Page

  beforeAll(async () => {
    visitor = await visit(browser, server.url, undefined, phone)
    page = visitor.page
  })
  afterAll(() => visitor?.context.close())

  test('opens with the map above and the measures in a sheet', async () => {
    keepPicture(page, 'phone-open')
    await page.goto(server.url)
    await heading(page, 'Vad görs här?').waitFor()
    await expectDrawn(page, phoneMap)
    await shot(page, 'phone-open')
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })

  test('finds a street', async () => {
    keepPicture(page, 'phone-search')
    const before = page.url()
    await search(page).fill('västra stor')
    await page
      .getByRole('option', { name: /^Västra Storgatan/ })
      .first()
      .tap()
    await page.waitForURL((url) => url.href !== before)
  })

  test('pulls the sheet up, which opens nothing by itself, and reads a measure', async () => {
    keepPicture(page, 'phone-sheet')
    await page.getByRole('button', { name: 'Visa hela området' }).first().tap()
    const card = page.getByRole('heading', { level: 4 }).first().getByRole('button')
    await card.waitFor()
    await page.getByRole('button', { name: 'Visa mer av panelen' }).tap()
    await page.locator('[data-snap="half"]').waitFor()
    await shot(page, 'phone-sheet')
    await expectAccessible(page)
    expect(param(page, 'sel')).toBe('')
    const title = (await card.textContent())!
    await card.tap()
    await inspector(page).getByRole('heading', { level: 2, name: title }).waitFor()
    await shot(page, 'phone-inspector')
    await expectAccessible(page)
    await inspector(page).getByRole('button', { name: 'Stäng' }).tap()
    await inspector(page).waitFor({ state: 'detached' })
  })

  test('turns a layer off and reads the table', async () => {
    keepPicture(page, 'phone-layers')
    await tab(page, 'Kartlager').tap()
    await layerSwitch(page, 'Kamerabevakning').uncheck()
    await page.waitForURL((url) => url.searchParams.get('off')?.includes('camera_sites') === true)
    await shot(page, 'phone-layers')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Visa som lista' }).tap()
    await list(page).getByRole('rowheader').first().waitFor()
    await shot(page, 'phone-list')
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })

  test('has met no error on the way', () => {
    expect(visitor.troubles).toEqual([])
  })
})

describe('the police’s picture', { timeout: patience }, () => {
  let visitor: Visitor
  let page: Page

  beforeAll(async () => {
    visitor = await visit(browser, server.url, 'Amira Holm')
    page = visitor.page
  }, patience)
  afterAll(() => visitor?.context.close())

  const digits = (text: string) => Number(text.replace(/\D/g, ''))
  const counted = async () =>
    digits(
      (await page
        .getByText(/^[\d\s]+ händelser$/)
        .first()
        .textContent()) ?? '',
    )

  test('is where the police land, with every event in its hour of the week', async () => {
    keepPicture(page, 'police-open')
    expect(new URL(page.url()).pathname).toBe('/lagesbild')
    await page.getByRole('button', { name: 'Polisens öppna flöde' }).click()
    const grid = page.getByRole('table', { name: /^Antal händelser per veckodag och timme/ })
    await grid.waitFor()
    await expectDrawn(page, desktopMap)
    const cells = (await grid.locator('td').allTextContents()).map(Number)
    expect(cells).toHaveLength(7 * 24)
    const [untimed = ''] = await page.getByText(/saknar klockslag/).allTextContents()
    expect(cells.reduce((sum, n) => sum + n, 0) + digits(untimed)).toBe(await counted())
    await shot(page, 'police-open')
    await expectAccessible(page)
  })

  test('counts what it knows only roughly as left out', async () => {
    const note = (await page.getByText(/^[\d\s]+ av [\d\s]+ händelser är bara kända till/).textContent())!
    const [coarse = 0, all = 0] = note.split(' av ', 2).map(digits)
    expect(all).toBe(await counted())
    expect(coarse).toBeGreaterThan(0)
    expect(coarse).toBeLessThan(all / 2)
  })

  test('counts more over a longer period', async () => {
    keepPicture(page, 'police-period')
    const before = await counted()
    const year = page.getByRole('button', { name: '1 år' })
    await year.click()
    await expect.poll(counted, { timeout: long }).toBeGreaterThan(before)
    expect(await year.getAttribute('aria-pressed')).toBe('true')
  })

  test('opens a patrol zone from the list of zones', async () => {
    keepPicture(page, 'police-zone')
    const zones = page.getByRole('region', { name: 'Patrullområden' })
    const zone = zones.getByRole('listitem').first().getByRole('button')
    expect(await zone.textContent()).toMatch(/\d\d:\d\d–\d\d:\d\d/)
    const title = (await zone.locator('strong').textContent())!
    await zone.click()
    await inspector(page).getByRole('heading', { level: 2, name: title }).waitFor()
    await shot(page, 'police-zone')
    await expectAccessible(page)
  })

  test('asks before a half-drawn zone is thrown away', async () => {
    keepPicture(page, 'police-dialog')
    await page.getByRole('button', { name: 'Nytt område' }).click()
    await page
      .getByRole('listitem')
      .getByRole('button', { name: /^Patrullområden/ })
      .click()
    await page.getByRole('textbox', { name: /^Namn/ }).fill('Stationen på lördagar')
    await page.keyboard.press('Escape')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await shot(page, 'police-dialog')
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Kasta' }).click()
    await dialog.waitFor({ state: 'detached' })
  })

  test('sees the police’s layers beside everyone’s, in the dark too', async () => {
    keepPicture(page, 'police-layers')
    await tab(page, 'Kartlager').click()
    for (const title of [
      'Patrullområden',
      'Polisens händelser',
      'Otrygga platser',
      'Kamerabevakning',
      'Belysningsåtgärder',
    ])
      await layerSwitch(page, title).waitFor()
    await expectDrawn(page, desktopMap)
    await shot(page, 'police-dark-layers')
    await expectAccessible(page)
    await tab(page, 'Lägesbild').click()
    await page.getByRole('table', { name: /^Antal händelser/ }).waitFor()
    await shot(page, 'police-dark')
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'light' })
  })

  test('reads what the planner draws, and cannot change it', async () => {
    keepPicture(page, 'police-read-only')
    await page.goto(`${server.url}/lagesbild?list=camera_sites`)
    await list(page).getByRole('rowheader').first().getByRole('button').click()
    await inspector(page).getByRole('button', { name: 'Zooma till' }).waitFor()
    await inspector(page).getByText('Status', { exact: true }).waitFor()
    expect(await mayChange(page).count()).toBe(0)
    const id = param(page, 'sel').split(':')[1]!
    const status = await page.evaluate(async (path) => {
      const { version } = await (await fetch(path)).json()
      const headers = { 'content-type': 'application/json', 'if-match': `"${version}"` }
      const body = JSON.stringify({ properties: { title: 'Polisens kamera' } })
      return (await fetch(path, { method: 'PATCH', headers, body })).status
    }, `/api/measures/${id}`)
    expect(status).toBe(403)
  })

  test('has met no error on the way', () => {
    expect(visitor.troubles).toEqual([])
  })
})
