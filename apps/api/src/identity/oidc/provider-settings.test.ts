import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnv } from '../../env.ts'
import { readProviders } from './provider-settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'providers-'))
const entry = {
  id: 'kommunen',
  title: { sv: 'Kommunen', en: 'The municipality' },
  issuer: 'https://login.example.se/realms/kommunen',
  clientId: 'trygghetskartan',
  clientSecretEnv: 'KOMMUNEN_SECRET',
  roles: { planerare: 'planner' },
}
const PUBLIC_URL = 'https://karta.example.se'
const read = (entries: unknown, more: NodeJS.ProcessEnv = {}) =>
  readProviders({ PUBLIC_URL, KOMMUNEN_SECRET: 's3cret', OIDC_PROVIDERS: JSON.stringify(entries), ...more })
const with_ = (changes: Record<string, unknown>) => () => read([{ ...entry, ...changes }])

describe('the providers of the configuration', () => {
  it('are none where nothing is set', () => {
    expect(readProviders({})).toEqual([])
  })

  it('have usual values for what is not said', () => {
    expect(read([entry])).toMatchObject([
      {
        clientSecret: 's3cret',
        authentication: 'client_secret_basic',
        scopes: ['openid', 'profile', 'email'],
        rolesClaim: ['groups'],
        priority: ['admin', 'police', 'planner', 'reporter'],
        clockTolerance: 30,
        stepUp: { maxAge: 60 },
      },
    ])
  })

  it('stand in a file as well as in the environment, and so does each secret', () => {
    const { clientSecretEnv: _, ...rest } = entry
    writeFileSync(join(folder, 'secret'), 'from a file\n')
    writeFileSync(
      join(folder, 'providers.json'),
      JSON.stringify([{ ...rest, clientSecretFile: join(folder, 'secret') }]),
    )
    const [provider] = readProviders({ PUBLIC_URL, OIDC_FILE: join(folder, 'providers.json') })
    expect(provider?.clientSecret).toBe('from a file')
  })

  it.each([
    ['http beyond the loopback address', { issuer: 'http://login.example.se' }, /issuer: https/],
    ['an audience that is not staff', { roles: { alla: 'public' } }, /roles\.alla/],
    ['no group at all', { roles: {} }, /at least one group/],
    ['an audience outside the priority', { priority: ['police'] }, /priority/],
    ['an id with a slash', { id: 'a/b' }, /id: lower-case/],
    ['scopes without openid', { scopes: ['profile'] }, /openid/],
    ['a word it does not know', { rolesClaims: 'groups' }, /rolesClaims/],
    ['two ways to the secret', { clientSecret: 'x' }, /one of clientSecret/],
    ['a variable that is not set', { clientSecretEnv: 'NOT_SET' }, /secret is empty/],
    ['a secret for a client without one', { authentication: 'none' }, /none, and yet/],
  ])('refuse %s', (_, changes, message) => {
    expect(with_(changes)).toThrow(message)
  })

  it('refuse two with one id, and one issuer under two ids', () => {
    expect(() => read([entry, { ...entry, issuer: 'https://other.example.se' }])).toThrow(/id: kommunen/)
    expect(() => read([entry, { ...entry, id: 'andra' }])).toThrow(/issuer/)
  })

  it('need the address that people visit, and keep secrets out of what they say', () => {
    expect(() => read([entry], { PUBLIC_URL: '' })).toThrow(/PUBLIC_URL/)
    expect(() => readProviders({ PUBLIC_URL, OIDC_PROVIDERS: '[{"clientSecret":"hemlig"' })).toThrow(
      /^(?![\s\S]*hemlig)[\s\S]*is not JSON/,
    )
  })

  it('come with the environment, whose public address is an origin over https', () => {
    const base = { DATA_FOLDER: folder, KOMMUNEN_SECRET: 'x', OIDC_PROVIDERS: JSON.stringify([entry]) }
    expect(readEnv({ ...base, PUBLIC_URL: `${PUBLIC_URL}/` })).toMatchObject({
      PUBLIC_URL,
      providers: [{ id: 'kommunen' }],
    })
    expect(() => readEnv({ ...base, PUBLIC_URL: `${PUBLIC_URL}/karta` })).toThrow(/PUBLIC_URL/)
    expect(() => readEnv({ ...base, PUBLIC_URL: 'http://karta.example.se' })).toThrow(/PUBLIC_URL/)
  })
})
