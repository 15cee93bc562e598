import type { QueueAnswer } from '@trygghetskartan/api/contract-moderation'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { expectAccessible, expectInOrder, openBrowser, visit } from './open-browser.ts'
import { openServer, type RunningServer } from './open-server.ts'

vi.setConfig({ testTimeout: 180_000 })

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const codePattern = /([0-9A-Z]{4}-){4}[0-9A-Z]{4}/

describe('somebody who finds a place unsafe', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([openServer(), openBrowser()])
  }, 450_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  /** A request as a planner of the municipality. */
  async function asPlanner<T>(path: string, request: RequestInit = {}): Promise<T> {
    const signIn = await fetch(`${server.url}/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ account: 'demo-planner' }),
    })
    const cookie = signIn.headers.getSetCookie().map((one) => one.split(';')[0]!)
    const response = await fetch(server.url + path, {
      ...request,
      headers: { ...request.headers, origin: server.url, cookie: cookie.join('; ') },
    })
    expect(response.ok, await response.clone().text()).toBe(true)
    return (await response.json()) as T
  }
  const reportsWith = async (words: string) => {
    const { reports } = await asPlanner<QueueAnswer>('/api/moderation/reports')
    return reports.filter((report) => report.words === words)
  }
  const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 2 }).waitFor()
  const codeOf = async (page: Page) => codePattern.exec(await page.getByRole('main').innerText())![0]

  test('fills it in on a phone, loses the connection in the middle, and it arrives once when there is one again', async () => {
    const words = `Lampan vid gångvägen är släckt (${crypto.randomUUID().slice(0, 6)})`
    const { page, context, troubles } = await visit(browser, server.url, undefined, phone)
    const next = page.getByRole('button', { name: 'Fortsätt' })
    await page.goto(server.url)
    await page.getByRole('link', { name: 'Rapportera otrygg plats' }).tap()
    await heading(page, 'Var är det otryggt?')
    // The page has come from another, so that its files are not the worker's to give until it is opened anew, as it is below.
    const isKept = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration('/rapportera')
        return registration?.active?.state
      })
    await expect.poll(isKept).toBe('activated')
    await page.locator('canvas').waitFor()
    await next.tap()
    await page.getByRole('alert').getByText('Välj en plats').waitFor()
    await page.getByRole('combobox').fill('Döbelnsgatan')
    await page.getByRole('option').first().tap()
    await page.getByText('Vald: vid').waitFor()
    await expectAccessible(page)
    await next.tap()
    const alike = page.getByRole('button', { name: 'Nej, gör en ny rapport' })
    const why = page.getByRole('heading', { name: 'Vad gör platsen otrygg?', level: 2 })
    await alike.or(why).waitFor()
    if (await alike.isVisible()) await alike.tap()
    await page.getByRole('checkbox', { name: 'Trasig lampa' }).check()
    await page.getByText('Felanmäl också lampan').waitFor()
    await expectAccessible(page)

    // The phone loses its connection, and puts the page away.
    await context.setOffline(true)
    await page.reload()
    await page.getByText('Utan uppkoppling').waitFor()
    expect(await page.getByRole('checkbox', { name: 'Trasig lampa' }).isChecked()).toBe(true)
    await next.tap()
    await heading(page, 'När är det otryggt?')
    await page.getByRole('radio', { name: 'Kvällar' }).check()
    await expectAccessible(page)
    await next.tap()
    await page.getByLabel('Beskriv platsen').fill(`${words} 070-123 45 67`)
    await page.getByText('Telefonnummer: ”070-123 45 67”').waitFor()
    await expectAccessible(page)
    await next.tap()
    await page.getByRole('alert').getByText('Orden pekar ut någon').waitFor()
    await page.getByLabel('Beskriv platsen').fill(words)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.heic', mimeType: 'image/heic', buffer: heic })
    await page.getByText('Inställningar, Kamera, Format').waitFor()
    const buffer = Buffer.from(await photoWithPosition(page))
    await page.locator('input[type=file]').setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer })
    await page.getByRole('button', { name: 'Lägg till ruta' }).tap()
    await page.getByText('En svart ruta').waitFor()
    await expectAccessible(page)
    await next.tap()
    await page.getByText('I närheten av Döbelnsgatan').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Spara och skicka senare' }).tap()
    await page.getByText('Sparad på enheten').waitFor()
    const code = await codeOf(page)
    const sent = await sentPhoto(page)
    expect(sent.size).toEqual([600, 800])
    expect(sent.middle).toEqual([0, 0, 0])
    expect(sent.text).not.toMatch(/Exif|GPS/)
    await expectAccessible(page)

    await context.setOffline(false)
    await page.getByText('Tack, rapporten är skickad').waitFor()
    await expect.poll(() => reportsWith(words)).toHaveLength(1)
    await page.reload()
    await page.getByText(code, { exact: true }).waitFor()
    expect(await reportsWith(words)).toHaveLength(1)
    // Nothing of it is left on the phone but what the tab shows.
    const kept = await page.evaluate(() => JSON.stringify(localStorage))
    expect(kept).not.toContain(words)
    expect(kept).not.toContain(code)
    await context.close()
    expect(troubles).toEqual([])
  })

  test('needs no map: where its file does not arrive, a place is searched for', async () => {
    const { page, context } = await visit(browser, server.url, undefined, phone)
    await context.route(/place-map/, (route) => route.abort())
    await page.goto(`${server.url}/rapportera`)
    await page.getByText('Kartan kan inte visas just nu').waitFor()
    await page.getByRole('combobox').fill('Döbelnsgatan')
    await page.getByRole('option').first().tap()
    await page.getByText('Vald: vid').waitFor()
    await context.close()
  })

  test('reports by keyboard alone, is asked, answers, and takes it back', async () => {
    const words = `Buskarna skymmer (${crypto.randomUUID().slice(0, 6)})`
    const { page, context, troubles } = await visit(browser, server.url)
    const { keyboard } = page
    /** Goes on by Tab until it stands there. */
    const to = async (name: string | RegExp) => {
      for (let presses = 0; presses < 40; presses++) {
        await keyboard.press('Tab')
        const at = await page.evaluate(() => {
          const { activeElement: now } = document
          const label = (now as HTMLInputElement | null)?.labels?.[0]?.textContent
          return now?.getAttribute('aria-label') ?? label ?? now?.textContent ?? ''
        })
        if (typeof name === 'string' ? at.startsWith(name) : name.test(at)) return
      }
      throw new Error(`Tab does not come to ${name}`)
    }
    /** A step is there, and the focus at its beginning. */
    const comeTo = async (name: string) => {
      await heading(page, name)
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name)
    }
    await page.goto(`${server.url}/rapportera`)
    await heading(page, 'Var är det otryggt?')
    expectInOrder(await page.locator('body').ariaSnapshot(), [
      'banner',
      'Lätt svenska',
      'main:',
      'heading "Rapportera otrygg plats" [level=1]',
      'Steg 1 av 5',
      'heading "Var är det otryggt?" [level=2]',
      'group "Det gäller"',
      'radio "En plats"',
      'radio "En sträcka"',
      'radio "Ett område"',
      'combobox',
      'Använd min position',
      'Ingen plats är vald än',
      'button "Fortsätt"',
    ])
    await to(/Sök gata/)
    await keyboard.type('Kanalgatan')
    await page.getByRole('option').first().waitFor()
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await page.getByText('Vald: vid Kanalgatan').waitFor()
    // Enter took the place and did not go on.
    await heading(page, 'Var är det otryggt?')
    await to('Fortsätt')
    await keyboard.press('Enter')
    const alike = page.getByRole('heading', { name: 'Är det en av de här?' })
    await alike.or(page.getByRole('heading', { name: 'Vad gör platsen otrygg?' })).waitFor()
    if (await alike.isVisible()) {
      await to('Nej, gör en ny rapport')
      await keyboard.press('Enter')
    }
    await comeTo('Vad gör platsen otrygg?')
    await to('Igenväxt')
    await keyboard.press('Space')
    await to('Människor som skrämmer')
    await keyboard.press('Space')
    await page.getByText('Har ett brott hänt?').waitFor()
    await to('Fortsätt')
    await keyboard.press('Enter')
    await comeTo('När är det otryggt?')
    await to('Fortsätt')
    await keyboard.press('Enter')
    await comeTo('Vill du berätta mer?')
    await to('Beskriv platsen')
    await keyboard.type(words)
    await to('Fortsätt')
    await keyboard.press('Enter')
    await comeTo('Granska och skicka')
    expectInOrder(await page.getByRole('main').ariaSnapshot(), [
      'Steg 5 av 5',
      'Granska och skicka',
      'kan bli synligt för alla',
      'I närheten av Kanalgatan',
      'Igenväxt eller skymd sikt',
      'visas aldrig för alla',
      'Den exakta platsen',
      'människor: Människor som skrämmer',
      'Vem du är',
      'Din rapport',
      'Ändra plats',
    ])
    // The server’s disk is full the first time: that is told, and it goes again by itself.
    await page.route('**/api/reports/*', (route) => route.fulfill(diskFull), { times: 1 })
    await to('Skicka')
    await keyboard.press('Enter')
    await page.getByText('Rapporten är inte skickad än').waitFor()
    await page.getByText('Disken är full. Inget har sparats.').waitFor()
    await page.getByText('Tack, rapporten är skickad').waitFor()
    await expectAccessible(page)
    const [report] = await reportsWith(words)
    await asPlanner(`/api/moderation/reports/${report!.id}/steps`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'if-match': `"${report!.version}"` },
      body: JSON.stringify({ step: 'ask', text: 'Vilken sida av vägen?' }),
    })

    await to('Följ din rapport')
    await keyboard.press('Enter')
    await page.getByText('Vilken sida av vägen?').waitFor()
    expect(new URL(page.url()).hash).toBe('')
    expectInOrder(await page.getByRole('main').ariaSnapshot(), [
      'heading "Följ din rapport" [level=1]',
      'heading "Vad som hänt" [level=2]',
      'Rapporten kom in',
      'Kommunen frågar',
      'Vilken sida av vägen?',
      'textbox "Ditt svar"',
      'Ta tillbaka rapporten',
    ])
    await expectAccessible(page)
    await to('Ditt svar')
    await keyboard.type('Den mot kanalen.')
    await to('Skicka svaret')
    await keyboard.press('Enter')
    await page.getByRole('heading', { name: /Du skrev/ }).waitFor()
    await to('Ta tillbaka rapporten')
    await keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await expectAccessible(page)
    await to('Ja, ta tillbaka den')
    await keyboard.press('Enter')
    await page.getByText('Rapporten är tillbakatagen').waitFor()
    expect(await reportsWith(words)).toEqual([])
    await context.close()
    expect(troubles).toEqual([])
  })
})

/** What the API answers where the database has no room. */
const diskFull = {
  status: 507,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'urn:trygghetskartan:problem:disk-full',
    title: 'Disken är full: inget sparades',
    status: 507,
    detail: 'Disken är full. Inget har sparats.',
  }),
}

/** The beginning of a HEIC file, which Chromium does not read. */
const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic\0\0\0\0mif1heic'),
  Buffer.alloc(64),
])

/** A JPEG of 800 x 600 pixels that is to be turned a quarter, with a position in it (Exif: Orientation 6, GPS latitude 56° N). */
async function photoWithPosition(page: Page): Promise<number[]> {
  const jpeg = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 800
    canvas.height = 600
    const context = canvas.getContext('2d')!
    context.fillStyle = '#7a9'
    context.fillRect(0, 0, 800, 600)
    const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!), 'image/jpeg'))
    return [...new Uint8Array(await blob.arrayBuffer())]
  })
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
    ...[tag >> 8, tag & 255, 0, type, 0, 0, 0, count],
    ...value,
  ]
  const tiff = [
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 2, ...entry(0x0112, 3, 1, [0, 6, 0, 0]), ...entry(0x8825, 4, 1, [0, 0, 0, 38]), 0, 0, 0, 0],
    ...[0, 2, ...entry(1, 2, 2, [78, 0, 0, 0]), ...entry(2, 5, 3, [0, 0, 0, 68]), 0, 0, 0, 0],
    ...[56, 1, 45].flatMap((degrees) => [0, 0, 0, degrees, 0, 0, 0, 1]),
  ]
  const exif = [...Buffer.from('Exif\0\0'), ...tiff]
  return [...jpeg.slice(0, 2), 0xff, 0xe1, 0, exif.length + 2, ...exif, ...jpeg.slice(2)]
}

/** The photo as it waits in the outbox. */
const sentPhoto = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('trygghetskartan.outbox')
      opening.onsuccess = () => resolve(opening.result)
    })
    const [entry] = await new Promise<{ content: { photo: Blob } }[]>((resolve) => {
      const reading = database.transaction('entries').objectStore('entries').getAll()
      reading.onsuccess = () => resolve(reading.result)
    })
    database.close()
    const { photo } = entry!.content
    const bitmap = await createImageBitmap(photo)
    const canvas = document.createElement('canvas')
    canvas.width = bitmap.width
    canvas.height = bitmap.height
    const context = canvas.getContext('2d')!
    context.drawImage(bitmap, 0, 0)
    const middle = context.getImageData(bitmap.width / 2, bitmap.height / 2, 1, 1).data
    return {
      size: [bitmap.width, bitmap.height],
      middle: [...middle].slice(0, 3),
      text: new TextDecoder('latin1').decode(await photo.arrayBuffer()),
    }
  })
