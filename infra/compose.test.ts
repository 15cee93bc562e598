import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseNetworks } from '@trygghetskartan/api/protection/address'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { root } from './run/setup.mjs'

interface Service {
  image?: string
  build?: { context: string; dockerfile: string }
  environment?: Record<string, string>
  volumes?: string[]
  depends_on?: Record<string, unknown> | string[]
  networks?: Record<string, { ipv4_address?: string }>
}

const read = (path: string) => readFileSync(join(root, 'infra', path), 'utf8')
const compose = parse(read('compose.yaml')) as {
  services: Record<string, Service>
  volumes: Record<string, unknown>
}
const services = Object.entries(compose.services)

describe('the compose file of a municipality’s server', () => {
  it('asks only for variables that env.example names', () => {
    const asked = [...read('compose.yaml').matchAll(/\$\{([A-Z_]+)/g)].map((match) => match[1])
    const named = [...read('env.example').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1])
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.filter((name) => !named.includes(name))).toEqual([])
  })

  it('mounts only declared volumes and files that exist', () => {
    const mounted = services
      .flatMap(([, service]) => service.volumes ?? [])
      .map((volume) => volume.split(':')[0] ?? '')
    const missing = mounted.filter((name) =>
      name.startsWith('.') ? !existsSync(join(root, 'infra', name)) : !(name in compose.volumes),
    )
    expect(missing).toEqual([])
  })

  it('starts nothing before what it depends on, and depends on nothing that is not there', () => {
    for (const [, service] of services) {
      const needed = Array.isArray(service.depends_on)
        ? service.depends_on
        : Object.keys(service.depends_on ?? {})
      expect(needed.filter((name) => !(name in compose.services))).toEqual([])
    }
  })

  it('lets the API believe the proxy’s fixed address alone, which no other container can be given', () => {
    const { networks } = parse(read('compose.yaml')) as {
      networks: { default: { ipam: { config: { subnet: string; ip_range: string }[] } } }
    }
    const proxy = services.find(([name]) => name === 'proxy')?.[1].networks?.default?.ipv4_address ?? ''
    const api = services.find(([name]) => name === 'api')?.[1].environment
    const [config] = networks.default.ipam.config
    expect(api?.TRUSTED_PROXIES).toBe(proxy)
    expect(parseNetworks(config?.subnet ?? '')(proxy)).toBe(true)
    expect(parseNetworks(config?.ip_range ?? '')(proxy)).toBe(false)
  })

  it('names every image in full with a version', () => {
    const images = services.map(([, service]) => service.image).filter((image) => image !== undefined)
    expect(images.length).toBe(4)
    for (const image of images) expect(image).toMatch(/^(docker|quay)\.io\/[a-z0-9/-]+:[0-9][a-z0-9.-]*$/)
  })

  it('builds from a container file whose every copied path exists', () => {
    const text = read('Containerfile')
    const copied = [...text.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap((match) =>
      (match[1] ?? '').split(' ').slice(0, -1),
    )
    expect(copied).toContain('data')
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(text).toMatch(/^USER node$/m)
    const entry = /CMD \["node", "([^"]+)"\]\s*$/.exec(text)?.[1]
    expect(existsSync(join(root, entry ?? 'missing'))).toBe(true)
  })
})
