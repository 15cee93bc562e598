import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { isQuiet, openBrowser, visit } from './open-browser.ts'
import { openServer, type RunningServer } from './open-server.ts'

vi.setConfig({ testTimeout: 240_000 })

/** What the browser refused because of the content security policy, on pages opened from now on. */
async function violationsOf(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { violations: seen })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      seen.push(`${violatedDirective} ${blockedURI} ${sourceFile}`),
    )
  })
  return () => page.evaluate(() => (window as unknown as { violations: string[] }).violations)
}

describe('a real browser', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([openServer(), openBrowser()])
  }, 450_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test.each([
    ['/', undefined],
    ['/planera', 'Petra Lindgren'],
    ['/lagesbild', 'Amira Holm'],
  ] as const)(
    'draws %s under a policy without inline and eval, and nothing of it is refused',
    async (path, account) => {
      const { page, context, troubles } = await visit(browser, server.url, account)
      const violations = await violationsOf(page)
      const answer = await page.goto(server.url + path)
      expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'")
      await page.locator('canvas').first().waitFor()
      await page.getByRole('tab', { name: 'Kartlager' }).click()
      await isQuiet(page)
      expect(await violations()).toEqual([])
      expect(troubles).toEqual([])
      await context.close()
    },
  )

  test('draws the page of the interface, its style too', async () => {
    const { page, context, troubles } = await visit(browser, server.url)
    const violations = await violationsOf(page)
    await page.goto(`${server.url}/api/docs`)
    expect(
      await page
        .locator('table')
        .first()
        .evaluate((table) => getComputedStyle(table).borderCollapse),
    ).toBe('collapse')
    expect([await violations(), troubles]).toEqual([[], []])
    await context.close()
  })

  test('runs no script that got into the page, and sends nothing elsewhere', async () => {
    const { page, context } = await visit(browser, server.url)
    const violations = await violationsOf(page)
    await page.goto(server.url)
    const ran = await page.evaluate(async () => {
      const inline = document.createElement('script')
      inline.textContent = 'window.ran = true'
      const handler = document.createElement('div')
      handler.innerHTML = '<img src="/nothing.png" onerror="window.ran = true">'
      document.body.append(inline, handler)
      const sent = await fetch('https://elsewhere.example/', { mode: 'no-cors' }).then(
        () => 'sent',
        () => 'refused',
      )
      return [(window as unknown as { ran?: boolean }).ran ?? false, sent]
    })
    expect(ran).toEqual([false, 'refused'])
    const refused = await violations()
    expect(refused.some((one) => one.startsWith('script-src'))).toBe(true)
    expect(refused.some((one) => one.startsWith('connect-src'))).toBe(true)
    await context.close()
  })

  test('changes nothing for another site’s page with the planner’s cookie, and does not show itself in its frame', async () => {
    const elsewhere = createServer((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end('<!doctype html><title>Elsewhere</title><iframe></iframe>')
    }).listen(0, '127.0.0.1')
    await once(elsewhere, 'listening')
    const { page, context } = await visit(browser, server.url, 'Petra Lindgren')
    const me = () =>
      page.evaluate(async () => ((await (await fetch('/auth/me')).json()) as { audience: string }).audience)
    expect(await me()).toBe('planner')

    const foreign = await context.newPage()
    await foreign.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`)
    await foreign.evaluate(async (url) => {
      for (const body of ['{}', new URLSearchParams({ a: '1' })])
        await fetch(`${url}/auth/logout`, {
          method: 'POST',
          mode: 'no-cors',
          credentials: 'include',
          body,
        }).catch(() => null)
    }, server.url)
    const framed = await foreign.evaluate(
      (url) =>
        new Promise<boolean>((resolve) => {
          const frame = document.querySelector('iframe')
          if (!frame) throw new Error('no frame')
          frame.onload = () => resolve(frame.contentWindow?.length === 0)
          frame.src = url
        }),
      server.url,
    )
    expect(framed).toBe(true)
    const inside = foreign.frames().find((frame) => frame.url().startsWith(server.url))
    expect(await inside?.locator('canvas').count()).toBeFalsy()

    // The form's answer is navigated to: what it says is what the server did.
    await foreign.evaluate((url) => {
      const form = Object.assign(document.createElement('form'), {
        method: 'post',
        action: `${url}/auth/logout`,
        enctype: 'text/plain',
      })
      document.body.append(form)
      form.submit()
    }, server.url)
    await foreign.waitForURL(`${server.url}/auth/logout`)
    expect(await foreign.textContent('body')).toMatch(/403|415/)
    expect(await me()).toBe('planner')
    await context.close()
    elsewhere.close()
  })
})
