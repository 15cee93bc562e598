import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { expectAccessible, openBrowser, type Visitor, visit } from './open-browser.ts'
import { openServer, type RunningServer } from './open-server.ts'

vi.setConfig({ testTimeout: 60_000 })

const title = 'Otrygg väntan vid Resecentrum'
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

describe('problems, plan, operations, surveys and walks', () => {
  let server: RunningServer
  let browser: Browser
  let planner: Visitor
  let police: Visitor
  let page: Page

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([openServer(), openBrowser()])
    ;[planner, police] = await Promise.all([
      visit(browser, server.url, 'Petra Lindgren'),
      visit(browser, server.url, 'Amira Holm', phone),
    ])
    page = planner.page
    for (const { context } of [planner, police]) context.setDefaultTimeout(15_000)
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const go = (at: Page, path: string) => at.goto(server.url + path)
  const part = (at: Page, name: string) => at.getByRole('region', { name, exact: true })
  const idOf = (layer: string) =>
    page.evaluate(async (from) => {
      const answer = await fetch(`/api/layers/${from}/items?limit=1`)
      return ((await answer.json()) as { features: { id: string }[] }).features[0]!.id
    }, layer)
  const field = (at: Page, name: string) => at.getByRole('dialog').getByRole('textbox', { name, exact: true })
  const save = (at: Page) => at.getByRole('dialog').getByRole('button', { name: 'Spara' }).click()
  const closed = (at: Page) => at.getByRole('dialog').waitFor({ state: 'detached' })

  test('a planner writes a problem down, without a word of any person', async () => {
    await go(page, '/planera/problem')
    await page.getByRole('button', { name: 'Nytt problem' }).click()
    await page.getByLabel('Namn').fill(title)
    await page.getByLabel('Sort').selectOption({ label: 'Otrygghet' })
    const happens = page.getByLabel('Vad som händer')
    await happens.fill('Ring 070-123 45 67 om det som händer på kvällarna.')
    await save(page)
    await page.getByText('”070-123 45 67” kan peka ut en person').waitFor()
    await happens.fill('Resande väntar ensamma på kvällarna.')
    await save(page)
    await page.getByRole('heading', { level: 2, name: title }).waitFor()
    await page.getByText('Ingen åtgärd är kopplad till problemet.').waitFor()
    await expectAccessible(page)
  })

  test('the police see it at once on a phone, and what either writes in a field of its own stays', async () => {
    const { page: phonePage } = police
    await go(phonePage, new URL(page.url()).pathname.replace('/planera/', '/lagesbild/'))
    await phonePage.getByRole('heading', { level: 2, name: title }).waitFor()
    await expectAccessible(phonePage)
    const open = (at: Page) => part(at, 'Problemet').getByRole('button', { name: 'Ändra' }).click()
    await open(page)
    await open(phonePage)
    await field(page, 'Mål').fill('Fler väntar utan att vara rädda')
    await field(page, 'Indikator').fill('Andel otrygga')
    await field(page, 'Ansvarig').fill('Trygghetsenheten')
    await save(page)
    await closed(page)
    // Told as it happens: the page behind the open form has it.
    await expect.poll(() => part(phonePage, 'Mål').innerText()).toContain('Fler väntar')
    await field(phonePage, 'Vilka som drabbas').fill('Resande kvällstid')
    await field(phonePage, 'Ansvarig').fill('Lokalpolisområdet')
    await save(phonePage)
    const clash = phonePage.getByRole('alert').filter({ hasText: 'Någon annan skrev samtidigt' })
    await expect.poll(() => clash.innerText()).toContain('Ansvarig: Trygghetsenheten')
    await save(phonePage)
    await closed(phonePage)
    await expect.poll(() => part(page, 'Problemet').innerText()).toContain('Lokalpolisområdet')
    expect(await part(page, 'Mål').innerText()).toContain('Fler väntar')
  })

  test('it gets evidence, a measure and an operation that answers to another problem too', async () => {
    await part(page, 'Underlag').getByRole('button', { name: 'Lägg till underlag' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('Sort av underlag').selectOption({ label: 'Annan källa' })
    await form.getByLabel('Rubrik').fill('Samtal med resande')
    await form.getByLabel('Källa').fill('Trygghetsvandringen i oktober')
    await save(page)
    await closed(page)
    await part(page, 'Underlag').getByText('Samtal med resande').waitFor()

    await part(page, 'Gemensamma insatser').getByRole('button', { name: 'Planera insats' }).click()
    expect(await form.getByRole('checkbox', { name: title }).isChecked()).toBe(true)
    await form.getByRole('checkbox', { name: 'Cykelstölder vid Kristianstad C' }).check()
    await form.getByLabel('Namn').fill('Kväll på perrongen')
    for (const [label, text] of [
      ['Börjar, dag', '2026-12-18'],
      ['Börjar, klockan', '17:00'],
      ['Slutar, dag', '2026-12-18'],
      ['Slutar, klockan', '22:00'],
    ] as const)
      await form.getByLabel(new RegExp(`^${label}`)).fill(text)
    await form.getByLabel('Vilka som deltar').fill('Polisen\nFältgruppen')
    await form.getByLabel('Leds av').fill('Trygghetsenheten')
    await form.getByLabel('Syfte').fill('Vuxna där resande väntar')
    await save(page)
    await closed(page)
    await part(page, 'Gemensamma insatser').getByRole('link', { name: 'Cykelstölder' }).waitFor()
    await expectAccessible(page)
  })

  test('the plan says what has no measure, and is exported as the act asks', async () => {
    await page.getByRole('link', { name: 'Åtgärdsplan' }).click()
    await page.getByText('2 problem har ingen åtgärd.').waitFor()
    await part(page, 'Problem och åtgärder').getByRole('link', { name: title }).first().waitFor()
    await expectAccessible(page)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Hämta som Word' }).click(),
    ])
    const document = unzipSync(await readFile(await download.path()))['word/document.xml']!
    expect(new TextDecoder().decode(document)).toContain(title)
    const { page: phonePage } = police
    await go(phonePage, '/lagesbild/atgardsplan')
    await phonePage.getByText('2 problem har ingen åtgärd.').waitFor()
    await expectAccessible(phonePage)
  })

  test('operations name each problem that they answer to', async () => {
    for (const [at, path] of [
      [page, '/planera/insatser'],
      [police.page, '/lagesbild/insatser'],
    ] as const) {
      await go(at, path)
      const row = part(at, 'Kommande').getByRole('listitem').filter({ hasText: 'Kväll på perrongen' })
      await expect.poll(() => row.getByRole('link').allInnerTexts()).toHaveLength(2)
      await expectAccessible(at)
    }
  })

  test('a survey and a walk are read on the map of either face', async () => {
    for (const [at, face, layer, section] of [
      [page, '/planera', 'safety_survey_areas', 'Svar över tid'],
      [police.page, '/lagesbild', 'safety_walks', 'Vandringen'],
    ] as const) {
      await go(at, `${face}?sel=${layer}:${await idOf(layer)}`)
      await part(at, section).waitFor()
      await expectAccessible(at, `[aria-label="${section}"]`)
    }
  })

  test('what is seen on a walk is noted without a connection, and arrives once when there is one', async () => {
    const { context } = planner
    await go(page, `/planera?sel=safety_walks:${await idOf('safety_walks')}`)
    await part(page, 'Vandringen').getByRole('button', { name: 'Ny anmärkning' }).click()
    await page.getByRole('radio', { name: 'Nedskräpat eller förstört' }).check()
    await page.getByRole('button', { name: 'Mitt på kartan' }).click()
    await page.getByRole('textbox', { name: 'Med några ord' }).fill('Klotter vid trappan')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Spara anmärkning' }).click()
    await page.getByText('En anmärkning väntar på att skickas').waitFor()
    await context.setOffline(false)
    const list = part(page, 'Anmärkningar').getByText('Klotter vid trappan')
    await list.waitFor()
    await page.getByText('En anmärkning väntar på att skickas').waitFor({ state: 'detached' })
    expect(await list.count()).toBe(1)
  })

  test('incidents are read in by steps, each of which can be reached by all', async () => {
    const { page: phonePage } = police
    await go(phonePage, '/lagesbild/las-in')
    await phonePage.getByRole('heading', { level: 2 }).first().waitFor()
    await expectAccessible(phonePage)
    const csv =
      'Nummer;Brottstyp;Datum;E;N\n1;Skadegörelse;2026-05-01 21:00;447600;6209400\n2;Rån;2026-05-02 22:00;447700;6209500\n'
    await phonePage
      .getByLabel('Fil med händelser')
      .last()
      .setInputFiles({ name: 'uttag.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await phonePage.getByText('Vad säger kolumnerna?').first().waitFor()
    await expectAccessible(phonePage)
    await phonePage.getByRole('button', { name: 'Granska' }).click()
    await phonePage.getByText('Det här skulle hända').first().waitFor()
    await expectAccessible(phonePage)
    await phonePage.getByRole('button', { name: /^Läs in/ }).click()
    await phonePage.getByText('Händelserna är inlästa').first().waitFor()
    await expectAccessible(phonePage)
  })

  test('no page has met an error on the way', () => {
    expect([...planner.troubles, ...police.troubles]).toEqual([])
  })
})
