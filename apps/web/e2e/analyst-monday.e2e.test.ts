import { readFile } from 'node:fs/promises'
import type { Picture } from '@trygghetskartan/api/contract-pictures'
import type { Browser, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectAccessible, openBrowser, type Visitor, visit } from './open-browser.ts'
import { openServer, type RunningServer } from './open-server.ts'

const patiently = { timeout: 90_000 }
/** Stora torg of the demonstration town, where Friday and Saturday nights are planted. */
const square = { lon: 14.1551, lat: 56.0308 }
const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  permissions: ['geolocation'],
  geolocation: { latitude: square.lat, longitude: square.lon, accuracy: 9 },
}
const seen = 'Lampan vid busshållplatsen är sönder, flera väntar i mörkret'
const lead = 'Fredagsnatten vid Stora torg var lugnare.'

/** Six fights at the square in the week that runs, one of them twice, and three rows that cannot be taken. */
function nightCsv(): string {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date())
  const row = (id: number, more: { when?: string; kind?: string; lat?: string } = {}) =>
    [
      `N${id}`,
      more.kind ?? 'Bråk',
      more.when ?? `${today} 00:0${id}`,
      more.lat ?? (square.lat + id / 1e5).toFixed(5),
      square.lon.toFixed(5),
      'Stora torg',
    ].join(';')
  const rows = [1, 2, 3, 4, 5, 6, 6].map((id) => row(id))
  const faulty = [row(7, { when: 'i fredags' }), row(8, { kind: 'Zxqv' }), row(9, { lat: '' })]
  return ['Ärendenummer;Brottstyp;Datum;Latitud;Longitud;Plats', ...rows, ...faulty, ''].join('\r\n')
}

describe('the analyst’s Monday', { timeout: 240_000 }, () => {
  let server: RunningServer
  let browser: Browser
  let analyst: Visitor
  let page: Page
  let week = ''

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([openServer(), openBrowser()])
    analyst = await visit(browser, server.url, 'Amira Holm')
    page = analyst.page
  }, 450_000)

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  // Each part builds on the one before.
  let broken = false
  beforeEach(({ skip, task, onTestFailed }) => {
    skip(broken, 'an earlier part failed')
    onTestFailed(async () => {
      broken = true
      if (process.env.E2E_SHOTS)
        await page.screenshot({
          path: `${process.env.E2E_SHOTS}/monday-${task.name.replace(/[^a-z]+/gi, '-')}.png`,
        })
    })
  })

  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' })
  const read = <T>(from: Page, path: string): Promise<T> =>
    from.evaluate(async (path) => (await fetch(path)).json(), path) as Promise<T>

  test('what a field worker logs without a connection arrives once, and the police read it', async () => {
    const worker = await visit(browser, server.url, 'Elias Berg', phone)
    const { page: screen } = worker
    await screen.waitForURL('**/lagg-in')
    await screen.evaluate(() => navigator.serviceWorker.ready)
    await worker.context.setOffline(true)
    await screen.getByRole('button', { name: 'Mörkt, trasig lampa', exact: true }).tap()
    await screen.getByText('Din position, ± 9 m').waitFor()
    await screen.getByRole('radio', { name: 'Nu' }).check()
    await screen.getByRole('textbox').last().fill(seen)
    await screen.getByRole('button', { name: 'Spara och skicka senare' }).tap()
    await screen.getByText('Sparat på enheten').waitFor()
    await worker.context.setOffline(false)
    await screen.getByText('Skickat').waitFor()
    await screen.reload()
    await screen.getByRole('button', { name: 'Mörkt, trasig lampa', exact: true }).waitFor()
    expect(worker.troubles).toEqual([])
    await worker.context.close()

    await button('Fältposter').click()
    const row = page.getByRole('listitem').filter({ hasText: seen })
    await row.waitFor()
    expect(await row.count()).toBe(1)
    await expectAccessible(page)
  })

  test('a table of incidents is taken in, and what cannot be is told row by row', async () => {
    await page.goto(`${server.url}/lagesbild`)
    await page.getByRole('link', { name: 'Läs in händelser' }).click()
    const choose = () =>
      page
        .getByLabel('Fil med händelser')
        .last()
        .setInputFiles({
          name: 'natten.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(nightCsv()),
        })
    const figure = (title: string) =>
      page.getByRole('main').locator('dl > div', { hasText: title }).locator('dd').first().innerText()
    await choose()
    const meaning = (column: string) =>
      page
        .getByRole('combobox', { name: `Vad ${column} betyder` })
        .locator('option:checked')
        .innerText()
    await page.getByText('Vad säger kolumnerna?').first().waitFor()
    expect(await meaning('Brottstyp')).toMatch(/slag/i)
    await expectAccessible(page)
    await button('Granska').click()
    await page.getByText('Det här skulle hända').first().waitFor(patiently)
    for (const said of [
      'Datumet ”i fredags” går inte att läsa.',
      'Slaget ”Zxqv” är okänt.',
      /^Läget ”.*” går inte att läsa/,
    ])
      await page.getByText(said).first().waitFor()
    expect(await figure('Dubbletter')).toBe('1')
    await expectAccessible(page)
    await button(/^Läs in 6/).click()
    await page.getByText('Händelserna är inlästa').first().waitFor(patiently)
    expect([await figure('Nya'), await figure('Avvisade')]).toEqual(['6', '3'])
    await expectAccessible(page)
    await button('Välj en annan fil').click()
    await choose()
    await button('Granska').click()
    await page.getByText('Filen ger inget nytt: allt som kunde läsas finns redan.').waitFor(patiently)
    expect([await figure('Nya'), await figure('Oförändrade')]).toEqual(['0', '6'])
  })

  test('the hotspot of Friday and Saturday nights is the first of the list, and is explained', async () => {
    await page.goto(`${server.url}/lagesbild`)
    await button('Kvällar och nätter, fre–lör').click()
    expect(await page.getByRole('combobox', { name: 'Fråga' }).inputValue()).toBe('gi')
    const first = page
      .getByRole('region', { name: 'Hotspots, säkrast först' })
      .getByRole('listitem')
      .first()
      .getByRole('button')
    await expect.poll(() => first.innerText(), patiently).toMatch(/\d+ händelser, väntat [\d,]+/)
    await expectAccessible(page)
    await first.click()
    await page.getByText(/händelser mot [\d,]+ om de vore jämnt spridda/).waitFor(patiently)
    await page.getByText(/^z = [\d,]+, p [=<] [\d,]+/).waitFor()
    await page.getByText(/^Mest .*(fre|lör).* kl\. \d\d–\d\d/).waitFor()
    await page.getByText('Fylleri, LOB', { exact: true }).filter({ visible: true }).first().waitFor()
    const [, lon, lat] = /task=hotspot:([\d.]+),([\d.]+)/.exec(decodeURIComponent(page.url())) ?? []
    const metres = Math.hypot((Number(lon) - square.lon) * 62_100, (Number(lat) - square.lat) * 111_300)
    expect(metres).toBeLessThan(80)
    await expectAccessible(page)
  })

  test('a patrol zone is begun from it, and tells what share it holds', async () => {
    await button('Rita patrullområde här').click()
    await page.getByLabel(/^Namn/).fill('Torget på fredagsnatten')
    await button('Spara').click()
    await button('Spara').waitFor({ state: 'detached', timeout: 90_000 })
    await page.goto(`${server.url}/lagesbild`)
    await button('Patrullområden och närvaro').click()
    const zone = page
      .getByRole('listitem')
      .filter({ hasText: 'Torget på fredagsnatten' })
      .filter({ hasText: /Håller [\d,]+ % \([\d,]+–[\d,]+\)/ })
    await zone.waitFor(patiently)
    expect(await zone.innerText()).toMatch(/PAI [\d,]+/)
    await expectAccessible(page)
  })

  const sentence = (of: Page) => of.getByRole('textbox', { name: 'Sammanfattning' })
  const openWeek = async (of: Page) => {
    await of.goto(`${server.url}/lagesbild/vecka/${week}`)
    await sentence(of).waitFor(patiently)
  }

  test('the week is compiled, and two write in the same sentence without losing a word', async () => {
    await page.goto(`${server.url}/lagesbild`)
    await page.getByRole('link', { name: /^Veckans lägesbild/ }).click()
    await expectAccessible(page)
    week = (await read<{ current: string }>(page, '/api/pictures')).current
    await page.getByRole('link', { name: new RegExp(`^Vecka ${Number(week.slice(5))}, `) }).click()
    await button('Sammanställ på nytt').click()
    await page.getByText('Sammanställd. Texterna är orörda.').first().waitFor(patiently)
    await sentence(page).fill(lead)
    await page.getByText('Allt är sparat').waitFor(patiently)

    const colleague = await visit(browser, server.url, 'Amira Holm')
    await openWeek(colleague.page)
    await expect.poll(() => sentence(colleague.page).inputValue(), patiently).toBe(lead)
    // Both write before either has heard of the other.
    const beforeWord = lead.indexOf('lugnare')
    await sentence(page).evaluate(
      (area: HTMLTextAreaElement, at) => area.setSelectionRange(at, at),
      beforeWord,
    )
    await sentence(colleague.page).evaluate((area: HTMLTextAreaElement) => {
      area.setSelectionRange(area.value.length - 1, area.value.length - 1)
    })
    await sentence(page).focus()
    await sentence(colleague.page).focus()
    await Promise.all([page.keyboard.type('betydligt '), colleague.page.keyboard.type(' än veckan före')])
    const both = 'Fredagsnatten vid Stora torg var betydligt lugnare än veckan före.'
    for (const one of [page, colleague.page])
      await expect.poll(() => sentence(one).inputValue(), patiently).toBe(both)
    expect(colleague.troubles).toEqual([])
    await colleague.context.close()
    await expectAccessible(page)
  })

  test('it is frozen and signed once', async () => {
    await button('Frys').click()
    await page.getByLabel(/^I egenskap av/).fill('Lokalpolisområdeschef')
    await button('Signera').click()
    await page.getByText('Kontrollerad: innehållet är det som signerades.').waitFor(patiently)
    await page.getByText('Fredagsnatten vid Stora torg var betydligt lugnare än veckan före.').waitFor()
    await expectAccessible(page)
    const again = await page.evaluate(async (week) => {
      const answer = await fetch(`/api/pictures/${week}/sign`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ title: 'Någon annan' }),
      })
      return { status: answer.status, text: await answer.text() }
    }, week)
    expect(again.status).toBe(409)
    expect(again.text).toMatch(/redan signerad av Amira Holm/)
    expect(await sentence(page).count()).toBe(0)
  })

  test('it is laid beside the week before', async () => {
    const before = page.getByRole('combobox', { name: /^Jämför med/ })
    await before.selectOption({ index: 1 })
    const beside = page.getByRole('article', { name: 'Jämförelse' })
    const figures = beside.getByRole('row').filter({ hasText: 'Händelser' }).first()
    await expect.poll(() => figures.innerText(), patiently).toMatch(/\d/)
    await beside.locator('ins').first().waitFor()
    await expectAccessible(page)
  })

  test('its PDF says the week, that it is signed, with what digest, and its figures', async () => {
    const { sha256, sections } = await read<Picture>(page, `/api/pictures/${week}`)
    const text = await pdfText(page, /^PDF/)
    for (const said of [
      `Vecka ${Number(week.slice(5))}`,
      week.slice(0, 4),
      'Amira Holm',
      'Lokalpolisområdeschef',
      'betydligt lugnare än veckan före',
    ])
      expect(text).toContain(said)
    expect(text.replaceAll(' ', '')).toContain(sha256!)
    const { incidents } = sections.find(({ kind }) => kind === 'summary')!.data!
    expect(incidents!.n).toBeGreaterThanOrEqual(6)
    expect(text).toContain(`Händelser ${incidents!.n} (`)
  })

  test('the municipality reads the shared version alone, without small counts or what is for the police', async () => {
    const internal = await read<Picture>(page, `/api/pictures/${week}`)
    const planner = await visit(browser, server.url, 'Petra Lindgren')
    const { page: screen } = planner
    await screen.goto(`${server.url}/planera/lagesbild/${week}`)
    const main = screen.getByRole('main')
    await main.getByText('betydligt lugnare än veckan före').waitFor(patiently)
    await main.getByRole('table').first().waitFor()
    const shown = await main.innerText()
    expect(internal.sections.some((section) => section.internal)).toBe(true)
    for (const section of internal.sections.filter((one) => one.internal)) {
      expect(shown).not.toContain(section.title)
      if (section.text) expect(shown).not.toContain(section.text)
    }
    const counts = await main.locator('#changes td, #times td').allInnerTexts()
    expect(counts.length).toBeGreaterThan(10)
    for (const count of counts)
      for (const [digits] of count.matchAll(/\d+/g)) expect([1, 2, 3, 4]).not.toContain(Number(digits))
    await expectAccessible(screen)
    const refused = await screen.evaluate(
      (week) =>
        Promise.all(
          [
            `/api/pictures/${week}?version=internal`,
            `/api/pictures/${week}/picture.pdf?version=internal`,
            `/api/pictures/${week}/map.png?version=internal`,
            '/api/incidents',
          ].map(async (path) => (await fetch(path)).status),
        ),
      week,
    )
    expect(refused).toEqual([403, 403, 403, 403])
    const text = await pdfText(screen, /^PDF/)
    expect(text).toContain('betydligt lugnare än veckan före')
    expect(planner.troubles).toEqual([])
    await planner.context.close()
  })

  test('nothing went wrong on the way', () => {
    expect(analyst.troubles).toEqual([])
  })
})

/** What the document behind a link says, on one line. */
async function pdfText(page: Page, name: RegExp): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download', patiently),
    page.getByRole('link', { name }).click(),
  ])
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(await download.path())))
  const { text } = await extractText(pdf, { mergePages: true })
  return text.replace(/\s+/g, ' ')
}
