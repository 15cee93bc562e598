import type { Measure } from '@trygghetskartan/api/contract'
import type { SignInTown } from '@trygghetskartan/api/testing/sign-in-town'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { expectAccessible, openBrowser } from './open-browser.ts'
import { arrive, openTown } from './open-town.ts'

vi.setConfig({ testTimeout: 120_000 })

describe('what is drawn together before it is proposed', () => {
  let town: SignInTown
  let browser: Browser

  beforeAll(async () => {
    ;[town, browser] = await Promise.all([openTown(), openBrowser()])
    await town.signIn('johan')
  }, 300_000)

  afterAll(async () => {
    await browser?.close()
    await town?.close()
  })

  const as = async (username: string): Promise<Page> => {
    const visitor = await arrive(browser, town, username)
    onTestFinished(visitor.close)
    return visitor.page
  }
  /** A lamp-lit path, drawn as an idea in the only plan one has. */
  const draw = (page: Page): Promise<Measure> =>
    page.evaluate(async () => {
      const json = { 'content-type': 'application/json' }
      const plans = (await (await fetch('/api/plans')).json()) as { id: string }[]
      const body = {
        layer: 'lighting_upgrades',
        geometry: {
          type: 'LineString',
          coordinates: [
            [14.154, 56.03],
            [14.156, 56.031],
          ],
        },
        properties: { title: 'Ljus på gångstråket', plan_id: plans[0]?.id },
      }
      const made = await fetch('/api/measures', { method: 'POST', headers: json, body: JSON.stringify(body) })
      return (await made.json()) as Measure
    })
  const draftMark = 'Utkast i planen Stationen 2027'

  test('a plan is made and shared; its draft, notes and photographs are there for its members until they leave', async () => {
    const petra = await as('petra')
    await petra.getByRole('button', { name: 'Planer' }).click()
    await petra.getByLabel('Ny plan').fill('Stationen 2027')
    await petra.getByRole('button', { name: 'Skapa' }).click()
    const plan = petra.getByRole('region', { name: 'Stationen 2027' })
    await plan.getByRole('tab', { name: 'Dela' }).click()
    await plan.getByLabel('Lägg till medlem').selectOption({ label: 'Johan Ek (Planerare)' })
    await plan.getByText('medlem', { exact: true }).waitFor()
    await expectAccessible(petra)
    const { id } = await draw(petra)
    const link = `${town.url}/planera?at=14.155,56.0305,16&sel=lighting_upgrades:${id}`

    await petra.goto(link)
    await petra.getByText(draftMark).waitFor()
    await petra.getByLabel('Ny anteckning').fill('Fråga fastighetsägaren först')
    await petra.getByRole('button', { name: 'Spara anteckningen' }).click()
    await petra.getByRole('button', { name: 'Ta bort min anteckning' }).waitFor()
    await petra
      .locator('input[type=file]')
      .setInputFiles({ name: 'stig.png', mimeType: 'image/png', buffer: await petra.screenshot() })
    await petra.getByLabel('Bildtext').fill('Stigen från torget')
    await petra.getByRole('button', { name: 'Spara fotot' }).click()
    await petra.getByRole('button', { name: /Stigen från torget/ }).click()
    const large = petra.getByRole('dialog', { name: 'Stigen från torget' })
    await large.getByRole('img').waitFor()
    await expectAccessible(petra)
    await large.getByRole('button', { name: 'Stäng' }).click()

    const johan = await as('johan')
    await johan.goto(link)
    await johan.getByText(draftMark).waitFor()
    await johan.getByText('Fråga fastighetsägaren först').waitFor()
    await expect.poll(() => johan.getByRole('button', { name: 'Ta bort min anteckning' }).count()).toBe(0)

    await petra.getByRole('button', { name: 'Planer (1)' }).click()
    await petra.getByRole('button', { name: /^Stationen 2027/ }).click()
    await plan.getByRole('tab', { name: 'Dela' }).click()
    await plan.getByRole('button', { name: 'Ta bort Johan Ek ur planen' }).click()
    await johan.getByText(draftMark).waitFor({ state: 'detached' })
  })

  test('a file that is no picture is refused in words before it is sent', async () => {
    const page = await as('petra')
    const { id } = await draw(page)
    await page.goto(`${town.url}/planera?sel=lighting_upgrades:${id}`)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'brev.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') })
    await page.getByText('Välj en bild i JPEG, PNG eller WebP.').waitFor()
  })
})
