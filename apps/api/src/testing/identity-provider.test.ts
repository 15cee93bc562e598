import { expect, it } from 'vitest'
import { startIdentityProvider } from './identity-provider.ts'

it('answers as a provider while it runs, and not at all while it is paused', async () => {
  const provider = await startIdentityProvider({ id: 'kommunen', publicUrl: 'http://localhost:1' })
  const discovery = `${provider.issuer}/.well-known/openid-configuration`
  const found = (await (await fetch(discovery)).json()) as Record<string, unknown>
  expect(found.issuer).toBe(provider.issuer)
  expect(found.backchannel_logout_supported).toBe(true)
  await provider.pause()
  await expect(fetch(discovery)).rejects.toThrow()
  await provider.resume()
  expect((await fetch(discovery)).status).toBe(200)
  await provider.stop()
})
