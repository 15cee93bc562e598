import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyDemoTown } from '@trygghetskartan/api/testing/demo-town'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FileServer, serveFolder } from './file-server.ts'
import { expectAccessible, openBrowser, visit } from './open-browser.ts'
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
const staffOnly = ['patrol_zones', 'police_events', 'unsafe_reports', 'field_worker_areas', 'internal_text']

describe('the public map as files, with no server behind them', { timeout: 240_000 }, () => {
  let folder: string
  let out: string
  let files: FileServer
  let browser: Browser

  function publish(...args: string[]): Promise<{ code: number | null; out: string; told: string }> {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', cli, 'publish', ...args],
      {
        env: { ...process.env, DATA_FOLDER: join(folder, 'data'), DATABASE_URL: '', LANG: 'sv_SE.UTF-8' },
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

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-publication-'))
    out = join(folder, 'out')
    await copyDemoTown(join(folder, 'data'))
    const { code, told } = await publish(out, '--server', 'https://karta.example.se')
    expect(code, told).toBe(0)
    // Nothing but the folder is left to ask.
    await rm(join(folder, 'data'), { recursive: true })
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
    const broken = join(folder, 'data', 'database')
    await mkdir(broken, { recursive: true })
    await writeFile(join(broken, 'data'), 'no database')
    const { code } = await publish(out)
    expect(code).not.toBe(0)
    expect(readFileSync(join(out, 'publication.json'), 'utf8')).toBe(before)
    const { release } = JSON.parse(before) as { release: string }
    expect(readdirSync(join(out, 'releases'))).toEqual([release.split('/')[1]])
    expect(existsSync(join(out, release, 'tiles', 'basemap.pmtiles'))).toBe(true)
    expect(await publish('--sideways')).toMatchObject({ code: 2 })
  })
})
