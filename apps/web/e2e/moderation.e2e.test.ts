import type { Measure } from '@trygghetskartan/api/contract'
import type { CommitmentsAnswer } from '@trygghetskartan/api/contract-commitments'
import type { ModeratedReport } from '@trygghetskartan/api/contract-moderation'
import type { ReportReceipt } from '@trygghetskartan/api/contract-reports'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { expectAccessible, openBrowser, type Visitor, visit } from './open-browser.ts'
import { openServer, type RunningServer } from './open-server.ts'

vi.setConfig({ testTimeout: 120_000 })

/** Receipt of a report of the demonstration that nobody has looked at. */
const code = 'DEM0-0000-0000-0000-0004'
const step = (to: string) => ({ to, ...(to === 'decided' && { decision: { text: 'Lyktor sätts upp.' } }) })
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
  const report = () => new URL(page.url()).pathname.split('/').at(-1)!
  const asPlanner = <T>(method: string, path: string, body?: object, version?: number): Promise<T> =>
    page.evaluate(
      async ([how, to, sent, held]) => {
        const answer = await fetch(to!, {
          method: how!,
          ...(sent && { body: JSON.stringify(sent) }),
          headers: { 'content-type': 'application/json', ...(held && { 'if-match': `"${held}"` }) },
        })
        if (!answer.ok) throw new Error(`${how} ${to}: ${await answer.text()}`)
        return (await answer.json()) as never
      },
      [method, path, body, version] as [string, string, object?, number?],
    )
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

  test('leads to a measure: a draft in silence, then decided, built and told of to its reporter and anybody', async () => {
    const title = 'Lyktor vid passagen'
    const { geometry } = await asPlanner<ModeratedReport>('GET', `/api/moderation/reports/${report()}`)
    let lamp = await asPlanner<Measure>('POST', '/api/measures', {
      ...{ layer: 'lighting_upgrades', geometry, properties: { title, kind: 'new' } },
    })
    const [promise] = (await asPlanner<CommitmentsAnswer>('GET', '/api/commitments?year=newest')).commitments
    const measures = [...promise!.measures, lamp].map(({ layer, id }) => ({ layer, id }))
    await asPlanner('PATCH', `/api/commitments/${promise!.id}`, { measures }, promise!.version)
    await section('Ledde till')
      .getByRole('button', { name: `Koppla till ${title}` })
      .click()
    await section('Ledde till')
      .getByRole('button', { name: `Ta bort kopplingen till ${title}` })
      .waitFor()
    const { place, measures: before } = await receipt()
    expect(before).toEqual([])
    await resident.page.goto(`${server.url}/?sel=reported_places:${place?.id}`)
    await resident.page.getByText(released).first().waitFor()
    expect(await resident.page.getByText(title).count()).toBe(0)

    for (const to of ['proposed', 'in_review', 'decided', 'ordered', 'built'])
      lamp = await asPlanner<Measure>('POST', `/api/measures/${lamp.id}/status`, step(to), lamp.version)
    await page.getByRole('link', { name: /^Klara åtgärder/ }).click()
    const built = page.getByRole('listitem').filter({ hasText: title })
    await built.getByRole('button', { name: /^Markera som åtgärdad/ }).click()
    await built.first().waitFor({ state: 'detached' })

    await resident.page.goto(`${server.url}/kvitto#${code}`)
    await resident.page.getByText(`”${title}” är på plats. Din rapport bidrog till åtgärden.`).waitFor()
    await resident.page.getByRole('heading', { name: 'Klar', exact: true }).waitFor()
    await resident.page.getByRole('link', { name: `Visa ${title} på kartan` }).click()
    await resident.page
      .getByRole('region', { name: 'Svarar mot det som invånare har rapporterat' })
      .getByText('åtgärdad')
      .waitFor()
    await expectAccessible(resident.page)
    await resident.page
      .getByRole('region', { name: 'Hör till löftet' })
      .getByRole('link', { name: promise!.title })
      .click()
    await resident.page.getByRole('heading', { name: promise!.title }).waitFor()
    await resident.page.getByText(title).first().waitFor()
  })

  test('is followed by the next in the queue, and two who write at once see each other', async () => {
    await page.goto(`${server.url}/planera/rapporter?urval=nya`)
    await page.locator('a[id^="item-"]').first().click()
    const first = report()
    const other = await visit(browser, server.url, 'Johan Ek')
    await other.page.goto(page.url())
    const message = (of: Page) => of.getByLabel('Meddelande')
    const send = (of: Page, name = 'Skicka') => of.getByRole('button', { name, exact: true }).click()
    await message(other.page).fill('Vi åker dit i morgon.')
    await message(page).fill('Det sköts av Trafikverket.')
    await send(other.page)
    await page.getByText('Vi åker dit i morgon.').waitFor()
    await page.getByRole('radio', { name: 'Avskriv' }).check()
    await send(page, 'Avskriv och svara')
    await page.getByText('Något nytt har kommit i samtalet').waitFor()
    expect(await message(page).inputValue()).toBe('Det sköts av Trafikverket.')
    await page.context().setOffline(true)
    await send(page, 'Avskriv och svara')
    await page.getByText('Servern nås inte just nu').first().waitFor()
    await page.context().setOffline(false)
    await page.locator('a[id^="item-"]').last().click()
    await page.waitForURL((at) => !at.pathname.endsWith(first))
    await page.goBack()
    await expect.poll(() => message(page).inputValue()).toBe('Det sköts av Trafikverket.')
    await page.getByRole('radio', { name: 'Avskriv' }).check()
    await send(page, 'Avskriv och svara')
    await page.getByText('Rapporten är genomgången').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Nästa i kön')
    await page.keyboard.press('Enter')
    await page.waitForURL((at) => !at.pathname.endsWith(first))
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H3')
    await page.goto(`${server.url}/planera/rapporter/statistik`)
    await page.getByRole('table').waitFor()
    await expectAccessible(page)
    expect([...planner.troubles, ...other.troubles, ...resident.troubles]).toEqual([])
  })
})
