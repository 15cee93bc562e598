import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readProviders } from '@trygghetskartan/api/identity/oidc/provider-settings'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { root } from './run/setup.mjs'

const read = (path: string) => readFileSync(join(root, 'infra', path), 'utf8')
const realm = JSON.parse(read('keycloak/trygghetskartan-realm.json'))
const people = JSON.parse(read('keycloak/trygghetskartan-users-0.json'))
const [client] = realm.clients
const environment = (OIDC_PROVIDERS: string) => ({
  PUBLIC_URL: 'https://karta.example.se',
  KEYCLOAK_CLIENT_SECRET: 'x',
  OIDC_PROVIDERS,
})
const example = read('providers/providers.example.json').replace(
  '/etc/trygghetskartan/polisen-secret',
  join(root, 'package.json'),
)

describe('the example of providers', () => {
  const providers = readProviders(environment(example))

  it('is one the server takes', () => {
    expect(providers.map(({ id }) => id)).toEqual(['keycloak', 'polisen'])
  })

  it('gives exactly the groups of the Keycloak realm their audiences', () => {
    const groups = realm.groups.map(({ name }: { name: string }) => name)
    expect(Object.keys(providers[0]?.roles ?? {}).sort()).toEqual(groups.sort())
    expect(providers[0]?.clientId).toBe(client.clientId)
    expect(providers[0]?.rolesClaim).toEqual([client.protocolMappers[0].config['claim.name']])
  })

  it('is explained: every entry of the configuration stands in identity.md', () => {
    const guide = read('identity.md')
    for (const key of Object.keys(providers[1] ?? {}).filter((name) => name !== 'clientSecret'))
      expect(guide, key).toContain(`\`${key}\``)
  })
})

describe('the Keycloak realm', () => {
  it('lets the client in by the code flow with PKCE alone', () => {
    expect(client.attributes['pkce.code.challenge.method']).toBe('S256')
    expect(client).toMatchObject({
      publicClient: false,
      standardFlowEnabled: true,
      implicitFlowEnabled: false,
      directAccessGrantsEnabled: false,
      serviceAccountsEnabled: false,
      fullScopeAllowed: false,
    })
  })

  it('sends people and logouts back to the product’s own addresses, and nowhere else', () => {
    const here = '$' + '{PUBLIC_URL}'
    expect(client.redirectUris).toEqual([`${here}/auth/callback/keycloak`])
    expect(client.attributes['post.logout.redirect.uris']).toBe(`${here}/`)
    expect(client.attributes['backchannel.logout.url']).toBe(`${here}/auth/backchannel-logout/keycloak`)
  })

  it('holds no secret and nobody: people to try it out with are mounted only when asked for', () => {
    expect(client.secret).toBe('$' + '{KEYCLOAK_CLIENT_SECRET}')
    expect(realm.users).toBeUndefined()
    expect(read('compose.yaml')).not.toContain('users-0')
    const tryOut = parse(read('keycloak/try-out.yaml'))
    expect(tryOut.services.keycloak.volumes[0]).toContain('trygghetskartan-users-0.json')
    const groups = new Set(realm.groups.map(({ name }: { name: string }) => `/${name}`))
    for (const person of people.users) for (const group of person.groups) expect(groups).toContain(group)
  })
})
