import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Photo } from '../contract-identity.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const jpeg = () =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: '#336699' } })
    .withExif({ IFD0: { Make: 'Kamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '56/1 1/1 30/1' } })
    .jpeg()
    .toBuffer()

describe.each(engines)('photographs of a measure on %s', (engine) => {
  let app: TestApp
  const camera = randomUUID()
  const zone = randomUUID()

  const send = async (account: DemoId | null, object: string, bytes: Uint8Array, query = '') =>
    app.fetch(
      new Request(`http://localhost/api/measures/${object}/photos${query}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/octet-stream',
          'sec-fetch-site': 'same-origin',
          ...(account && { cookie: await app.cookieOf(account) }),
        },
        body: new Uint8Array(bytes),
      }),
    )
  const list = async (account: DemoId | null, object: string) => {
    const answer = await app.ask(account, 'GET', `/api/measures/${object}/photos`)
    return { status: answer.status, photos: answer.ok ? ((await answer.json()) as Photo[]) : [] }
  }

  beforeAll(async () => {
    app = await testApp(engine)
    const point = { type: 'Point', coordinates: [14.15, 56.03] }
    const ring = [
      [14, 56],
      [14.1, 56],
      [14.1, 56.1],
      [14, 56],
    ]
    for (const [account, body] of [
      [
        'demo-planner',
        {
          id: camera,
          layer: 'camera_sites',
          geometry: point,
          properties: { title: 'Torget', status: 'idea' },
        },
      ],
      [
        'demo-police',
        {
          id: zone,
          layer: 'patrol_zones',
          geometry: { type: 'Polygon', coordinates: [ring] },
          properties: { title: 'Natten' },
        },
      ],
    ] as const)
      expect((await app.ask(account, 'POST', '/api/measures', body)).status).toBe(201)
  })
  afterAll(() => app.close())

  it('come in as a file, are listed, and go out without what the camera wrote', async () => {
    const added = await send('demo-planner', camera, await jpeg(), '?caption=Mot%20torget')
    expect(added.status).toBe(201)
    const photo = (await added.json()) as Photo
    expect(photo).toMatchObject({
      caption: 'Mot torget',
      width: 800,
      height: 600,
      by: 'Petra Lindgren',
      mine: true,
    })
    expect(added.headers.get('location')).toBe(`/api/photos/${photo.id}`)
    expect((await list('demo-police', camera)).photos).toEqual([{ ...photo, mine: false }])

    const whole = await app.ask('demo-police', 'GET', `/api/photos/${photo.id}`)
    const bytes = new Uint8Array(await whole.arrayBuffer())
    expect(bytes.length).toBe(photo.bytes)
    const { exif, xmp, iptc, icc } = await sharp(bytes).metadata()
    expect({ exif, xmp, iptc, icc }).toEqual({})
    const small = await app.ask('demo-planner', 'GET', `/api/photos/${photo.id}?size=thumbnail`)
    expect(await sharp(new Uint8Array(await small.arrayBuffer())).metadata()).toMatchObject({
      width: 320,
      height: 240,
    })
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename="${photo.id}.jpg"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    })
  })

  it('are for those who see the measure, and others cannot tell that there is one', async () => {
    const { id } = (await (await send('demo-police', zone, await jpeg())).json()) as Photo
    const unknown = randomUUID()
    for (const path of [
      `/api/photos/${id}`,
      `/api/photos/${id}?size=thumbnail`,
      `/api/measures/${zone}/photos`,
    ]) {
      const hidden = await app.ask('demo-planner', 'GET', path)
      const absent = await app.ask('demo-planner', 'GET', path.replace(id, unknown).replace(zone, unknown))
      expect([hidden.status, absent.status]).toEqual([404, 404])
      expect(await hidden.text()).toBe(await absent.text())
    }
    expect((await app.ask('demo-planner', 'DELETE', `/api/photos/${id}`)).status).toBe(404)
    expect((await send('demo-planner', zone, await jpeg())).status).toBe(404)
    for (const [account, status] of [
      [null, 401],
      ['demo-reporter', 403],
      ['demo-admin', 403],
    ] as const) {
      expect((await app.ask(account, 'GET', `/api/photos/${id}`)).status).toBe(status)
      expect((await list(account, camera)).status).toBe(status)
      expect((await send(account, camera, await jpeg())).status).toBe(status)
    }
    expect((await app.ask('demo-police', 'GET', `/api/photos/${id}`)).status).toBe(200)
  })

  it('are added and removed by who may change the measure', async () => {
    expect((await send('demo-police', camera, await jpeg())).status).toBe(403)
    const [first] = (await list('demo-planner', camera)).photos
    expect((await app.ask('demo-police', 'DELETE', `/api/photos/${first!.id}`)).status).toBe(403)
    expect((await app.ask('demo-planner-2', 'DELETE', `/api/photos/${first!.id}`)).status).toBe(204)
    expect((await app.ask('demo-planner', 'GET', `/api/photos/${first!.id}`)).status).toBe(404)
  })

  it('of a draft are for the plan’s members, as the draft is', async () => {
    const made = await app.ask('demo-planner', 'POST', '/api/plans', { title: 'Stationen' })
    const plan = (await made.json()) as { id: string }
    const draft = randomUUID()
    const answer = await app.ask('demo-planner', 'POST', '/api/measures', {
      id: draft,
      layer: 'camera_sites',
      geometry: { type: 'Point', coordinates: [14.15, 56.03] },
      properties: { title: 'Hemlig idé', plan_id: plan.id },
    })
    expect(answer.status).toBe(201)
    const { id } = (await (await send('demo-planner', draft, await jpeg())).json()) as Photo
    for (const [account, status] of [
      ['demo-planner', 200],
      ['demo-planner-2', 404],
      ['demo-police', 404],
    ] as const) {
      expect((await app.ask(account, 'GET', `/api/photos/${id}`)).status).toBe(status)
      expect((await list(account, draft)).status).toBe(status)
    }
    expect((await send('demo-planner-2', draft, await jpeg())).status).toBe(404)
    expect((await app.ask('demo-planner-2', 'DELETE', `/api/photos/${id}`)).status).toBe(404)
    expect((await list('demo-planner', draft)).photos).toHaveLength(1)
  })

  it('go with the measure, and come back with it', async () => {
    const { id } = (await (await send('demo-planner', camera, await jpeg())).json()) as Photo
    const etag = (await app.ask('demo-planner', 'GET', `/api/measures/${camera}`)).headers.get('etag') ?? ''
    const removed = await app.ask('demo-planner', 'DELETE', `/api/measures/${camera}`, undefined, {
      'if-match': etag,
    })
    expect(removed.status).toBe(204)
    expect((await app.ask('demo-planner', 'GET', `/api/photos/${id}`)).status).toBe(404)
    expect((await app.ask('demo-planner', 'POST', `/api/measures/${camera}/restore`)).status).toBe(200)
    expect((await app.ask('demo-planner', 'DELETE', `/api/photos/${id}`)).status).toBe(204)
  })

  it.each([
    ['a text', new TextEncoder().encode('no picture'), 415],
    ['nothing', new Uint8Array(), 415],
    ['more than 15 MB', new Uint8Array(15 * 1024 * 1024 + 1), 413],
  ])('are not %s', async (_, bytes, status) => {
    const answer = await send('demo-planner', camera, bytes)
    expect(answer.status).toBe(status)
    expect(((await answer.json()) as { detail: string }).detail.length).toBeGreaterThan(10)
    expect((await list('demo-planner', camera)).photos).toEqual([])
  })

  it('are no more than twenty of a measure, also where they come at the same moment', async () => {
    const file = await jpeg()
    const statuses: number[] = []
    for (let at = 0; at < 24; at += 4)
      statuses.push(
        ...(await Promise.all([1, 2, 3, 4].map(() => send('demo-planner', camera, file)))).map(
          ({ status }) => status,
        ),
      )
    expect(statuses.filter((status) => status === 201)).toHaveLength(20)
    expect(statuses.filter((status) => status === 422)).toHaveLength(4)
    expect((await list('demo-planner', camera)).photos).toHaveLength(20)
  })

  it('are written to the trail, without the picture', async () => {
    const entries = await app.database.owner(
      (sql) =>
        sql`select action, object, after from audit.entries where action like 'photo.%' order by seq limit 1`,
    )
    expect(entries).toMatchObject([{ action: 'photo.added', object: camera, after: { width: 800 } }])
  })
})
