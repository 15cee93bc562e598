import { createHash, randomUUID } from 'node:crypto'
import { rules } from '@trygghetskartan/privacy'
import type { Geometry, Position } from 'geojson'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicShapeOf } from '../coarsening/public-shape.ts'
import { readGround } from '../coarsening/read-ground.ts'
import type { ItemsAnswer, Measure } from '../contract.ts'
import type {
  AnswerTemplate,
  Chain,
  ModeratedPlace,
  ModeratedReport,
  PublicPreview,
  QueueAnswer,
  QueuedReport,
  ReportStatistics,
  ReportStep,
} from '../contract-moderation.ts'
import { dayInSweden } from '../problems/day-in-sweden.ts'
import { digestOfCode } from '../reports/receipt-code.ts'
import { planners } from '../testing/plans.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const code = createHash('sha256').update('a receipt').digest()
const daysAgo = (n: number) => dayInSweden(new Date(Date.now() - n * 86_400_000))
const secret = 'Gänget utanför porten på Storgatan'

describe('the moderation of reports', () => {
  let app: TestApp
  let at: ReturnType<typeof planners>
  let lamp: Measure
  const ids: Record<string, string> = {}

  const pathOf = (name: string, ...parts: string[]) =>
    ['/api/moderation/reports', ids[name], ...parts].join('/')
  const read = (name: string) => at.read<ModeratedReport>('demo-planner', pathOf(name))
  const queue = (show = 'open') =>
    at.read<QueueAnswer>('demo-planner', `/api/moderation/reports?show=${show}`)
  const take = async (name: string, step: ReportStep) =>
    at.send<ModeratedReport>('demo-planner', 'POST', pathOf(name, 'steps'), step, at.held(await read(name)))
  const refused = async (name: string, step: object) =>
    at.refused('demo-planner', 'POST', pathOf(name, 'steps'), step, at.held(await read(name)))
  const preview = (name: string, draft: object) =>
    at.send<PublicPreview>('demo-planner', 'POST', pathOf(name, 'preview'), draft)
  const publish = async (name: string, draft: { reasons: string[]; words?: string }) => {
    const { seal } = await preview(name, draft)
    return take(name, { step: 'publish', seal, ...draft })
  }
  const places = () => at.read<ItemsAnswer>('demo-police', '/api/layers/reported_places/items')
  const named = ({ reports }: QueueAnswer) =>
    reports.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id))

  const listen = async (who: DemoId | null) => {
    const heard: string[] = []
    const stream = (await app.ask(who, 'GET', '/api/changes'))
      .body!.pipeThrough(new TextDecoderStream())
      .getReader()
    void (async () => {
      for (;;) {
        const { done, value } = await stream.read()
        if (done) return
        heard.push(value)
      }
    })().catch(() => {})
    await expect.poll(() => heard.join('')).toContain('hello')
    return { heard: () => heard.join(''), stop: () => stream.cancel() }
  }
  const arrive = async (name: string, ago: number, [lon, lat]: Position, more: { quiet?: boolean } = {}) => {
    const id = randomUUID()
    ids[name] = id
    await app.database.owner(async (sql) => {
      await sql`
        insert into core.unsafe_reports (id, geom, reasons, words, received_on)
        values (${id}, ST_SetSRID(ST_MakePoint(${lon!}, ${lat!}), 4326), '{darkness,people}', ${name === 'path' ? secret : null}, ${daysAgo(ago)})`
      if (more.quiet) await sql`insert into core.report_work (report_id, quiet) values (${id}, true)`
    })
  }

  beforeAll(async () => {
    app = await testApp(engines.at(-1)!)
    at = planners(app)
    await app.database.owner(async (sql) => {
      await sql`insert into basemap.datasets (id, source, title, attribution) values ('osm:prov', 'osm', 'Prov', '© OpenStreetMap contributors')`
      // Twelve doors in one block, and a lonely one far off.
      await sql`
        insert into basemap.features (source, source_id, theme, kind, name, geom)
        select 'osm', 'n' || i, 'address', 'address', 'Storgatan ' || i, ST_SetSRID(ST_MakePoint(14.1560 + i * 0.00002, 56.0290), 4326) from generate_series(1, 12) i
        union all select 'osm', 'n99', 'address', 'address', 'Ensamma vägen 1', ST_SetSRID(ST_MakePoint(14.1640, 56.0290), 4326)
        union all select 'osm', 'w1', 'road', 'residential', 'Storgatan', 'SRID=4326;LINESTRING(14.14 56.0289, 14.18 56.0289)'::geometry`
    })
    await arrive('path', 40, [14.1561, 56.02912])
    await arrive('beside', 3, [14.1565, 56.02905])
    await arrive('away', 2, [14.1641, 56.02905])
    await arrive('many', 1, [14.1562, 56.0291], { quiet: true })
    await app.database.owner(
      (sql) =>
        sql`insert into core.report_receipts (report_id, code_sha256, language) values (${ids.path!}, ${code}, 'sv')`,
    )
    lamp = await at.put('demo-planner', 'lighting_upgrades', {
      title: 'Ny belysning på Storgatan',
      kind: 'new',
    })
  })
  afterAll(() => app.close())

  it('has what is late first, a quiet queue, and beside each report what lies near it', async () => {
    const open = await queue()
    expect(named(open)).toEqual(['path', 'beside', 'away'])
    expect(open.reports.map(({ late }) => late)).toEqual([true, false, false])
    expect(open.counts).toEqual({ open: 3, quiet: 1, closed: 0 })
    expect(open.people.map(({ name }) => name)).toContain('Petra Lindgren')
    expect(named(await queue('quiet'))).toEqual(['many'])
    const { near } = await read('path')
    expect(near.reports.map(({ id }) => id)).toEqual([ids.many, ids.beside])
    expect(near.measures.map(({ id, metres }) => [id, metres < 150])).toEqual([[lamp.id, true]])
    await take('many', { step: 'quiet', quiet: false })
    expect((await queue()).counts.quiet).toBe(0)
  })

  it('is for planners alone', async () => {
    for (const who of [null, 'demo-police', 'demo-reporter', 'demo-admin'] as const)
      for (const path of ['/api/moderation/reports', pathOf('path'), '/api/moderation/statistics'])
        expect([401, 403]).toContain((await at.refused(who, 'GET', path)).status)
  })

  it('holds two who answer at once apart, and hears the reporter', async () => {
    const planner = await listen('demo-planner')
    const seen = await read('path')
    const asked = await take('path', { step: 'ask', text: 'På vilken sida om bron är det mörkt?' })
    expect([asked.state, asked.answered, asked.late]).toEqual(['in_review', true, false])
    const late = await at.refused(
      'demo-planner-2',
      'POST',
      pathOf('path', 'steps'),
      { step: 'split' },
      at.held(seen),
    )
    expect(late.status).toBe(412)
    await app.database.write(
      { id: '', name: '', audience: 'public' },
      (sql) => sql`select public_map.answer_receipt(${code}, ${randomUUID()}, 'På den norra sidan')`,
    )
    await expect.poll(() => planner.heard()).toContain('report_work')
    await planner.stop()
    const told = await read('path')
    expect(told.version).toBeGreaterThan(asked.version)
    expect([told.replied, told.messages.map(({ kind }) => kind)]).toEqual([true, ['question', 'reply']])
    expect(named(await queue())[0]).toBe('path')
    const named2 = await refused('path', { step: 'answer', text: 'Ring Anna Svensson på 070-123 45 67' })
    expect([named2.status, named2.problem.errors?.[0]?.field]).toEqual([422, 'text'])
  })

  it('takes words out and keeps them for planners alone', async () => {
    const redacted = await take('path', { step: 'redact', words: 'Mörkt utanför porten' })
    expect(redacted.words).toBe('Mörkt utanför porten')
    expect(redacted.history[0]).toMatchObject({ by: 'Petra Lindgren', changed: ['words'], words: secret })
    const [police] = await app.database.read(
      'police',
      (sql) => sql<{ all: string }[]>`select json_agg(h)::text as all from police.history h`,
    )
    expect(police?.all).not.toContain('Gänget')
  })

  it('shows its moderator just what becomes public, and the public nothing before', async () => {
    const anybody = await listen(null)
    const fetched = async () => {
      const answers = await Promise.all(
        [
          '/api/layers/reported_places/items',
          '/api/layers/reported_places/items.csv',
          '/api/tiles/reported_places/14/8836/5092.mvt',
          '/api/places?q=storgatan',
          `/api/measures/${ids.path}`,
          `/api/chain/lighting_upgrades/${lamp.id}`,
        ].map(async (path) => (await app.ask(null, 'GET', path)).text()),
      )
      return answers.join('\n')
    }
    await take('beside', { step: 'merge', report: ids.path! })
    expect((await read('path')).others.map(({ id }) => id)).toEqual([ids.beside])
    await take('path', { step: 'link', layer: 'lighting_upgrades', measure: lamp.id })
    await take('path', { step: 'assign', to: (await queue()).people[0]!.id })
    const draft = { reasons: ['darkness'], words: 'Mörk gångväg vid porten' }
    const person = await at.refused('demo-planner', 'POST', pathOf('path', 'preview'), {
      reasons: ['darkness'],
      words: 'Fråga Kalle Svensson, 070-123 45 67',
    })
    expect([person.status, person.problem.errors?.[0]?.field]).toEqual([422, 'words'])
    expect(
      (await at.refused('demo-planner', 'POST', pathOf('path', 'preview'), { reasons: ['people'] })).status,
    ).toBe(422)
    const shown = await preview('path', draft)
    const before = await fetched()
    expect(before).not.toContain('Mörk')
    expect(before).not.toContain(ids.path)

    const other = await refused('path', { step: 'publish', ...draft, words: 'Något annat', seal: shown.seal })
    expect(other.status).toBe(409)
    const published = await take('path', { step: 'publish', ...draft, seal: shown.seal })
    expect(published.publicPlace).toMatchObject({
      words: draft.words,
      month: shown.month,
      geometry: shown.geometry,
    })
    const { features } = await places()
    const [place] = features
    expect([place?.geometry, place?.properties.words]).toEqual([shown.geometry, draft.words])
    expect(place?.id).not.toBe(ids.path)
    expect(place?.properties.month).toBe(`${daysAgo(40).slice(0, 7)}-01`)
    expect(await fetched()).toContain('Mörk gångväg')
    expect((await read('beside')).state).toBe('published')
    await expect.poll(() => anybody.heard()).toContain(place?.id)
    expect(anybody.heard()).not.toMatch(/unsafe_reports|report_work/)
    for (const id of Object.values(ids)) expect(anybody.heard()).not.toContain(id)
    await anybody.stop()
  })

  it('moves all that shares eight doors, or a square without any, to one point on the street, and never over a boundary', async () => {
    const shape = (geometry: Geometry, middle: Position) =>
      app.database.read('planner', async (sql) =>
        publicShapeOf(sql, geometry, middle as [number, number], await readGround(sql, rules), rules),
      )
    const point = (...coordinates: Position) => shape({ type: 'Point', coordinates }, coordinates)
    const block = await point(14.15602, 56.02901)
    expect(block).toMatchObject({ type: 'Point', coordinates: [expect.any(Number), 56.0289] })
    // The lonely door is told as the block, and what nobody lives near as its own square.
    expect(await point(14.164, 56.029)).toEqual(block)
    const alone = await point(14.1701, 56.029)
    expect(alone).toMatchObject({ coordinates: [expect.any(Number), 56.0289] })
    expect(alone).not.toEqual(block)
    expect(await point(14.171, 56.0285)).toEqual(alone)
    const [from, to] = [
      [14.15602, 56.02901],
      [14.1561, 56.029],
    ]
    expect(await shape({ type: 'LineString', coordinates: [from!, to!] }, from!)).toEqual(block)
    expect(await shape({ type: 'LineString', coordinates: [from!, to!, [14.1701, 56.029]] }, from!)).toEqual({
      type: 'LineString',
      coordinates: [block, alone].map((one) => (one as { coordinates: Position }).coordinates),
    })
    const triangle = [from!, [14.1701, 56.029], [14.163, 56.036], from!]
    expect(await shape({ type: 'Polygon', coordinates: [triangle] }, [14.163, 56.031])).toMatchObject({
      type: 'Polygon',
    })
    // An area about the lonely door alone: what happens there may be told as none of the others.
    const area = (title: string) =>
      app.database.owner(
        (sql) => sql`
        insert into core.safety_survey_areas (geom, title, year, share_unsafe, respondents)
        values (ST_MakeEnvelope(14.163, 56.028, 14.166, 56.0301, 4326), ${title}, 2025, 31, 210)`,
      )
    await area('Ensamheten')
    expect(await point(14.164, 56.029)).toBeNull()
    expect(await point(14.15602, 56.02901)).not.toBeNull()
    const told = await at.refused('demo-planner', 'POST', pathOf('away', 'preview'), {
      reasons: ['darkness'],
    })
    expect([told.status, told.problem.detail]).toEqual([422, expect.stringContaining('8 adresser')])
    await app.database.owner((sql) => sql`delete from core.safety_survey_areas where title = 'Ensamheten'`)
    expect(await point(14.164, 56.029)).toEqual(block)
  })

  it('takes a report from its place again, and the place from the map with its last one', async () => {
    const { publicPlace } = await read('beside')
    const alone = await take('beside', { step: 'split' })
    expect([alone.state, alone.publicPlace]).toEqual(['in_review', null])
    expect((await places()).numberMatched).toBe(1)
    await take('beside', { step: 'merge', place: publicPlace!.id })
    await publish('away', { reasons: ['darkness'] })
    expect((await places()).numberMatched).toBe(2)
    await take('away', { step: 'split' })
    expect((await places()).numberMatched).toBe(1)
    const declined = await take('away', { step: 'decline', text: 'Vägen är Trafikverkets.' })
    expect([declined.state, declined.messages.at(-1)?.text]).toEqual(['declined', 'Vägen är Trafikverkets.'])
    expect((await take('away', { step: 'reopen' })).state).toBe('in_review')
  })

  it('shows a photograph from when it is released with its place until it is taken back, with nothing of the camera', async () => {
    const letters = 'PHOT0PHOT0PHOT0PHOT0'
    const sharpened = sharp({ create: { width: 64, height: 48, channels: 3, background: '#336699' } })
    const taken = await sharpened
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '56/1 1/1 30/1' } })
      .jpeg()
      .toBuffer()
    await app.database.owner(async (sql) => {
      await sql`insert into core.report_receipts (report_id, code_sha256, language) values (${ids.away!}, ${digestOfCode(letters)}, 'sv')`
      // Another of the same place that came with one too.
      await sql`insert into core.report_photos (report_id, width, height, bytes, sent_sha256, picture, thumbnail)
        values (${ids.many!}, 1, 1, 1, sha256('x'), 'x', 'x')`
    })
    const sent = await app.fetch(
      new Request(`http://localhost/api/reports/${ids.away}/photo`, {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream', 'x-receipt': letters },
        body: new Uint8Array(taken),
      }),
    )
    expect(sent.status).toBe(201)
    const shownWith = async (place: string) => {
      const { photo } = await at.read<Chain>(null as never, `/api/chain/reported_places/${place}`)
      const answer = await app.ask(null, 'GET', `/api/reported-places/${place}/photo`)
      expect(answer.status).toBe(photo ? 200 : 404)
      return photo ? Buffer.from(await answer.arrayBuffer()) : null
    }
    expect((await refused('away', { step: 'photo', released: true })).status).toBe(422)
    const draft = { reasons: ['darkness'] }
    const place = (await publish('away', draft)).place!
    expect(await shownWith(place)).toBeNull()
    expect((await take('away', { step: 'photo', released: true })).picture?.released).toBe(true)
    const picture = (await shownWith(place))!
    const { exif, format, width } = await sharp(picture).metadata()
    expect([exif, format, width]).toEqual([undefined, 'jpeg', 64])
    expect(picture.includes('GPS') || picture.includes('Exif')).toBe(false)
    await take('away', { step: 'photo', released: false })
    expect(await shownWith(place)).toBeNull()
    await take('away', { step: 'photo', released: true })
    await take('many', { step: 'merge', place })
    await take('many', { step: 'photo', released: true })
    expect(await shownWith(place)).toEqual(Buffer.from('x'))
    expect((await read('away')).picture?.released).toBe(false)
    await take('many', { step: 'split' })
    expect(await shownWith(place)).toBeNull()
    await take('away', { step: 'split' })
    const shown = await preview('away', { ...draft, photo: true })
    expect(shown.photo).toBe(true)
    const again = await take('away', { step: 'publish', ...draft, photo: true, seal: shown.seal })
    expect(await shownWith(again.place!)).toHaveLength(picture.length)
    await take('away', { step: 'split' })
    expect(await shownWith(again.place!)).toBeNull()
  })

  it('tells anybody what came of it: the measure, how many it answers in words, and that it is built', async () => {
    const place = (await read('path')).publicPlace!
    const chain = (layer: string, id: string) => at.read<Chain>(null as never, `/api/chain/${layer}/${id}`)
    expect((await chain('reported_places', place.id)).measures).toEqual([])
    for (const to of ['proposed', 'in_review', 'decided'])
      lamp = await at.step(
        'demo-planner',
        lamp,
        to,
        to === 'decided' ? { decision: { text: 'Beslutat' } } : {},
      )
    expect((await chain('reported_places', place.id)).measures).toMatchObject([
      { id: lamp.id, status: 'decided' },
    ])
    expect(await chain('lighting_upgrades', lamp.id)).toMatchObject({
      places: [{ id: place.id }],
      heard: null,
    })
    const since = `${daysAgo(70).slice(0, 7)}-01`
    const support = (n: number) =>
      app.database.owner(
        (sql) =>
          sql`insert into core.report_support (id, place_id, month) select gen_random_uuid(), ${place.id}, ${since} from generate_series(1, ${n}::integer)`,
      )
    await support(4)
    // Its first report joined it this month: it counts from the next.
    expect((await chain('lighting_upgrades', lamp.id)).heard).toBeNull()
    await support(1)
    expect((await chain('lighting_upgrades', lamp.id)).heard).toBe('at_least_5')

    expect((await queue()).built).toEqual([])
    for (const to of ['ordered', 'built']) lamp = await at.step('demo-planner', lamp, to)
    const [built] = (await queue()).built
    expect(built).toMatchObject({ id: place.id, reports: 2 })
    const done = await at.send<ModeratedPlace>(
      'demo-planner',
      'PATCH',
      `/api/moderation/places/${place.id}`,
      { state: 'done', answer: 'Nya lyktor lyser sedan i våras.' },
      at.held(built!),
    )
    expect([done.state, done.heard]).toEqual(['done', 'at_least_5'])
    expect((await read('beside')).state).toBe('handled')
    const stale = await at.refused(
      'demo-planner',
      'PATCH',
      `/api/moderation/places/${place.id}`,
      { answer: '' },
      at.held(built!),
    )
    expect(stale.status).toBe(412)
  })

  it('keeps answers that are given often, and says how fast they were given', async () => {
    const template = await at.send<AnswerTemplate>('demo-planner', 'POST', '/api/moderation/templates', {
      title: 'Trasig lampa',
      sv: 'Tack! Lampan byts inom två veckor.',
      en: 'Thank you! The lamp is replaced within two weeks.',
    })
    const path = `/api/moderation/templates/${template.id}`
    await at.send('demo-planner-2', 'PUT', path, { title: 'Lampa', sv: 'Tack!', en: 'Thank you!' })
    expect(await at.read('demo-planner', '/api/moderation/templates')).toEqual([
      { id: template.id, title: 'Lampa', sv: 'Tack!', en: 'Thank you!' },
    ])
    await at.send('demo-planner', 'DELETE', path)
    const { months } = await at.read<ReportStatistics>('demo-planner', '/api/moderation/statistics')
    expect(months.find(({ month }) => month === `${daysAgo(40).slice(0, 7)}-01`)).toMatchObject({
      came: 1,
      answered: 1,
      answerMedian: 40,
      late: 1,
    })
  })

  it('leaves every step in the audit trail', async () => {
    const steps = await app.database.owner(
      (sql) =>
        sql<
          { action: string }[]
        >`select distinct action from audit.entries where action like 'report.%' order by action`,
    )
    expect(steps.map(({ action }) => action.slice(7))).toEqual([
      'ask',
      'assign',
      'decline',
      'link',
      'merge',
      'photo',
      'place-changed',
      'publish',
      'quiet',
      'redact',
      'reopen',
      'split',
      'template-changed',
      'template-created',
      'template-removed',
    ])
    const gone: QueuedReport[] = (await queue('closed')).reports
    expect(gone.map(({ id }) => id)).toContain(ids.path)
  })
})
