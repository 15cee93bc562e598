import type { SignInTown } from '@trygghetskartan/api/testing/sign-in-town'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { expectAccessible, openBrowser } from './open-browser.ts'
import { arrive, openTown, prove } from './open-town.ts'

vi.setConfig({ testTimeout: 120_000 })

const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  permissions: ['geolocation'],
  geolocation: { latitude: 56.0294, longitude: 14.1567, accuracy: 9 },
}

describe('a field worker with a phone', () => {
  let town: SignInTown
  let browser: Browser
  let visitor: Awaited<ReturnType<typeof arrive>>
  let page: Page

  beforeAll(async () => {
    ;[town, browser] = await Promise.all([openTown(), openBrowser()])
    visitor = await arrive(browser, town, 'elias', phone)
    page = visitor.page
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await town?.close()
  })

  const tile = (name: string) => page.getByRole('button', { name, exact: true })
  const log = async (name: string, send: string) => {
    await tile(name).tap()
    await page.getByText('Din position, ± 9 m').waitFor()
    await page.getByRole('radio', { name: 'Nu' }).check()
    await page.getByRole('button', { name: send }).tap()
  }
  const stored = () =>
    town.app.database.owner(
      (sql) => sql<{ kind: string; precision: string; withdrawn: boolean }[]>`
        select kind, precision, withdrawn_at is not null as withdrawn from core.observations order by received_at, id`,
    )
  const isOnMap = () => page.locator('canvas').first().waitFor()

  test('lands where one logs, and the page is put on the device', async () => {
    await page.waitForURL(`${town.url}/lagg-in`)
    await tile('Ungdomar samlade').waitFor()
    await expectAccessible(page)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await tile('Ungdomar samlade').tap()
    await isOnMap()
    await page.getByText('Din position, ± 9 m').waitFor()
    await expectAccessible(page)
  })

  test('opens the page without a connection, logs in three taps, and it arrives once when there is one again', async () => {
    await visitor.context.setOffline(true)
    await page.goto(`${town.url}/lagg-in`)
    await page.getByText('Utan uppkoppling').waitFor()
    await log('Mörkt, trasig lampa', 'Spara och skicka senare')
    await page.getByText('Sparat på enheten').waitFor()
    const other = await visitor.context.newPage()
    await other.goto(`${town.url}/lagg-in?visa=mina`)
    await other.getByText('Väntar på att skickas').waitFor()
    expect([...(await stored())]).toEqual([])

    await visitor.context.setOffline(false)
    await page.getByText('Skickat').waitFor()
    await other.getByText('Skickad', { exact: true }).waitFor()
    expect([...(await stored())]).toEqual([{ kind: 'dark', precision: 'exact', withdrawn: false }])
    await expectAccessible(other)
    await other.close()
  })

  test('loses nothing when the session ends, and sends it after a new sign-in', async () => {
    await town.app.database.owner(
      (sql) => sql`update identity.sessions set ended_at = now(), ended_why = 'admin' where ended_at is null`,
    )
    await log('Nedskräpning', 'Skicka')
    await page.getByText('En post väntar på enheten').waitFor()
    expect(await stored()).toHaveLength(1)
    await page.getByRole('link', { name: 'Logga in' }).last().tap()
    await page.getByRole('link', { name: 'Logga in via Kommunen' }).tap()
    // The provider may still know who it is.
    await Promise.race([
      page.waitForURL(`${town.url}/lagg-in*`),
      page
        .getByLabel('Lösenord')
        .waitFor()
        .then(() => prove(page, 'elias')),
    ])
    await expect.poll(async () => (await stored()).map(({ kind }) => kind)).toEqual(['dark', 'littering'])
  })

  test('takes an entry back', async () => {
    await page.goto(`${town.url}/lagg-in?visa=mina`)
    await page.getByRole('button', { name: /^Återkalla Nedskräpning/ }).tap()
    await page.getByText('Återkallad', { exact: true }).waitFor()
    expect((await stored()).map(({ withdrawn }) => withdrawn)).toEqual([false, true])
    expect(visitor.troubles).toEqual([])
  })
})
