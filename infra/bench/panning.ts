import { type Bench, median, round } from './bench.ts'
import { withPrivateCluster } from './private-cluster.ts'
import { withBrowser, withServer } from './private-server.ts'
import { openTileBench } from './tile-server.ts'

const features = 50_000
const seconds = 8

/** Frames a second while the map is dragged about with every feature in view, in a browser that draws with the processor. */
export const panning: Bench = {
  name: 'panning',
  title: `Panning with ${features} features on screen, software rendering`,
  run: () =>
    withPrivateCluster(async (postgres, folder) => {
      const { database, service } = await openTileBench(postgres, folder, features)
      await service.close()
      await database.close()
      return withServer({ database: postgres, folder }, (url) =>
        withBrowser(async (browser) => {
          const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'sv-SE' })
          await page.goto(`${url}/?at=14.15,56.03,11.8`)
          await page.waitForLoadState('networkidle')
          await page.waitForTimeout(5000)
          const frames = page.evaluate(
            (milliseconds) =>
              new Promise<number[]>((resolve) => {
                const times: number[] = []
                const began = performance.now()
                const tick = (now: number) => {
                  times.push(now)
                  if (now - began < milliseconds) requestAnimationFrame(tick)
                  else resolve(times)
                }
                requestAnimationFrame(tick)
              }),
            seconds * 1000,
          )
          await page.mouse.move(800, 400)
          await page.mouse.down()
          const until = performance.now() + seconds * 1000
          for (let step = 0; performance.now() < until; step++) {
            await page.mouse.move(800 + Math.cos(step / 12) * 120, 400 + Math.sin(step / 12) * 90)
            await page.waitForTimeout(16)
          }
          await page.mouse.up()
          const times = await frames
          const gaps = times.slice(1).map((time, at) => time - times[at]!)
          const perSecond = (gaps.length / gaps.reduce((sum, gap) => sum + gap, 0)) * 1000
          return {
            columns: ['', 'value'],
            rows: [
              ['frames a second', round(perSecond)],
              ['median frame, ms', round(median(gaps))],
              [
                '95th percentile frame, ms',
                round([...gaps].sort((a, b) => a - b)[Math.floor(gaps.length * 0.95)] ?? 0),
              ],
            ],
            targets: [
              { what: 'at least 30 frames a second', reached: `${round(perSecond)}`, met: perSecond >= 30 },
            ],
            notes: [
              `${features} camera sites drawn as circles, all within the view at zoom 11.8; ${seconds} s of dragging; the browser draws with SwiftShader on the same cores that serve and drag.`,
            ],
          }
        }),
      )
    }),
}
