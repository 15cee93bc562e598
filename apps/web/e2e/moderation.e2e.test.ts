import type { ReportReceipt } from '@trygghetskartan/api/contract-reports'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { expectAccessible, openBrowser, type Visitor, visit } from './open-browser.ts'
import { openServer, type RunningServer } from './open-server.ts'

vi.setConfig({ testTimeout: 120_000 })

/** Receipt of a report of the demonstration that nobody has looked at. */
const code = 'DEM0-0000-0000-0000-0004'
const released = 'Mörk passage, ses över i vinter'

describe('a report from a resident', () => {
  let server: RunningServer
  let browser: Browser
  let planner: Visitor
  let resident: Visitor
  let page: Page

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([openServer(), openBrowser()])
    planner = await visit(browser, server.url, 'Petra Lindgren')
    resident = await visit(browser, server.url)
    page = planner.page
    await resident.page.goto(`${server.url}/kameraregister`)
  }, 450_000)

  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const asResident = <T>(path: string, body?: object): Promise<T> =>
    resident.page.evaluate(
      async ([to, sent]) => {
        const answer = await fetch(to!, {
          ...(sent && {
            method: 'POST',
            body: JSON.stringify(sent),
            headers: { 'content-type': 'application/json' },
          }),
        })
        return (await (answer.status === 204 ? null : answer.json())) as never
      },
      [path, body] as [string, object?],
    )
  const receipt = () => asResident<ReportReceipt>('/api/receipts/read', { code })
  const write = (text: string) => asResident('/api/receipts/answer', { code, id: crypto.randomUUID(), text })
  const published = async () =>
    JSON.stringify(await asResident('/api/layers/reported_places/items?limit=200')).includes(released)
  const section = (name: string) => page.getByRole('region', { name, exact: true })

  test('comes to its planner’s eyes when its reporter writes, and is opened by keyboard', async () => {
    await page.goto(`${server.url}/planera/rapporter`)
    await page.getByRole('button', { name: /^Nya svar/ }).waitFor()
    await expectAccessible(page)
    const waiting = page.getByRole('listitem').filter({ hasText: 'Nytt svar' })
    const before = await waiting.count()
    await write('Det är under bron, vid cykelstället.')
    await expect.poll(() => waiting.count()).toBe(before + 1)
    await page.getByRole('button', { name: /^Nya svar/ }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Det är under bron, vid cykelstället.').waitFor()
    const focused = await page.evaluate(() => document.activeElement?.tagName)
    expect(focused).toBe('H3')
    await expectAccessible(page)
  })

  test('is asked about and answered both ways', async () => {
    const talk = section('Samtal')
    await talk.getByRole('radio', { name: 'Fråga' }).check()
    await talk.getByLabel('Meddelande').fill('Är det mörkt även på morgonen?')
    await talk.getByRole('button', { name: 'Skicka' }).click()
    await talk.getByText('Är det mörkt även på morgonen?').waitFor()
    expect((await receipt()).messages.at(-1)).toMatchObject({ text: 'Är det mörkt även på morgonen?' })
    await write('Ja, hela vintern.')
    await talk.getByText('Ja, hela vintern.').waitFor()
    await talk.getByRole('radio', { name: 'Svara' }).check()
    await talk.getByLabel('Svarsmall').selectOption({ label: 'Tack, vi åker dit' })
    await talk.getByRole('button', { name: 'Skicka' }).click()
    await expect.poll(async () => (await receipt()).messages.length).toBe(4)
  })

  test('is public when its planner has seen what becomes public, and not before', async () => {
    const publish = section('Publicera')
    await publish.getByLabel('Så beskrivs platsen').fill('Fråga Kalle Svensson på 070-123 45 67')
    await publish.getByRole('button', { name: 'Förhandsgranska' }).click()
    await publish.getByRole('alert').getByText('kan peka ut en person').waitFor()
    await publish.getByLabel('Så beskrivs platsen').fill(released)
    await publish.getByRole('button', { name: 'Förhandsgranska' }).click()
    const shown = page.getByRole('group', { name: 'Det här blir publikt' })
    await shown.getByText(released).waitFor()
    await expectAccessible(page)
    expect(await published()).toBe(false)
    await shown.getByRole('button', { name: 'Publicera nu' }).click()
    await section('Publik plats').waitFor()
    expect(await published()).toBe(true)
    const { state, place } = await receipt()
    expect([state, place?.words]).toEqual(['published', released])
  })

  test('leads to a measure, which says so to anybody', async () => {
    await section('Ledde till').getByLabel('Annan åtgärd').selectOption({ index: 1 })
    await section('Ledde till')
      .getByRole('button', { name: /^Ta bort kopplingen/ })
      .waitFor()
    const { place } = await receipt()
    await resident.page.goto(`${server.url}/?sel=reported_places:${place?.id}`)
    await resident.page.getByText(released).first().waitFor()
    await page.goto(`${server.url}/planera/rapporter/statistik`)
    await page.getByRole('table').waitFor()
    await expectAccessible(page)
    expect([...planner.troubles, ...resident.troubles]).toEqual([])
  })
})
