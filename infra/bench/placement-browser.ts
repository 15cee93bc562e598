import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provePlacement } from '@trygghetskartan/siting'
import { townProblem } from '@trygghetskartan/siting/testing/town-problem'
import { type Browser, chromium as browserType } from 'playwright-core'
import { build } from 'vite'
import { chromium } from '../run/system.mjs'
import { type Bench, round } from './bench.ts'
import type { Asked } from './placement-page/proof-worker.ts'
import { serveFolder } from './static-server.ts'

const shape = { points: 2000, sites: 400, most: 30, seed: 7 }
/** Milliseconds. */
const target = 10_000

const asked: readonly (Asked & { readonly title: string })[] = [false, true].flatMap((gradual) => [
  { title: `${gradual ? 'gradual' : 'whole'}, 30 sites`, shape: { ...shape, gradual }, rules: { most: 30 } },
  {
    title: `${gradual ? 'gradual' : 'whole'}, SEK 1,050,000`,
    shape: { ...shape, gradual },
    rules: { investment: 1_050_000 },
  },
  {
    title: `${gradual ? 'gradual' : 'whole'}, 30 sites 60 m apart`,
    shape: { ...shape, gradual },
    rules: { most: 30, distances: [{ kind: 'camera', metres: 60 }] },
  },
])

/** The most memory any page of the browser has held, in MiB; null where the system does not tell. */
async function peakMemory(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const peaks = await Promise.all(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(async ({ id }) => {
        const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '')
        return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
      }),
  )
  const most = Math.max(0, ...peaks)
  return most > 0 ? most : null
}

/** Whether a proof takes the browser as little as it takes Node: the same problems in a worker of Chromium, and here. */
export const placementBrowser: Bench = {
  name: 'placement-browser',
  title: 'Placement proved in a browser’s worker, beside Node',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-placement-'))
    await build({
      root: join(import.meta.dirname, 'placement-page'),
      logLevel: 'error',
      configFile: false,
      worker: { format: 'es' },
      build: { outDir: folder, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
    })
    const server = await serveFolder(folder)
    const browser = await browserType.launch({ executablePath: chromium() ?? '', args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage()
      await page.goto(server.url)
      await page.waitForFunction(() => 'prove' in window)
      const idle = await peakMemory(browser)
      const rows: (string | number)[][] = []
      let longest = 0
      let all = true
      for (const { title, ...problem } of asked) {
        const started = performance.now()
        const here = await provePlacement({ ...townProblem(problem.shape), rules: problem.rules })
        const node = performance.now() - started
        if (here.kind === 'refused') throw new Error(here.refusals[0]?.en)
        const there = await page.evaluate((one) => window.prove(one), problem)
        const covered = here.placement?.covered ?? 0
        if (here.kind === 'optimal' && there.kind === 'optimal' && Math.abs(covered - there.covered) > 1e-6)
          throw new Error(`${title}: Node covers ${covered}, the browser ${there.covered}`)
        longest = Math.max(longest, there.ms)
        all &&= there.kind === 'optimal'
        rows.push([
          `2,000 x 400, ${title}`,
          round(node),
          round(there.ms),
          `${round(there.ms / node)}`,
          there.kind,
          `${round(100 * there.gap)} %`,
        ])
      }
      const peak = await peakMemory(browser)
      return {
        columns: ['problem', 'Node, ms', 'browser worker, ms', 'browser / Node', 'browser', 'gap'],
        rows,
        targets: [
          {
            what: '2,000 x 400 in a browser worker: proved best within 10 s',
            reached: `${all ? 'all proved' : 'not all proved'}, ${round(longest)} ms at the most`,
            met: all && longest <= target,
          },
        ],
        notes: [
          'The towns of the bench placement, from problem to proof. In the browser each problem has a worker of its own, so that every figure has the loading of the solver in it; in Node only the first.',
          idle && peak
            ? `The page’s process held ${round(peak)} MiB at the most, ${round(idle)} MiB of it before the first problem.`
            : 'The memory of the page’s process is told on Linux only.',
        ],
      }
    } finally {
      await browser.close()
      await server.close()
      await rm(folder, { recursive: true, force: true })
    }
  },
}
