import { AxeBuilder } from '@axe-core/playwright'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { expect } from 'vitest'

/** WebGL in software: test machines have no graphics card. */
const flags = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags })

export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  /** Errors the page has thrown or logged; refused requests that a test brings about are not among them. */
  readonly troubles: string[]
}

/** A coarse screen: layout and clicks are in CSS pixels all the same, and a quarter of the pixels is drawn without a graphics card. */
const coarse = 0.5

/** Somebody at a screen of their own, signed in at the sign-in page where an account is named. */
export async function visit(
  browser: Browser,
  url: string,
  account?: string,
  screen: BrowserContextOptions = {},
): Promise<Visitor> {
  const desktop = {
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: screen.isMobile ? 1 : coarse,
    // No frame is drawn for the sake of a movement.
    reducedMotion: 'reduce' as const,
    locale: 'sv-SE',
  }
  const context = await browser.newContext({ ...desktop, ...screen })
  context.setDefaultTimeout(90_000)
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    const refused = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !refused) troubles.push(message.text())
  })
  if (account) {
    await page.goto(`${url}/logga-in`)
    await page.getByRole('button', { name: account }).click()
    await page.waitForURL((at) => !at.pathname.startsWith('/logga-in'))
  }
  return { context, page, troubles }
}

/** Says which rule is broken and where, or nothing; only within what a selector names, where it is given. */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (within ? axe.include(within) : axe).analyze()
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  )
  expect(told).toEqual([])
}

/** What a screen reader comes to (`ariaSnapshot`), and that it comes to it in this order. */
export function expectInOrder(snapshot: string, parts: readonly string[]): void {
  let rest = snapshot
  for (const part of parts) {
    expect(rest).toContain(part)
    rest = rest.slice(rest.indexOf(part) + part.length)
  }
}

/** Goes through a page by Tab alone: every control is come to, named, and in the order it is read. */
export async function walkByTab(page: Page): Promise<void> {
  const count = await page.evaluate(() => {
    const shown = (one: Element) => one.checkVisibility({ visibilityProperty: true })
    const controls = [
      ...document.querySelectorAll('a[href], button:enabled, select, textarea, input, summary'),
    ]
      .filter(shown)
      .filter((one) => !(one instanceof HTMLInputElement && one.type === 'radio'))
      // Within a group that is one stop, as tabs are.
      .filter((one) => (one as HTMLElement).tabIndex >= 0)
    const reached: number[] = []
    document.addEventListener('focusin', ({ target }) => {
      const at = controls.indexOf(target as Element)
      if (at >= 0) reached.push(at)
    })
    Object.assign(window, { controls, reached })
    return controls.length
  })
  // Beside those there are radio buttons, maps and the browser's own.
  for (let press = 0; press < count + 10; press++) await page.keyboard.press('Tab')
  const { missed, reached } = await page.evaluate(() => {
    const { controls, reached } = window as unknown as { controls: Element[]; reached: number[] }
    const missed = controls.filter((_, at) => !reached.includes(at)).map((one) => one.outerHTML)
    // Wherever the focus was before: from there to the end, and on from the beginning.
    const round = reached.slice(0, new Set(reached).size)
    return { missed, reached: [...round.slice(round.indexOf(0)), ...round.slice(0, round.indexOf(0))] }
  })
  expect(missed, page.url()).toEqual([])
  expect(reached, page.url()).toEqual(reached.toSorted((a, b) => a - b))
}

/** Waits until the page has drawn what it had to draw: ten frames on end without a long wait between them. */
export const isQuiet = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let calm = 0
        let before = performance.now()
        const frame = (now: number) => {
          calm = now - before < 100 ? calm + 1 : 0
          before = now
          if (calm >= 10) resolve()
          else requestAnimationFrame(frame)
        }
        requestAnimationFrame(frame)
      }),
  )
