import type { Browser, BrowserContextOptions } from 'playwright-core'
import { type Bench, type BenchResult, median, round } from './bench.ts'
import { withBrowser, withDemoServer } from './private-server.ts'
import { slowWorkers } from './slow-workers.ts'

/** Each time with an empty cache, in a browser context of its own. */
const rounds = 5
/** Milliseconds; layout shift as it is counted; script in thousands of bytes as it is sent. */
const budget = { paint: 2500, usable: 4500, shift: 0.1, script: 120 } as const
/** The phone: a quarter of this machine's speed, 1.6 Mbit/s, 150 ms to the server and back. */
const slowdown = 4
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 0.75e6 / 8,
}
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  // As in tests: what a graphics card draws is drawn by the processor here.
  deviceScaleFactor: 1,
  isMobile: true,
  hasTouch: true,
  locale: 'sv-SE',
}

/** The public map opened for the first time on a slow phone: first picture, usable map, what moves about, and how much script it takes. */
export const publicFace: Bench = {
  name: 'public-face',
  title: 'The public map opened on a phone',
  run: () => withDemoServer(measure),
}

const measure = (url: string): Promise<BenchResult> =>
  withBrowser(async (browser) => {
    // The server has packed its tiles once: what is measured is the phone.
    await open(browser, url, false)
    const runs: Opening[] = []
    for (let at = 0; at < rounds; at++) runs.push(await open(browser, url, true))
    const of = (
      key: 'firstPaint' | 'paint' | 'usable' | 'shift' | 'script' | 'touched' | 'map' | 'other',
    ) => {
      const values = runs.map((run) => run[key])
      return { middle: median(values), worst: Math.max(...values) }
    }
    const rows = (
      [
        ['first paint, ms', 'firstPaint'],
        ['largest paint, ms', 'paint'],
        ['usable map, ms', 'usable'],
        ['layout shift', 'shift'],
        ['script beside MapLibre, kB sent', 'script'],
        ['more of it at the first touch, kB sent', 'touched'],
        ['MapLibre and its worker, kB sent', 'map'],
        ['everything else, kB sent', 'other'],
      ] as const
    ).map(([what, key]) => [what, round(of(key).middle), round(of(key).worst)])
    return {
      columns: ['', 'median', 'worst'],
      rows,
      targets: [
        target('largest paint', of('paint').middle, budget.paint, 'ms'),
        target('usable map', of('usable').middle, budget.usable, 'ms'),
        target('layout shift', of('shift').middle, budget.shift, ''),
        target('script beside MapLibre', of('script').middle, budget.script, 'kB'),
      ],
      notes: [
        `${rounds} openings of / with an empty cache at 390 x 844: processor ${slowdown} times slower, 1.6 Mbit/s, 150 ms (DevTools protocol), for the page and its workers.`,
        'The map counts as usable when MapLibre says “load”: ground, layers and names in view are fetched and drawn, and it can be moved. Drawing is done by the processor here, also slowed down; a phone’s graphics card does it faster.',
        `Script counts with all that follows within 2.5 s of the map; what the first touch of the page then fetches, such as the panels, is a row of its own. The largest element painted last was “${runs.at(-1)?.largest ?? ''}”.`,
      ],
    }
  })

const target = (what: string, value: number, most: number, unit: string) => ({
  what: `${what}: at most ${most} ${unit}`.trim(),
  reached: `${round(value)} ${unit} (${round(value / most)} of it)`.replace('  ', ' '),
  met: value <= most,
})

interface Opening {
  readonly firstPaint: number
  readonly paint: number
  readonly usable: number
  readonly shift: number
  readonly largest: string
  readonly script: number
  readonly touched: number
  readonly map: number
  readonly other: number
}

interface Seen {
  paint: number
  shift: number
  largest: string
}

async function open(browser: Browser, url: string, slow: boolean): Promise<Opening> {
  const context = await browser.newContext(phone)
  try {
    const page = await context.newPage()
    await page.addInitScript(() => {
      const seen: Seen = { paint: 0, shift: 0, largest: '' }
      Object.assign(globalThis, { seen })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { element?: Element })[]) {
          seen.paint = entry.startTime
          seen.largest = `${entry.element?.tagName ?? ''} ${entry.element?.textContent?.slice(0, 60) ?? ''}`
        }
      }).observe({ type: 'largest-contentful-paint', buffered: true })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value?: number
          hadRecentInput?: boolean
        })[])
          if (!entry.hadRecentInput) seen.shift += entry.value ?? 0
      }).observe({ type: 'layout-shift', buffered: true })
    })
    if (slow) {
      const session = await context.newCDPSession(page)
      await session.send('Network.enable')
      await session.send('Network.emulateNetworkConditions', network)
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      await slowWorkers(session, network)
    }
    const sent = { script: 0, map: 0, other: 0 }
    const sizes: Promise<void>[] = []
    page.on('requestfinished', (request) => {
      const path = new URL(request.url()).pathname
      const kind = /\/maplibre[^/]*\.m?js$/.test(path) ? 'map' : path.endsWith('.js') ? 'script' : 'other'
      sizes.push(
        request.sizes().then(
          ({ responseBodySize }) => {
            sent[kind] += responseBodySize / 1000
          },
          () => undefined,
        ),
      )
    })
    await page.goto(url, { waitUntil: 'commit' })
    await page.waitForFunction(() => performance.getEntriesByName('map-usable').length > 0, null, {
      timeout: 120_000,
      polling: 250,
    })
    await page.waitForTimeout(slow ? 2500 : 500)
    const times = await page.evaluate(() => ({
      ...(globalThis as unknown as { seen: Seen }).seen,
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      usable: performance.getEntriesByName('map-usable')[0]?.startTime ?? 0,
    }))
    await Promise.all(sizes)
    const before = { ...sent }
    await page.evaluate(() => dispatchEvent(new PointerEvent('pointerdown')))
    await page.waitForTimeout(slow ? 2500 : 500)
    await Promise.all(sizes)
    return { ...times, ...before, touched: sent.script - before.script }
  } finally {
    await context.close()
  }
}
