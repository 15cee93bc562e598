import type { Browser, Page } from 'playwright-core'
import { type Bench, type BenchResult, median, round } from './bench.ts'
import { scriptPerFrame } from './frame-times.ts'
import { withBrowser, withDemoServer } from './private-server.ts'

/** Drawn frames that are looked at, after so many to get warm; and seconds after which it is enough. */
const frames = 120
const warming = 40
const longest = 30
/** Milliseconds of script in a frame. */
const budget = 16
/** The station square of the demonstration, and a place of the screen over it that no panel covers. */
const view = '14.1541,56.0312,17.5'
const place = { x: 640, y: 420 }

/** Script of each frame while a camera is dragged and turned among the houses of the demonstration, everything shown live. */
export const dragging: Bench = {
  name: 'dragging',
  title: 'Dragging and turning a camera with its view drawn live',
  run: () => withDemoServer(measure),
}

const measure = (url: string): Promise<BenchResult> =>
  withBrowser(async (browser) => {
    const page = await openCamera(browser, url)
    const dragged = (await scriptPerFrame(browser, page, () => drag(page))).slice(warming)
    const turned = (await scriptPerFrame(browser, page, () => turn(page))).slice(warming)
    const ours = await page.evaluate(() =>
      performance
        .getEntriesByName('siting-frame', 'measure')
        .slice(-150)
        .map(({ duration }) => duration),
    )
    const rows = (name: string, times: readonly number[]) => [
      [`${name}: frames`, times.length],
      [`${name}: median script, ms`, round(median(times))],
      [`${name}: 95th percentile, ms`, round(percentile(times, 0.95))],
    ]
    return {
      columns: ['', 'value'],
      rows: [...rows('dragging', dragged), ...rows('turning', turned), ...rows('the view alone', ours)],
      targets: [
        within('dragging', dragged, 0.5, 'the median frame'),
        within('dragging', dragged, 0.95, '95 frames of 100'),
        within('turning', turned, 0.5, 'the median frame'),
        within('turning', turned, 0.95, '95 frames of 100'),
      ],
      notes: [
        `A fixed camera in the middle of the demonstration town is dragged for ${frames} frames and then turned for as many, after ${warming} to get warm. All script of the page’s own thread counts: map, pen, panel and view; drawing on the graphics card, which the processor does here, does not.`,
        '“The view alone” is the visible area with its zones and blind spots and handing it to the map, as the page measures it itself.',
      ],
    }
  })

function within(work: string, times: readonly number[], share: number, where: string) {
  const reached = percentile(times, share)
  return {
    what: `${work}: at most ${budget} ms of script in ${where}`,
    reached: `${round(reached)} ms`,
    met: times.length > 0 && reached <= budget,
  }
}

async function openCamera(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'sv-SE' })
  const signedIn = await page.request.post(`${url}/auth/demo`, { data: { account: 'demo-planner' } })
  if (!signedIn.ok()) throw new Error(`Signing in was answered with ${signedIn.status()}`)
  await page.goto(`${url}/planera?at=${view}`)
  await page.getByRole('button', { name: 'Ny åtgärd', exact: true }).click()
  await page.getByRole('button', { name: /^Kamerabevakning/ }).click()
  await page.waitForTimeout(2000)
  await page.mouse.click(place.x, place.y)
  await page.locator('[data-siting] dl').first().waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: '4 mm', exact: true }).click()
  await page.getByRole('slider', { name: /riktning/ }).press('ArrowRight')
  await page.waitForTimeout(3000)
  return page
}

async function drag(page: Page): Promise<void> {
  const at = await standing(page)
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  const more = await frameCounter(page)
  for (let step = 0; await more(); step++) {
    await page.mouse.move(at.x + Math.sin(step / 20) * 70, at.y + Math.sin(step / 13) * 50)
    await page.waitForTimeout(16)
  }
  await page.mouse.move(at.x, at.y)
  await page.mouse.up()
  await page.waitForTimeout(300)
}

async function turn(page: Page): Promise<void> {
  const handle = await page.getByRole('slider', { name: /riktning/ }).boundingBox()
  if (!handle) throw new Error('There is no handle to turn')
  const at = await standing(page)
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
  await page.mouse.down()
  const more = await frameCounter(page)
  for (let step = 0; await more(); step++) {
    const angle = step / 15
    await page.mouse.move(at.x + Math.sin(angle) * 90, at.y - Math.cos(angle) * 90)
    await page.waitForTimeout(16)
  }
  await page.mouse.up()
}

/** Where the camera stands on the screen: it has snapped to what was near. */
const standing = (page: Page): Promise<{ x: number; y: number }> =>
  page.getByRole('slider', { name: /riktning/ }).evaluate((handle) => {
    const { x, y } = handle.parentElement!.getBoundingClientRect()
    return { x, y }
  })

/** Says whether more frames are wanted. */
async function frameCounter(page: Page): Promise<() => Promise<boolean>> {
  const counter = await page.evaluateHandle(() => {
    const drawn = { frames: 0 }
    const count = () => {
      drawn.frames++
      requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
    return drawn
  })
  const until = performance.now() + longest * 1000
  return async () =>
    performance.now() < until && (await counter.evaluate((drawn) => drawn.frames)) < frames + warming
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0
