import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyDemoTown } from '@trygghetskartan/api/testing/demo-town'
import { type ServerProcess, startProcess } from '@trygghetskartan/api/testing/server-process'
import { sharedFile } from '@trygghetskartan/formats/testing'
import { tilesTouching } from '@trygghetskartan/geo'
import { decodeLayer } from '@trygghetskartan/tiles/testing'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest'
import { expectAccessible, openBrowser, type Visitor, visit } from './open-browser.ts'
import { seenColours } from './seen-colours.ts'

const cli = join(import.meta.dirname, '..', '..', 'cli', 'src', 'main.ts')
/** Real extracts, where the machine has them: a part of Lund and the centre of Helsinki. */
const lund = sharedFile('osm/lund-station-sweden.osm.pbf')
const helsinki = sharedFile('osm/helsinki-centre.osm.pbf')
/** The part of the screen that no panel covers. */
const openMap = { x: 480, y: 120, width: 800, height: 640 }
const long = 60_000
const deepestTiles = 15

describe('an import while the map is open', { timeout: 180_000 }, () => {
  let folder: string
  let server: ServerProcess
  let browser: Browser
  let visitor: Visitor
  let page: Page
  const fetched: string[] = []
  let loads = 0

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-import-e2e-'))
    await copyDemoTown(join(folder, 'data'))
    const started = await startProcess({ DATA_FOLDER: join(folder, 'data'), DEMO: '1' })
    if ('exitCode' in started) throw new Error(`The server ended with ${started.exitCode}: ${started.output}`)
    server = started
    browser = await openBrowser()
    visitor = await visit(browser, server.url)
    page = visitor.page
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
    page.on('load', () => loads++)
    await page.goto(server.url)
    await page.getByRole('heading', { level: 2, name: 'Vad görs här?' }).waitFor()
    await page.getByText('Inte en mätning').waitFor()
  }, 450_000)

  afterAll(async () => {
    await browser?.close()
    await server?.end()
    await rm(folder, { recursive: true, force: true })
  })

  /** Runs `npm run import` as an operator does. Returns what it told. */
  function runImport(...args: string[]): Promise<{ code: number | null; told: string; out: string }> {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, 'import', ...args], {
      cwd: folder,
      env: {
        ...process.env,
        DATA_FOLDER: join(folder, 'data'),
        DATABASE_URL: '',
        LANG: 'sv_SE.UTF-8',
        LC_ALL: '',
      },
    })
    let [told, out] = ['', '']
    child.stderr.on('data', (text) => {
      told += text
    })
    child.stdout.on('data', (text) => {
      out += text
    })
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, told, out })))
  }

  async function shot(name: string): Promise<void> {
    if (process.env.E2E_SHOTS) await page.screenshot({ path: `${process.env.E2E_SHOTS}/${name}.png` })
  }
  const keepPicture = (name: string) => onTestFailed(() => shot(name))
  const drawn = () => expect.poll(() => seenColours(page, openMap), { timeout: long, interval: 500 })
  const camera = () => (new URL(page.url()).searchParams.get('at') ?? '').split(',').map(Number)

  async function findStreet(name: string): Promise<void> {
    const before = page.url()
    const search = page.getByRole('combobox', { name: 'Sök gata, plats eller adress' })
    await search.fill(name.slice(0, -2).toLowerCase())
    await page
      .getByRole('option', { name: new RegExp(`^${name}`) })
      .first()
      .waitFor()
    await search.press('ArrowDown')
    await search.press('Enter')
    expect(await search.inputValue()).toBe(name)
    await page.waitForURL((url) => url.href !== before)
  }

  /** Names and lamps in the deepest tiles about a place, as the map draws them. */
  async function tilesAbout(lon: number, lat: number) {
    const { minX, minY, maxX, maxY } = tilesTouching(
      [lon - 0.004, lat - 0.002, lon + 0.004, lat + 0.002],
      deepestTiles,
    )
    const bodies: Uint8Array[] = []
    for (let x = minX; x <= maxX; x++)
      for (let y = minY; y <= maxY; y++) {
        const answer = await fetch(`${server.url}/api/basemap/${deepestTiles}/${x}/${y}.mvt`)
        bodies.push(new Uint8Array(await answer.arrayBuffer()))
      }
    const features = (theme: string) => bodies.flatMap((body) => decodeLayer(body, theme))
    return {
      streets: new Set(features('road').map(({ properties }) => properties.name)),
      lamps: features('lamp'),
    }
  }

  test('a table: the row that holds is in the open list at once, the other in a file with its reason', async () => {
    keepPicture('import-table')
    await page.getByRole('button', { name: 'Visa som lista' }).click()
    const list = page.getByRole('region', { name: /^Lista/ })
    await list.getByRole('combobox', { name: 'Lager' }).selectOption('lighting_upgrades')
    await list.getByRole('row').nth(1).waitFor()
    const table = join(folder, 'lampor.csv')
    await writeFile(
      table,
      '\uFEFFNamn;Slag;Status;lon;lat\r\nLampor från tabellen;Ny belysning;Beslutad;14,1571;56,0302\r\nUtan plats;Ny belysning;Beslutad;14,1571;156,03\r\n',
    )
    const { code, told } = await runImport('csv', table, '--layer', 'lighting_upgrades')
    expect(told).toContain('2 lästa, 1 nya eller ändrade, 0 oförändrade, 0 borttagna, 1 avvisade')
    expect(code).toBe(0)
    await list.getByRole('rowheader', { name: 'Lampor från tabellen' }).waitFor()
    const rejects = (await readFile(`${table}.rejects.csv`, 'utf8')).trim().split('\r\n')
    expect(rejects).toHaveLength(2)
    expect(rejects[1]).toMatch(/^3;.*;out-of-range;.*156/)
    expect(loads).toBe(1)
    await page.getByRole('button', { name: /^Stäng: Lista/ }).click()
  })

  test.skipIf(!lund)('a town: the schematic makes way for it on the open map', async () => {
    keepPicture('import-lund')
    fetched.length = 0
    const { code, told } = await runImport('osm', lund!)
    expect({ code, told }).toMatchObject({ code: 0 })
    await page.getByText('Inte en mätning').waitFor({ state: 'detached' })
    await page.getByText('© OpenStreetMap contributors').first().waitFor()
    await expect
      .poll(() => fetched.some((path) => path.startsWith('/api/basemap/')), { timeout: long })
      .toBe(true)
    // The ground that was looked at is gone: the map goes where there is some.
    await expect.poll(() => camera()[0], { timeout: long }).toBeCloseTo(13.182, 1)
    await findStreet('Bangatan')
    await expect.poll(() => camera()[1], { timeout: long }).toBeCloseTo(55.707, 2)
    await drawn().toBeGreaterThan(20)
    await shot('import-lund')
    await expectAccessible(page)
    expect(loads).toBe(1)
  })

  test.skipIf(!helsinki)('a city: one can walk by its map, and lamps stand along its streets', async () => {
    keepPicture('import-helsinki')
    const { code, told } = await runImport('osm', helsinki!, '--json')
    expect({ code, told }).toMatchObject({ code: 0 })
    await findStreet('Mannerheimintie')
    await expect.poll(() => camera()[0], { timeout: long }).toBeCloseTo(24.94, 1)
    await drawn().toBeGreaterThan(40)
    await shot('import-helsinki-street')
    await findStreet('Unioninkatu')
    await drawn().toBeGreaterThan(40)
    const { streets, lamps } = await tilesAbout(24.9475, 60.1695)
    for (const name of ['Fabianinkatu', 'Unioninkatu', 'Pohjoisesplanadi']) expect(streets).toContain(name)
    expect(lamps.length).toBeGreaterThan(50)
    await page.goto(`${server.url}/?at=24.9475,60.1678,17.6`)
    await page.getByRole('heading', { level: 2, name: 'Vad görs här?' }).waitFor()
    await drawn().toBeGreaterThan(40)
    await shot('import-helsinki-lamps')
  })

  test('nothing went wrong on the way', () => {
    expect(visitor.troubles).toEqual([])
  })
})
