import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MadeToken } from '../contract-admin.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

const origo = { origin: 'https://karta.example.se', 'sec-fetch-site': 'cross-site' }
const preflight = { ...origo, 'access-control-request-headers': 'authorization' }

describe('a map on another site', () => {
  let app: TestApp
  let key: string
  beforeAll(async () => {
    app = await testApp('embedded')
    const made = await app.ask('demo-admin', 'POST', '/api/tokens', {
      name: 'Origo',
      audience: 'planner',
      layers: ['camera_sites'],
      write: true,
      expiresInDays: 1,
    })
    key = `Bearer ${((await made.json()) as MadeToken).secret}`
  })
  afterAll(() => app.close())

  test('is told beforehand that it may read with a key', async () => {
    const answer = await app.ask(null, 'OPTIONS', '/api/layers/camera_sites/items', undefined, {
      ...preflight,
      'access-control-request-method': 'GET',
    })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-headers')).toMatch(/authorization/i)
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET,HEAD')
  })

  test.each(['/api/layers', '/api/layers/camera_sites/items', '/api/tiles/camera_sites/14/8836/5099.mvt'])(
    'reads %s, a second time as well',
    async (path) => {
      for (let time = 0; time < 2; time++) {
        const answer = await app.ask(null, 'GET', path, undefined, { ...origo, authorization: key })
        expect(answer.status).toBeLessThan(300)
        expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      }
    },
  )

  test('learns why it is refused', async () => {
    const answer = await app.ask(null, 'GET', '/api/layers', undefined, {
      ...origo,
      authorization: 'Bearer tk_nothing',
    })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })

  test.each([
    '/auth/me',
    '/api/measures/0190a5b0-0000-7000-8000-000000000000',
    '/api/audit',
    '/api/accounts',
    '/api/changes',
  ])('does not get at %s', async (path) => {
    const answer = await app.ask(null, 'OPTIONS', path, undefined, {
      ...preflight,
      'access-control-request-method': 'GET',
    })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })
})
