import type { Commitment } from '@trygghetskartan/api/contract-commitments'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { expectAccessible, openBrowser, visit } from './open-browser.ts'
import { openServer, type RunningServer } from './open-server.ts'

vi.setConfig({ testTimeout: 180_000 })

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const year = new Date().getFullYear()

describe('promises to residents', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([openServer(), openBrowser()])
  }, 500_000)

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const as = async (account?: string, screen?: BrowserContextOptions): Promise<Page> => {
    const visitor = await visit(browser, server.url, account, screen)
    onTestFinished(async () => {
      await visitor.context.close()
      expect(visitor.troubles).toEqual([])
    })
    return visitor.page
  }

  test('a planner writes and publishes one by keyboard; a resident reads it on a phone and finds its place on the map', async () => {
    const page = await as('Petra Lindgren')
    await page.goto(`${server.url}/planera/loften`)
    await page.getByRole('button', { name: 'Nytt löfte' }).focus()
    await page.keyboard.press('Enter')
    const form = page.getByRole('dialog', { name: 'Nytt löfte' })
    // The dialog takes the focus; from its first control on it is Tab and typing alone.
    await form.getByLabel('Rubrik').focus()
    await page.keyboard.type('Ljus vid stationen')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Vi byter ljuset vid stationen före jul.')
    await form.getByRole('button', { name: 'Spara' }).press('Enter')
    await page.getByRole('heading', { name: 'Ljus vid stationen' }).waitFor()
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Länka från kartan' }).click()
    const picker = page.getByRole('dialog', { name: 'Länka från kartan' })
    await picker.getByLabel('Lager').selectOption({ label: 'Belysningsåtgärder' })
    await picker.getByLabel('Sök').fill('Järnvägsplan')
    await picker.getByRole('button', { name: 'Länka Järnvägsplan, ljusare gångytor' }).click()
    await picker.getByText('Länkad').waitFor()
    await picker.getByRole('button', { name: 'Klar' }).click()

    const resident = await as(undefined, phone)
    await resident.goto(`${server.url}/loften`)
    await resident.getByRole('heading', { name: `Löften ${year}` }).waitFor()
    expect(await resident.getByText('Ljus vid stationen').count()).toBe(0)

    page.once('dialog', (sure) => void sure.accept())
    await page.getByRole('button', { name: 'Publicera' }).click()
    await page.getByText('Publicerat', { exact: false }).first().waitFor()
    await page.getByRole('button', { name: 'Skriv hur det går' }).click()
    const line = page.getByRole('dialog', { name: 'Skriv hur det går' })
    await line.getByLabel('Läge').selectOption({ label: 'På väg' })
    await line.getByLabel('Förklaring').fill('Armaturerna är beställda.')
    await line.getByRole('button', { name: 'Skriv hur det går' }).click()
    await line.waitFor({ state: 'detached' })

    await resident.reload()
    const card = resident.getByRole('article').filter({ hasText: 'Ljus vid stationen' })
    await card.getByText('Armaturerna är beställda.').waitFor()
    await card.getByText('På väg').waitFor()
    expect(await resident.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await expectAccessible(resident)
    await card.getByRole('link', { name: 'Ljus vid stationen' }).first().click()
    await resident.getByRole('region', { name: 'Hur det går' }).waitFor()
    await expectAccessible(resident)
    await resident.getByRole('link', { name: 'Visa Järnvägsplan, ljusare gångytor på kartan' }).click()
    await resident
      .getByRole('region', { name: 'Valt objekt' })
      .getByRole('heading', { name: 'Järnvägsplan, ljusare gångytor' })
      .waitFor()
    expect(new URL(resident.url()).searchParams.get('sel')).toMatch(/^lighting_upgrades:/)
  })

  test('two who write the same promise see each other, and neither writes over the other unseen', async () => {
    const [petra, johan] = await Promise.all([as('Petra Lindgren'), as('Johan Ek')])
    const form = (page: Page) => page.getByRole('dialog', { name: 'Ändra löftet' })
    const write = async (page: Page, label: RegExp, text: string) => {
      await form(page).getByLabel(label).fill(text)
      await form(page).getByRole('button', { name: 'Spara' }).click()
    }
    const stands = () =>
      petra.evaluate(async () => {
        const id = location.pathname.split('/').at(-1)
        const { title, text } = (await (await fetch(`/api/commitments/${id}`)).json()) as Commitment
        return [title, text]
      })
    for (const page of [petra, johan]) {
      await page.goto(`${server.url}/planera/loften`)
      await page.getByRole('link', { name: 'Ljus vid stationen' }).click()
      await page.getByRole('button', { name: 'Ändra löftet' }).click()
    }
    await write(johan, /^Löftet/, 'Vi byter ljuset före oktober.')
    await form(johan).waitFor({ state: 'detached' })
    await form(petra).getByLabel('Rubrik').fill('Ljusare vid stationen')
    await write(petra, /^Löftet/, 'Vi byter ljuset före nyår.')
    const clash = form(petra).getByRole('alert')
    await clash.getByText('Någon annan skrev samtidigt').waitFor()
    await clash.getByText('Vi byter ljuset före oktober.').waitFor()
    await expectAccessible(petra)
    expect(await stands()).toEqual(['Ljus vid stationen', 'Vi byter ljuset före oktober.'])
    expect(
      await form(petra)
        .getByLabel(/^Löftet/)
        .inputValue(),
    ).toBe('Vi byter ljuset före nyår.')
    await form(petra).getByRole('button', { name: 'Spara' }).click()
    await form(petra).waitFor({ state: 'detached' })
    expect(await stands()).toEqual(['Ljusare vid stationen', 'Vi byter ljuset före nyår.'])
  })

  test('an evaluation is closed by the signature of the other party, and told with its roles', async () => {
    const police = await as('Amira Holm')
    await police.goto(`${server.url}/planera/loften`)
    await police.getByRole('link', { name: 'Färre stulna cyklar vid stationen' }).click()
    await police.getByText('Väntar på signatur: Polisen').waitFor()
    await police.getByRole('button', { name: 'Signera' }).click()
    const signing = police.getByRole('dialog', { name: 'Signera' })
    await signing.getByLabel('Roll').fill('Lokalpolisområdeschef')
    // Nobody signs what was written anew under their hand: the municipality writes, and signs its own.
    const planner = await as('Petra Lindgren')
    await planner.goto(police.url())
    const rewrite = await planner.evaluate(async () => {
      const path = `/api/commitments/${location.pathname.split('/').at(-1)}`
      const send = async (method: string, part: string, body: object) => {
        const { version } = (await (await fetch(path)).json()) as Commitment
        const headers = { 'content-type': 'application/json', 'if-match': `"${version}"` }
        return (await fetch(path + part, { method, headers, body: JSON.stringify(body) })).status
      }
      return [
        await send('PUT', '/evaluation', {
          result: 'partly_kept',
          text: 'Stölderna är färre, men inte nog.',
        }),
        await send('POST', '/signature', { role: 'Säkerhetschef' }),
      ]
    })
    expect(rewrite).toEqual([200, 200])
    await signing.getByRole('button', { name: 'Signera' }).click()
    await signing.getByRole('alert').getByText('Stölderna är färre, men inte nog.').waitFor()
    await expectAccessible(police)
    await signing.getByRole('button', { name: 'Signera' }).click()
    await police.getByText('Det ändras inte mer.').first().waitFor()
    expect(await police.getByRole('button', { name: /Ändra löftet|Skriv utvärderingen/ }).count()).toBe(0)
    const closed = await police.evaluate(async () => {
      const id = location.pathname.split('/').at(-1)
      const promise = (await (await fetch(`/api/commitments/${id}`)).json()) as Commitment
      const again = await fetch(`/api/commitments/${id}/status`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'if-match': `"${promise.version}"` },
        body: JSON.stringify({ status: 'kept', text: 'Ändrat efteråt' }),
      })
      return [promise.state, again.status]
    })
    expect(closed).toEqual(['evaluated', 409])

    const reader = await as()
    await reader.goto(`${server.url}/loften/${year - 1}/2`)
    const told = reader.getByRole('region', { name: 'Utvärdering' })
    await told.getByText('Polisen: Lokalpolisområdeschef').waitFor()
    // The chart is told in words too, and has its table.
    const chart = reader.getByRole('img', { name: /Indikatorn över tid/ })
    expect(await chart.getAttribute('aria-label')).toContain('42')
    expect(await reader.getByRole('table', { name: 'Mätvärden' }).getByRole('row').count()).toBe(5)
    await expectAccessible(reader)
  })

  test('the archive goes back to 2020, and prints whole', async () => {
    const page = await as(undefined, { viewport: { width: 360, height: 740 } })
    await page.goto(`${server.url}/`)
    await page.goto(`${server.url}/loften?ar=2020`)
    await page.getByRole('heading', { name: 'Löften 2020' }).waitFor()
    expect(await page.getByRole('article').count()).toBe(8)
    expect(await page.getByText('Exempel', { exact: true }).count()).toBe(8)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.emulateMedia({ media: 'print' })
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    expect(height).toBeGreaterThan(2000)
    expect(await page.getByRole('button', { name: 'Skriv ut' }).isVisible()).toBe(false)
  })
})
