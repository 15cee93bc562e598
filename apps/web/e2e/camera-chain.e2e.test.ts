import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyDemoTown } from '@trygghetskartan/api/testing/demo-town'
import { type ServerProcess, startProcess } from '@trygghetskartan/api/testing/server-process'
import { sharedFile } from '@trygghetskartan/formats/testing'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectAccessible, openBrowser, type Visitor, visit } from './open-browser.ts'
import { eventsCsv, reportsCsv } from './town-events.ts'

const cli = join(import.meta.dirname, '..', '..', 'cli', 'src', 'main.ts')
const helsinki = sharedFile('osm/helsinki-centre.osm.pbf')
/** Where it happens, and the place of the screen over its middle that no panel covers. */
const street = [24.94, 60.169] as const
const middle = { x: 620, y: 430 }
const patiently = { timeout: 150_000 }

describe.skipIf(!helsinki)(
  'from a place on an imported city to a signed camera',
  { timeout: 400_000 },
  () => {
    let folder: string
    let server: ServerProcess
    let browser: Browser
    let visitor: Visitor
    let page: Page
    let cameraId = ''

    /** A command as an operator runs it beside the server; what it said, and how it ended. */
    function operate(...args: string[]): Promise<{ code: number | null; out: string }> {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, ...args], {
        cwd: folder,
        env: { ...process.env, DATA_FOLDER: join(folder, 'data'), DATABASE_URL: '', LANG: 'sv_SE.UTF-8' },
      })
      let out = ''
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (text) => {
          out += text
        })
      return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })))
    }

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-chain-'))
      await copyDemoTown(join(folder, 'data'))
      const started = await startProcess({ DATA_FOLDER: join(folder, 'data'), DEMO: '1' })
      if ('exitCode' in started)
        throw new Error(`The server ended with ${started.exitCode}: ${started.output}`)
      server = started
      await writeFile(join(folder, 'events.csv'), eventsCsv(street))
      await writeFile(join(folder, 'reports.csv'), reportsCsv(street))
      for (const given of [
        ['osm', helsinki!],
        ['csv', 'events.csv', '--layer', 'police_events'],
        ['csv', 'reports.csv', '--layer', 'unsafe_reports'],
      ]) {
        const { code, out } = await operate('import', ...given)
        expect(code, out).toBe(0)
      }
      browser = await openBrowser()
      visitor = await visit(browser, server.url, 'Petra Lindgren')
      page = visitor.page
    }, 600_000)

    afterAll(async () => {
      await browser?.close()
      await server?.end()
      if (folder) await rm(folder, { recursive: true, force: true })
    })

    // Each part builds on the one before.
    let broken = false
    beforeEach(({ skip, task, onTestFailed }) => {
      skip(broken, 'an earlier part failed')
      onTestFailed(async () => {
        broken = true
        if (process.env.E2E_SHOTS)
          await page.screenshot({
            path: `${process.env.E2E_SHOTS}/${task.name.replace(/[^a-z]+/gi, '-')}.png`,
          })
      })
    })

    const button = (name: string | RegExp) =>
      page.getByRole('button', { name, exact: typeof name === 'string' })
    const figure = async (title: string): Promise<number> => {
      const shown = page.locator('[data-siting] dl > div', { has: page.getByText(title, { exact: true }) })
      if ((await shown.count()) === 0) return Number.NaN
      const text = await shown.locator('strong').first().innerText()
      return Number(text.replace(/[^\d,]/g, '').replace(',', '.'))
    }
    /** A status step beside the screen, as another program takes it. */
    const step = (id: string, to: string) =>
      page.evaluate(
        async ([id, to]) => {
          const { version } = (await (await fetch(`/api/measures/${id}`)).json()) as { version: number }
          const answer = await fetch(`/api/measures/${id}/status`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
            body: JSON.stringify({ to }),
          })
          return { status: answer.status, text: await answer.text() }
        },
        [id, to] as const,
      )
    const openCamera = async () => {
      await page.goto(`${server.url}/planera?sel=camera_sites:${cameraId}`)
      await page.getByRole('heading', { level: 2, name: 'Kamera vid hållplatsen' }).waitFor()
    }

    test('a camera is placed and turned, and tells what it covers', async () => {
      await page.goto(`${server.url}/planera?at=${street.join(',')},17.6`)
      await button('Ny åtgärd').click()
      await button(/^Kamerabevakning/).click()
      await page.getByRole('heading', { level: 2, name: 'Ny: Kamerabevakning' }).waitFor()
      await page.mouse.click(middle.x, middle.y)
      await expect.poll(() => figure('Syns'), patiently).toBeGreaterThan(10)
      const before = await figure('Syns')
      const handle = page.getByRole('slider', { name: /riktning/ })
      for (let press = 0; press < 6; press++) await handle.press('PageUp')
      await expect.poll(() => figure('Syns'), patiently).not.toBe(before)
      await page
        .getByText(/polisanmälda händelser/)
        .first()
        .waitFor(patiently)
      await page.getByLabel(/^Namn/).fill('Kamera vid hållplatsen')
      await button('Spara').click()
      await page.getByRole('heading', { level: 2, name: 'Kamera vid hållplatsen' }).waitFor(patiently)
      cameraId = new URL(page.url()).searchParams.get('sel')?.split(':')[1] ?? ''
      expect(cameraId).not.toBe('')
    })

    test('five cameras and ten lamps are proposed within a budget; two of them are accepted', async () => {
      await page.goto(`${server.url}/planera?at=${street.join(',')},16.3`)
      await button('Föreslå placering').click()
      for (const kind of ['Närvaro', 'Röjning'])
        await page.getByRole('checkbox', { name: new RegExp(kind) }).uncheck()
      await page.getByLabel('Investering, högst').fill('700 000')
      await page.getByLabel('Antal platser, högst').fill('15')
      await page.locator('summary', { hasText: /^Regler/ }).click()
      await page.getByRole('group', { name: 'Kamera', exact: true }).getByLabel(/högst/i).fill('5')
      await page.getByRole('group', { name: 'Belysning', exact: true }).getByLabel(/högst/i).fill('10')
      await button('Föreslå').click()
      await page
        .getByRole('region', { name: 'Samma risk med mindre ingripande medel' })
        .waitFor({ timeout: 300_000 })
      await button('Avbryt').waitFor({ state: 'detached', timeout: 300_000 })
      const sites = page.getByRole('region', { name: 'Föreslagna platser' })
      const ticks = sites.getByRole('checkbox')
      await expect.poll(() => ticks.count(), patiently).toBeGreaterThanOrEqual(5)
      expect(await sites.getByRole('checkbox', { name: /kamera$/ }).count()).toBeLessThanOrEqual(5)
      expect(await sites.getByRole('checkbox', { name: /lampa$/ }).count()).toBeLessThanOrEqual(10)
      await page
        .getByText(/gränsen är [\d,]+ poäng/)
        .first()
        .waitFor()
      await ticks.nth(0).check()
      await ticks.nth(1).check()
      await button('Lägg 2 platser i en plan').click()
      await page.getByLabel('Plan', { exact: true }).selectOption({ label: 'Ny plan…' })
      await page.getByLabel(/^Den nya planens namn/).fill('Hållplatsen A')
      await button('Lägg i planen').click()
      await expect.poll(() => sites.getByText('Utkast i en plan').count(), patiently).toBe(2)
      await button('Spara').click()
      await page.getByLabel(/^Vad förslaget ska heta/).fill('Fem kameror och tio lampor')
      await button('Spara').click()
      await button('Förslaget är sparat').waitFor(patiently)
    })

    test('the saved figures are made again by one command', async () => {
      const [run] = await page.evaluate(
        async () => (await (await fetch('/api/siting/runs?kind=proposal')).json()) as { id: string }[],
      )
      const { code, out } = await operate('siting', 'reproduce', run!.id)
      expect(code, out).toBe(0)
      expect(out).toContain('covered')
    })

    test('two plans stand side by side with their figures', async () => {
      const plans = await page.evaluate(async () => {
        const all = (await (await fetch('/api/plans')).json()) as { id: string; title: string }[]
        const first = all.find(({ title }) => title === 'Hållplatsen A')!
        const measures = (await (await fetch(`/api/plans/${first.id}/measures`)).json()) as { id: string }[]
        const copied = await fetch(`/api/plans/${first.id}/copy`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            title: 'Hållplatsen B',
            measures: measures.slice(0, 1).map(({ id }) => id),
          }),
        })
        return [first.id, ((await copied.json()) as { id: string }).id]
      })
      await page.goto(`${server.url}/planera/jamfor?planer=${plans.join(',')}`)
      const cells = (name: string) => page.locator(`tr[data-figure="${name}"] td`).allInnerTexts()
      await expect
        .poll(() => cells('covered'), { timeout: 240_000 })
        .toEqual([expect.stringMatching(/\d poäng/), expect.stringMatching(/\d poäng/)])
      const [a, b] = await cells('investment')
      expect(a).not.toBe(b)
      await expectAccessible(page)
    })

    test('in operation is refused before the balancing of interests is signed', async () => {
      for (const to of ['proposed', 'in_review'])
        expect(await step(cameraId, to)).toMatchObject({ status: 200 })
      await openCamera()
      await button('Nästa steg: Beslutad').click()
      await button('Flytta till Beslutad').click()
      await page.getByText('Skriv vad som beslutas och varför.').waitFor()
      await page
        .getByLabel(/^Beslut och skäl/)
        .fill('Kameran får sättas upp. Våldet vid hållplatsen kvarstår.')
      await page.getByLabel(/^Diarienummer/).fill('KS 2026/417')
      await button('Flytta till Beslutad').click()
      await page.getByText(/KS 2026\/417/).waitFor(patiently)
      for (const to of ['ordered', 'built']) expect(await step(cameraId, to)).toMatchObject({ status: 200 })
      await openCamera()
      await button('Nästa steg: I drift').click()
      await button('Flytta till I drift').click()
      await page.getByText(/^Kameran kan tas i drift först när/).waitFor()
      expect(await step(cameraId, 'in_operation')).toMatchObject({ status: 422 })
    })

    test('it is composed from the map, completed, and signed', async () => {
      await openCamera()
      await page.getByRole('link', { name: 'Öppna intresseavvägningen' }).click()
      await button('Skriv utkast ur kartan').click()
      const problem = page.getByLabel(/^1\. Problemet på platsen/)
      await problem.waitFor(patiently)
      expect(await problem.inputValue()).toMatch(/polisen registrerat/)
      await page.getByRole('img', { name: 'Karta över det bevakade området' }).waitFor()
      await expectAccessible(page)
      await page.getByLabel(/^6\. Ändamål/).fill('Förebygga och klara upp våld vid hållplatsen.')
      await page.getByLabel(/^10\. Kontakt/).fill('Kommunens kontaktcenter, 044-13 50 00')
      await page
        .getByLabel(/^11\. Avvägning och slutsats/)
        .fill('Bevakningsintresset väger tyngre: belysning och närvaro har inte räckt.')
      await button('Spara').click()
      await page.getByText('Ändringar som inte är sparade').waitFor({ state: 'detached' })
      // Storage time is the camera's own.
      await page.evaluate(async (id) => {
        const { version } = (await (await fetch(`/api/measures/${id}`)).json()) as { version: number }
        await fetch(`/api/measures/${id}`, {
          method: 'PATCH',
          headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
          body: JSON.stringify({
            properties: { storage_days: 5, weekdays: [5, 6], hours_from: '21:00', hours_to: '04:00' },
          }),
        })
      }, cameraId)
      await button('Läs om kartan').click()
      await page.getByRole('heading', { name: 'Klar att signera' }).waitFor(patiently)
      await page.getByLabel(/^Din befattning/).fill('Trygghetschef')
      await button('Signera').click()
      await page.getByText(/^Signerad av Petra Lindgren, Trygghetschef/).waitFor(patiently)
      await expectAccessible(page)
    })

    test('it is taken along as Word and PDF, and both say what was signed', async () => {
      const fetched = async (name: RegExp) => {
        const [download] = await Promise.all([
          page.waitForEvent('download', patiently),
          page.getByRole('link', { name }).click(),
        ])
        return readFile((await download.path())!)
      }
      const files = unzipSync(new Uint8Array(await fetched(/som Word/)))
      const word = strFromU8(files['word/document.xml']!)
      expect(Object.keys(files).some((name) => name.startsWith('word/media/'))).toBe(true)
      const pdf = await getDocumentProxy(new Uint8Array(await fetched(/som PDF/)))
      const { text } = await extractText(pdf, { mergePages: true })
      for (const said of ['Bevakningsintresset väger tyngre', 'Trygghetschef', 'KS 2026/417']) {
        expect(word).toContain(said)
        expect(text.replace(/\s+/g, ' ')).toContain(said)
      }
    })

    test('it may be put in operation then, and stands in the register, for everybody with what everybody may know', async () => {
      await openCamera()
      await button('Nästa steg: I drift').click()
      await button('Flytta till I drift').click()
      await expect
        .poll(
          () =>
            page.evaluate(
              async (id) => (await (await fetch(`/api/measures/${id}`)).json()).properties.status,
              cameraId,
            ),
          patiently,
        )
        .toBe('in_operation')
      await page.goto(`${server.url}/planera/kameraregister`)
      const row = page.getByRole('row', { name: /Kamera vid hållplatsen/ })
      await row.waitFor(patiently)
      expect(await row.innerText()).toMatch(/KS 2026\/417/)
      await expectAccessible(page)
      const anybody = await visit(browser, server.url)
      await anybody.page.goto(`${server.url}/kameraregister`)
      const shown = anybody.page.getByRole('row', { name: /Kamera vid hållplatsen/ })
      await shown.waitFor(patiently)
      expect(await shown.innerText()).toMatch(/fre och lör 21:00–04:00/)
      expect(await shown.innerText()).not.toMatch(/KS 2026|Petra/)
      expect(anybody.troubles).toEqual([])
      await anybody.context.close()
    })

    test('nothing went wrong on the way', () => {
      expect(visitor.troubles).toEqual([])
    })
  },
)
