import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { expectAccessible, openBrowser, visit } from './open-browser.ts'
import { openServer, type RunningServer } from './open-server.ts'

vi.setConfig({ testTimeout: 400_000 })
/** How long a busy machine may draw, and reckon; in milliseconds. */
const long = 120_000

describe('two plans for the same place', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([openServer(), openBrowser()])
  }, 450_000)

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const asPetra = async (): Promise<Page> => {
    const { page, context, troubles } = await visit(browser, server.url, 'Petra Lindgren')
    context.setDefaultTimeout(long)
    onTestFinished(async () => {
      await context.close()
      expect(troubles).toEqual([])
    })
    return page
  }
  const panel = (page: Page) => page.getByRole('region', { name: 'Vid kartan: Plan' })
  const part = (page: Page, name: RegExp) => panel(page).getByRole('tab', { name })
  /** A plan of a lamp-lit path and a camera, drawn as ideas. */
  const draw = (page: Page, title: string): Promise<string> =>
    page.evaluate(async (title) => {
      const post = async (path: string, body: unknown) => {
        const headers = { 'content-type': 'application/json' }
        const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
        if (!answer.ok) throw new Error(await answer.text())
        return (await answer.json()) as { id: string }
      }
      const { id } = await post('/api/plans', { title, budgetSek: 200_000 })
      const add = (layer: string, geometry: unknown, properties: object) =>
        post('/api/measures', { layer, geometry, properties: { status: 'idea', plan_id: id, ...properties } })
      const path = [
        [14.1548, 56.0262],
        [14.1562, 56.0266],
      ]
      await add(
        'lighting_upgrades',
        { type: 'LineString', coordinates: path },
        { title: 'Ljus på stråket', cost_sek: 150_000, mounting_height_m: 5, flux_lm: 6000 },
      )
      await add(
        'camera_sites',
        { type: 'Point', coordinates: [14.1556, 56.0265] },
        { title: 'Kamera vid passagen', cost_sek: 90_000, camera_type: 'fixed', direction_deg: 90 },
      )
      return id
    }, title)

  test('a variant without the camera costs less and watches nobody, and the table says so', async () => {
    const page = await asPetra()
    const plan = await draw(page, 'Passagen med kamera')
    await page.goto(`${server.url}/planera?task=plan:${plan}`)
    await panel(page).getByText('40 000 kr över budgeten').waitFor()
    await panel(page).getByRole('button', { name: 'Kopiera och variera' }).click()
    await page.getByLabel('Kopians namn').fill('Passagen utan kamera')
    await page.getByRole('button', { name: 'Kopiera med 2 åtgärder' }).click()
    await panel(page).getByText('Variant av').waitFor()
    await panel(page)
      .getByRole('button', { name: /Kamera vid passagen/ })
      .click()
    await panel(page).getByRole('button', { name: 'Ta ur planen' }).click()
    await panel(page).getByText('50 000 kr kvar').waitFor()
    await expectAccessible(page)

    await panel(page).getByRole('link', { name: 'Jämför' }).click()
    const cells = (figure: string) =>
      page
        .locator(`tr[data-figure="${figure}"] td`)
        .allInnerTexts()
        .then((texts) => texts.map(oneLine))
    // The variant stands first: it was open.
    await expect
      .poll(() => cells('people'), { timeout: long })
      .toEqual([expect.stringMatching(/^0/), expect.stringMatching(/^\d+/)])
    expect(await cells('investment')).toEqual([
      '150 000 kr bäst 50 000 kr kvar av budgeten',
      '240 000 kr 40 000 kr över budgeten',
    ])
    expect(await cells('covered')).toEqual(
      Array(2).fill(expect.stringMatching(/^[\d,]+ poäng.* tillkommer med planen$/)),
    )
    await page.getByText('1 ringad finns bara här').waitFor()
    await page.getByRole('button', { name: 'Spara jämförelsen' }).click()
    await page.getByText('Jämförelsen är sparad i varje plan').last().waitFor()
    await expectAccessible(page)
  })

  test('a question is pinned to a place, answered and resolved', async () => {
    const page = await asPetra()
    const plan = await draw(page, 'Passagen, frågor')
    await page.goto(`${server.url}/planera?task=plan:${plan}&at=14.1556,56.0264,17`)
    await part(page, /^Kommentarer/).click()
    await panel(page).getByLabel('Ny kommentar').fill('Står skylten i vägen?')
    await panel(page).getByRole('button', { name: 'Peka på kartan' }).click()
    await page.getByRole('button', { name: 'Fäst i kartans mitt' }).click()
    await panel(page).getByRole('button', { name: 'Skicka' }).click()
    await page.getByRole('button', { name: 'Kommentar 1 av Petra Lindgren: Står skylten i vägen?' }).waitFor()
    await panel(page).getByRole('button', { name: 'Svara' }).click()
    await panel(page).getByLabel('Svar till Petra Lindgren').fill('Nej, den flyttas.')
    await panel(page).getByRole('button', { name: 'Skicka' }).last().click()
    await panel(page).getByText('Nej, den flyttas.').waitFor()
    await expectAccessible(page)
    await panel(page).getByRole('button', { name: 'Markera som löst' }).click()
    await page.getByRole('button', { name: /^Löst kommentar 1/ }).waitFor()
    await panel(page).getByRole('switch', { name: 'Bara olösta' }).check()
    await panel(page).getByText('Allt är löst').waitFor()
  })

  test('whoever has the link sees the plan without signing in, until it is withdrawn', async () => {
    const page = await asPetra()
    const plan = await draw(page, 'Passagen, delad')
    await page.goto(`${server.url}/planera?task=plan:${plan}`)
    await part(page, /^Dela/).click()
    await panel(page).getByRole('switch', { name: 'Visa kostnader' }).check()
    await panel(page).getByRole('button', { name: 'Gör en länk' }).click()
    const link = await panel(page).getByLabel('Länk', { exact: true }).inputValue()
    const guest = await visit(browser, server.url)
    onTestFinished(() => guest.context.close())
    await guest.page.goto(new URL(new URL(link).pathname, server.url).href)
    await guest.page.getByRole('heading', { name: 'Passagen, delad' }).waitFor()
    await guest.page.getByText('Ljus på stråket').waitFor()
    await guest.page.getByText('240 000 kr').waitFor()
    await guest.page.getByText(/Det här är ett arbetsmaterial/).waitFor()
    expect(await guest.page.getByText('Petra').count()).toBe(0)
    await expectAccessible(guest.page)

    await panel(page).getByRole('button', { name: 'Dra tillbaka' }).click()
    await panel(page).getByText('Inga länkar är öppna.').waitFor()
    await guest.page.reload()
    await guest.page.getByText('Länken gäller inte').waitFor()
  })
})

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
