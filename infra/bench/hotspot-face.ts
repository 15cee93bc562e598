import { join } from 'node:path'
import { openDatabase } from '@trygghetskartan/api/database/open-database'
import type { Browser, Page } from 'playwright-core'
import { type Bench, type BenchResult, median, round } from './bench.ts'
import { longTasks } from './frame-times.ts'
import { writeIncidents } from './many-incidents.ts'
import { withBrowser, withDemoServer } from './private-server.ts'

const incidents = 100_000
/** Milliseconds from a control to the new picture, and the longest piece of work on the page's own thread. */
const budget = { picture: 200, task: 50 } as const
/** Each control is moved so many times, after once to get warm. */
const rounds = 5
const migrationsFolder = join(import.meta.dirname, '..', '..', 'data', 'migrations')

/** Controls, as they are called on the page: pressed by turns, and back. */
const controls: readonly (readonly [what: string, ...buttons: string[]])[] = [
  ['hours', 'Kvällar och nätter, fre–lör', 'All tid', 'Skoltid', 'All tid'],
  ['period', '90 dagar', 'Allt', '30 dagar', '1 år'],
]

/** A control of the hotspot face moved: how soon the new picture is there, and whether the page stays responsive. */
export const hotspotFace: Bench = {
  name: 'hotspot-face',
  title: 'A control moved on the hotspot face',
  run: () =>
    withDemoServer(measure, async (url) => {
      const database = await openDatabase({ url, folder: '', migrationsFolder })
      await database.owner((sql) => writeIncidents(sql, incidents))
      await database.close()
    }),
}

const measure = (url: string): Promise<BenchResult> =>
  withBrowser(async (browser) => {
    const page = await openFace(browser, url)
    const rows: (string | number)[][] = []
    let slowest = 0
    for (const [what, ...buttons] of controls) {
      const times: number[] = []
      const inWorker: number[] = []
      for (let at = 0; at < (rounds + 1) * buttons.length; at++) {
        const { waited, took } = await move(page, buttons[at % buttons.length]!)
        if (at < buttons.length) continue
        times.push(waited)
        inWorker.push(took)
      }
      slowest = Math.max(slowest, median(times))
      rows.push([what, round(median(times)), round(Math.max(...times)), round(median(inWorker))])
    }
    const tasks = await longTasks(browser, page, async () => {
      for (const [, ...buttons] of controls) for (const button of buttons) await move(page, button)
    })
    const longest = Math.max(0, ...tasks)
    return {
      columns: ['control', 'picture, median ms', 'slowest', 'of it in the worker, median ms'],
      rows,
      targets: [
        {
          what: `with ${incidents.toLocaleString('en-GB')} incidents a new picture within ${budget.picture} ms`,
          reached: `${round(slowest)} ms`,
          met: slowest <= budget.picture,
        },
        {
          what: `no piece of work over ${budget.task} ms on the page’s own thread`,
          reached: `${round(longest)} ms at the longest`,
          met: longest <= budget.task,
        },
      ],
      notes: [
        'From the press of a button to the panel drawn anew with the answer, whose cells the map has been handed by then; the picture on the graphics card, which the processor draws here, does not count.',
        'Pieces of work are told in time on the processor, in which waiting for others does not count.',
      ],
    }
  })

async function openFace(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'sv-SE' })
  const signedIn = await page.request.post(`${url}/auth/demo`, { data: { account: 'demo-police' } })
  if (!signedIn.ok()) throw new Error(`Signing in was answered with ${signedIn.status()}`)
  await page.goto(`${url}/lagesbild?at=14.157,56.03,14`)
  await page
    .locator('strong', { hasText: /hotspots?$/ })
    .first()
    .waitFor({ timeout: 60_000 })
  await page.waitForTimeout(4000)
  return page
}

/** Presses a button and waits for the picture that follows. */
const move = (page: Page, button: string): Promise<{ waited: number; took: number }> =>
  page.evaluate(async (name) => {
    const target = [...document.querySelectorAll('button')].find((one) => one.textContent === name)
    if (!target) throw new Error(`There is no button ${name}`)
    performance.clearMeasures('hotspot-picture')
    const began = performance.now()
    target.click()
    let waited = 0
    while (waited < 10_000) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const isThere = performance.getEntriesByName('hotspot-picture', 'measure').length > 0
      if (isThere && !document.querySelector('[aria-busy="true"]')) break
      waited = performance.now() - began
    }
    const [drawn] = performance.getEntriesByName('hotspot-picture', 'measure')
    await new Promise((resolve) => setTimeout(resolve, 400))
    if (!drawn) throw new Error(`Nothing came of ${name}`)
    const took = (drawn as PerformanceMeasure).detail.took as number
    return { waited: drawn.startTime + drawn.duration - began, took }
  }, button)
