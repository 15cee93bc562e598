import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyDemoTown } from '@trygghetskartan/api/testing/demo-town'
import { camera, type PublishedReport, peopleAt, photoOf } from '@trygghetskartan/api/testing/people-at'
import { startProcess } from '@trygghetskartan/api/testing/server-process'
import { publishedPhoto } from '@trygghetskartan/formats/publication'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FileServer, serveFolder } from './file-server.ts'
import { expectAccessible, isQuiet, openBrowser, visit } from './open-browser.ts'
import { seenColours } from './seen-colours.ts'

const cli = join(import.meta.dirname, '..', '..', 'cli', 'src', 'main.ts')
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const pages = [
  'loften',
  'trygghetskarta',
  'kameraregister',
  'grannsamverkan',
  'trygghetsvandringar',
  'stoldskydd',
  'tillganglighet',
  'personuppgifter',
]
/** Two places that residents have reported; the photograph of the second is taken back. */
const places = [
  { at: [14.1567, 56.0294], words: 'Mörkt vid muren', colour: '#336699' },
  { at: [14.1616, 56.0316], words: 'Mörkt vid trappan', colour: '#996633' },
]
const staffOnly = ['patrol_zones', 'police_events', 'unsafe_reports', 'field_worker_areas', 'internal_text']

describe('the public map as files, with no server behind them', { timeout: 240_000 }, () => {
  let folder: string
  let out: string
  let files: FileServer
  let browser: Browser
  const reported: PublishedReport[] = []
  /** The folder of each release, and which of the two places had a photograph when it was made. */
  const releases: { folder: string; photos: boolean[] }[] = []

  function publish(
    args: readonly string[],
    database = '',
  ): Promise<{ code: number | null; out: string; told: string }> {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', cli, 'publish', ...args],
      {
        env: {
          ...process.env,
          DATA_FOLDER: join(folder, 'data'),
          DATABASE_URL: database,
          LANG: 'sv_SE.UTF-8',
        },
      },
    )
    const said = { out: '', told: '' }
    child.stdout.on('data', (text) => {
      said.out += text
    })
    child.stderr.on('data', (text) => {
      said.told += text
    })
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })))
  }

  async function release() {
    const { code, out: name, told } = await publish([out, '--server', 'https://karta.example.se'])
    expect(code, told).toBe(0)
    const made = join(out, name.trim())
    const photos = reported.map(({ place }) => existsSync(join(made, publishedPhoto(place))))
    releases.push({ folder: made, photos })
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-publication-'))
    out = join(folder, 'out')
    const data = join(folder, 'data')
    await copyDemoTown(data)
    const server = await startProcess({ DATA_FOLDER: data, DEMO: '1', REPORT_PROOF_BITS: '1' })
    if ('exitCode' in server) throw new Error(server.output)
    try {
      const people = await peopleAt(server.url)
      for (const { at, words, colour } of places)
        reported.push(await people.publish(at, words, await photoOf(colour)))
      await release()
      await people.step(reported[1]!.report, { step: 'photo', released: false })
      await release()
    } finally {
      await server.end()
    }
    // Nothing but the folder is left to ask.
    await rm(data, { recursive: true })
    ;[files, browser] = await Promise.all([serveFolder(out, true), openBrowser()])
  }, 450_000)

  afterAll(async () => {
    await browser?.close()
    await files?.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('hold no word of what is for staff', () => {
    const texts = readdirSync(join(out, 'releases'), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && /\.(json|csv)$/.test(one.name))
      .map((one) => readFileSync(join(one.parentPath, one.name), 'utf8'))
    expect(texts.length).toBeGreaterThan(10)
    for (const word of staffOnly) expect(texts.filter((text) => text.includes(word))).toEqual([])
  })

  test.each([
    ['a desktop', {}],
    ['a phone', phone],
  ])('are walked on %s: map, cards, search, object and list', async (_, screen) => {
    const { context, page, troubles } = await visit(browser, files.url, undefined, screen)
    await page.goto(files.url)
    await page.getByRole('heading', { level: 2, name: 'Vad görs här?' }).waitFor()
    const box =
      'isMobile' in screen
        ? { x: 20, y: 140, width: 300, height: 300 }
        : { x: 480, y: 120, width: 700, height: 600 }
    await expect.poll(() => seenColours(page, box), { timeout: 60_000, interval: 500 }).toBeGreaterThan(40)
    await expectAccessible(page)
    const search = page.getByRole('combobox', { name: 'Sök gata, plats eller adress' })
    await search.fill('östra stor')
    await page
      .getByRole('option', { name: /^Östra Storgatan/ })
      .first()
      .click()
    const card = page.getByRole('heading', { level: 4 }).first().getByRole('button')
    const title = (await card.textContent())!
    // On a phone the sheet covers what stands lowest; a key reaches it all the same.
    await card.press('Enter')
    await page
      .getByRole('region', { name: 'Valt objekt' })
      .getByRole('heading', { level: 2, name: title })
      .waitFor()
    await page.goto(`${files.url}/?list=lighting_upgrades`)
    const table = page.getByRole('table')
    const first = table.getByRole('rowheader').first()
    await first.waitFor()
    const count = async () => Number(await table.getAttribute('aria-rowcount')) - 1
    const whole = await count()
    await page.goto(
      `${files.url}/?list=lighting_upgrades&q=${encodeURIComponent((await first.textContent())!.trim())}`,
    )
    await first.waitFor()
    await expect.poll(count).toBeLessThan(whole)
    expect(await page.getByRole('link', { name: 'Logga in' }).count()).toBe(0)
    await context.close()
    expect(troubles).toEqual([])
    expect(files.missing.filter((path) => !path.endsWith('favicon.ico'))).toEqual([])
  })

  test('show the photograph that is released, and not the one that has been taken back', async () => {
    expect(releases.map(({ photos }) => photos)).toEqual([
      [true, true],
      [true, false],
    ])
    for (const one of releases) {
      const [kept, takenBack] = reported.map(({ place }) => join(one.folder, publishedPhoto(place)))
      const jpeg = readFileSync(kept!)
      expect(jpeg.subarray(0, 3).toString('hex')).toBe('ffd8ff')
      expect([jpeg.includes('Exif'), jpeg.includes(camera)]).toEqual([false, false])
      expect(existsSync(takenBack!), one.folder).toBe(false)
    }
    const { context, page, troubles } = await visit(browser, files.url)
    const object = page.getByRole('region', { name: 'Valt objekt' })
    const photo = object.getByRole('img', { name: 'Foto av platsen' })
    for (const [at, { words }] of places.entries()) {
      const chains = page.waitForResponse(/chains\.json$/)
      await page.goto(`${files.url}/?sel=reported_places:${reported[at]!.place}`)
      await Promise.all([chains, object.getByText(words).waitFor()])
      if (at === 0) await photo.waitFor()
      await isQuiet(page)
      const seen = await photo.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth))
      expect(seen).toEqual(at === 0 ? [64] : [])
    }
    await context.close()
    expect(troubles).toEqual([])
    expect(files.missing.filter((path) => !path.endsWith('favicon.ico'))).toEqual([])
  })

  test('have every other page, and lead to the server for what files cannot answer', async () => {
    const { context, page, troubles } = await visit(browser, files.url, undefined, phone)
    await context.route('https://karta.example.se/**', (route) => route.fulfill({ body: 'servern' }))
    for (const path of pages) {
      await page.goto(`${files.url}/${path}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('networkidle')
      expect(await page.getByRole('alert').allTextContents(), path).toEqual([])
    }
    await page.goto(`${files.url}/rapportera`)
    await page.waitForURL('https://karta.example.se/rapportera**')
    await context.close()
    expect(troubles).toEqual([])
    expect(files.missing.filter((path) => !path.endsWith('favicon.ico'))).toEqual([])
  })

  test('are drawn from a server that knows no parts of files too', async () => {
    const plain = await serveFolder(out, false)
    const { context, page } = await visit(browser, plain.url)
    await page.goto(plain.url)
    const box = { x: 480, y: 120, width: 700, height: 600 }
    await expect.poll(() => seenColours(page, box), { timeout: 60_000, interval: 500 }).toBeGreaterThan(40)
    await context.close()
    await plain.close()
  })

  test('stay as they are where a publication fails, and leave nothing of it', async () => {
    const before = readFileSync(join(out, 'publication.json'), 'utf8')
    const kept = readdirSync(join(out, 'releases'))
    const { code } = await publish([out], 'postgres://owner:none@127.0.0.1:1/none')
    expect(code).not.toBe(0)
    expect(readFileSync(join(out, 'publication.json'), 'utf8')).toBe(before)
    const { release } = JSON.parse(before) as { release: string }
    expect(readdirSync(join(out, 'releases'))).toEqual(kept)
    expect(existsSync(join(out, release, 'tiles', 'basemap.pmtiles'))).toBe(true)
    expect(await publish(['--sideways'])).toMatchObject({ code: 2 })
  })
})
