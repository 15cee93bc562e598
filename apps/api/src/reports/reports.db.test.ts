import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../audit/verify.ts'
import type {
  NearbyPlaces,
  NewReport,
  ReportChallenge,
  ReportReceipt,
  ReportReceived,
} from '../contract-reports.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { solve } from './proof.ts'

const spot = { type: 'Point' as const, coordinates: [14.1567, 56.0294] }
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const newCode = () => Array.from({ length: 20 }, () => letters[Math.floor(Math.random() * 32)]).join('')
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date())
const jpeg = (size = 60) =>
  sharp({ create: { width: size, height: size, channels: 3, background: '#336699' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '56/1 1/1 30/1' } })
    .jpeg()
    .toBuffer()

describe('reports from residents', () => {
  let app: TestApp

  beforeAll(async () => {
    app = await testApp('postgres', {
      variables: { REPORT_PROOF_BITS: '4', RATE_LIMITS: 'reports=300,writes=100000,sign-in=8' },
    })
  })
  afterAll(() => app.close())

  const from = { 'accept-language': 'sv' }
  const prove = async () =>
    solve((await (await app.ask(null, 'GET', '/api/reports/challenge')).json()) as ReportChallenge)
  const reportOf = async (change: Partial<NewReport> = {}): Promise<NewReport> => ({
    geometry: spot,
    reasons: ['darkness', 'people'],
    receipt: newCode(),
    language: 'sv',
    proof: await prove(),
    ...change,
  })
  const put = (id: string, body: unknown) => app.ask(null, 'PUT', `/api/reports/${id}`, body, from)
  const send = async (change: Partial<NewReport> = {}) => {
    const [id, report] = [randomUUID(), await reportOf(change)]
    expect((await put(id, report)).status).toBe(201)
    return { id, report, code: report.receipt }
  }
  const read = async (code: string) => {
    const answer = await app.ask(null, 'POST', '/api/receipts/read', { code }, from)
    return { status: answer.status, receipt: (await answer.json()) as ReportReceipt }
  }
  const rows = async (table: string, id: string, column = 'report_id') =>
    app.database.owner(
      (sql) => sql<Record<string, unknown>[]>`select * from core.${sql(table)} where ${sql(column)} = ${id}`,
    )
  const said = async (change: Partial<NewReport> | Record<string, unknown>) => {
    const answer = await put(randomUUID(), await reportOf(change as Partial<NewReport>))
    const { errors = [] } = (await answer.json()) as { errors?: { field: string; message: string }[] }
    return `${answer.status} ${errors[0]?.field}: ${errors[0]?.message}`
  }
  const place = async (change: Record<string, unknown> = {}) => {
    const made = {
      id: randomUUID(),
      geom: 'SRID=4326;POINT(14.1567 56.0294)',
      reasons: ['darkness'],
      month: '2026-03-01',
    }
    const row = { ...made, ...change }
    await app.database.owner((sql) => sql`insert into core.reported_places ${sql(row)}`)
    return made.id
  }

  it('are kept once, however often they are sent, also ten times at the same moment', async () => {
    const [id, report] = [randomUUID(), await reportOf()]
    const answers = await Promise.all(Array.from({ length: 10 }, () => put(id, report)))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201])
    const later = await put(id, { ...report, proof: { challenge: 'too old by now', nonce: '1' } })
    expect([later.status, (await later.json()) as ReportReceived]).toEqual([200, { receivedOn: today() }])
    expect(await rows('unsafe_reports', id, 'id')).toHaveLength(1)
    expect((await put(id, { ...report, words: 'Något annat', proof: await prove() })).status).toBe(409)
    expect((await put(id, { ...report, receipt: newCode(), proof: await prove() })).status).toBe(409)
    expect((await read(report.receipt)).receipt).toMatchObject({ report: id, state: 'new', messages: [] })
  })

  it('need work that was done for them, once', async () => {
    const proof = await prove()
    await send({ proof })
    expect(await said({ proof })).toMatch(/^422 proof: .*redan använt/)
    expect(await said({ proof: { ...(await prove()), nonce: 'not it' } })).toMatch(
      /^422 proof: .*gäller inte/,
    )
    // Two at the same moment with the same work: one of them.
    const shared = await prove()
    const two = await Promise.all(
      [1, 2].map(async () => put(randomUUID(), { ...(await reportOf()), proof: shared })),
    )
    expect(two.map(({ status }) => status).sort()).toEqual([201, 422])
    const [left] = await app.database.owner(
      (sql) => sql`select count(*)::int as n from core.report_receipts r
        where not exists (select from core.unsafe_reports u where u.id = r.report_id)`,
    )
    expect(left).toEqual({ n: 0 })
  })

  it('are of a place that can be drawn, in the municipality, and of a size to speak of', async () => {
    const line = (coordinates: number[][]) => ({ geometry: { type: 'LineString' as const, coordinates } })
    const area = (...ring: number[][]) => ({ geometry: { type: 'Polygon' as const, coordinates: [ring] } })
    const many = Array.from({ length: 10_000 }, (_, i) => [14.15 + i * 1e-7, 56.03])
    expect(await said(line(many))).toBe(
      '422 geometry: Det är för många punkter: 10000. Högst 200 tas emot. Rita enklare.',
    )
    expect(await said({ geometry: { type: 'Point', coordinates: [13.4, 52.52] } })).toMatch(
      /utanför kommunen/,
    )
    expect(await said({ geometry: { type: 'Point', coordinates: [56.03, 14.15] } })).toMatch(
      /utanför kommunen/,
    )
    expect(await said(line([]))).toMatch(/^422 geometry/)
    expect(
      await said(
        line([
          [14.135, 56.03],
          [14.185, 56.03],
        ]),
      ),
    ).toMatch(/längre än 2 km/)
    expect(
      await said(area([14.15, 56.03], [14.16, 56.031], [14.16, 56.03], [14.15, 56.031], [14.15, 56.03])),
    ).toBe('422 geometry: Linjerna korsar varandra.')
    expect(
      await said(area([14.14, 56.02], [14.15, 56.02], [14.15, 56.03], [14.14, 56.03], [14.14, 56.02])),
    ).toMatch(/större än 0,25 km²/)
    expect(await said({ geometry: { type: 'MultiPolygon', coordinates: [] } })).toMatch(/^422 geometry/)
    await send(
      line([
        [14.15, 56.03],
        [14.152, 56.03],
      ]),
    )
    await send(area([14.15, 56.03], [14.154, 56.03], [14.154, 56.032], [14.15, 56.03]))
  })

  it('keep a script as the text it is, and take neither control characters nor what points at a person', async () => {
    const words = "<script>alert(1)</script> &amp; {{7*7}} '; drop table core.unsafe_reports; --\nnästa rad"
    const { id } = await send({ words })
    expect((await rows('unsafe_reports', id, 'id'))[0]).toMatchObject({ words })
    for (const bad of ['a\u0000b', 'a\u0007b', 'a\u202eb'])
      expect(await said({ words: bad })).toMatch(/^422 words: Texten innehåller tecken/)
    expect(await said({ words: 'Ring 070-123 45 67' })).toMatch(/^422 words: ”070-123 45 67” kan peka ut/)
    expect(await said({ words: 'x'.repeat(2001) })).toMatch(/^422 words/)
    expect(await said({ reasons: [] })).toMatch(/^422 reasons/)
    expect(await said({ hours_from: '22:00' })).toMatch(/^422 hours_to: Ange båda/)
    expect(await said({ receipt: '1234' })).toMatch(/^422 receipt: Kvittokoden/)
    expect(await said({ surname: 'x' })).toMatch(/^422 surname/)
  })

  it('tell neither the hour nor the address they came from, whoever is signed in', async () => {
    const [id, report] = [randomUUID(), await reportOf({ words: 'Vid muren' })]
    await app.ask('demo-planner', 'PUT', `/api/reports/${id}`, report, { 'x-forwarded-for': '192.0.2.77' })
    const [row] = await app.database.owner(
      (sql) => sql`
        select r.created_at = h.at and h.at = e.at and r.created_at = (r.received_on::timestamp at time zone 'Europe/Stockholm') as day,
          h.actor_id, e.actor_id as by, e.address
        from core.unsafe_reports r join core.history h on h.object_id = r.id join audit.entries e on e.object = r.id::text where r.id = ${id}`,
    )
    expect(row).toEqual({ day: true, actor_id: 'public', by: 'public', address: null })
  })

  it('meet the public places near them, and “me too” is counted once and told in words from five, of months that are over', async () => {
    const [near] = [await place({ words: 'Mörkt vid muren' })]
    const nearby = async () => {
      const answer = await app.ask(null, 'POST', '/api/reports/nearby', { geometry: spot }, from)
      return ((await answer.json()) as NearbyPlaces).places
    }
    expect(await nearby()).toEqual([
      {
        ...{ id: near, geometry: spot, reasons: ['darkness'], state: 'looked_at', words: 'Mörkt vid muren' },
        ...{ answer: null, month: '2026-03-01', heard: null, photo: false, distance: 0 },
      },
    ])
    const id = randomUUID()
    const path = `/api/reported-places/${near}/support/${id}`
    const body = { proof: await prove() }
    const answers = await Promise.all(Array.from({ length: 5 }, () => app.ask(null, 'PUT', path, body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
    const away = `/api/reported-places/${randomUUID()}/support/${randomUUID()}`
    expect((await app.ask(null, 'PUT', away, { proof: await prove() })).status).toBe(404)
    const support = (n: number, month: string) =>
      app.database.owner(
        (sql) => sql`insert into core.report_support (id, place_id, month)
          select gen_random_uuid(), ${near}, ${month}::date from generate_series(1, ${n})`,
      )
    await support(20, `${today().slice(0, 7)}-01`)
    await support(4, '2026-03-01')
    expect((await nearby())[0]!.heard).toBeNull()
    await support(1, '2026-04-01')
    expect((await nearby())[0]!.heard).toBe('at_least_5')
    const far = { type: 'Point', coordinates: [14.1567, 56.0304] }
    const answer = await app.ask(null, 'POST', '/api/reports/nearby', { geometry: far })
    expect(await answer.json()).toEqual({ places: [] })
  })

  it('are followed with the receipt’s code alone: talk, place, and what was built', async () => {
    const { id, code } = await send({ reasons: ['broken_lamp'] })
    const spelled = code
      .replaceAll('0', 'o')
      .toLowerCase()
      .replace(/(.{4})/g, '$1 ')
    const shown = await place({ state: 'planned', answer: 'En lampa sätts upp.' })
    const lamp = randomUUID()
    const secret = randomUUID()
    await app.database.owner(async (sql) => {
      for (const [one, title, status] of [
        [lamp, 'Lampa vid muren', 'ordered'],
        [secret, 'Förslag', 'proposed'],
      ] as const) {
        await sql`insert into core.lighting_upgrades (id, geom, title, status)
          values (${one}, ST_SetSRID(ST_MakePoint(14.1567, 56.0294), 4326), ${title}, ${status})`
        await sql`insert into core.report_links (place_id, layer, measure_id) values (${shown}, 'lighting_upgrades', ${one})`
      }
    })
    const planner = { id: randomUUID(), name: 'Petra', audience: 'planner' } as const
    await app.database.owner(
      (sql) => sql`insert into identity.accounts (id, issuer, subject, name, audience)
        values (${planner.id}, 'test', 'petra', 'Petra', 'planner')`,
    )
    await app.database.write(planner, async (sql) => {
      await sql`update planner.unsafe_reports set place_id = ${shown}, state = 'published' where id = ${id}`
      await sql`insert into planner.report_messages (report_id, direction, kind, text) values (${id}, 'office', 'question', 'Vilken lampa?')`
    })
    const answer = { code, id: randomUUID(), text: 'Den tredje från bron.' }
    const reply = (body: unknown) => app.ask(null, 'POST', '/api/receipts/answer', body, from)
    expect((await Promise.all([reply(answer), reply(answer)])).map(({ status }) => status)).toEqual([
      204, 204,
    ])
    expect((await reply({ ...answer, text: 'Nej, den andra.' })).status).toBe(409)
    expect((await reply({ ...answer, id: randomUUID(), text: 'Ring 070-123 45 67' })).status).toBe(422)
    const before = (await read(spelled)).receipt
    expect(before).toMatchObject({
      ...{ report: id, state: 'published', receivedOn: today(), reasons: ['broken_lamp'], canAnswer: true },
      place: { id: shown, state: 'planned', answer: 'En lampa sätts upp.' },
      measures: [{ id: lamp, status: 'ordered', statusTitle: { sv: 'Beställd' }, at: spot.coordinates }],
    })
    expect(before.measures).toHaveLength(1)
    expect(before.messages.map(({ from, kind, text }) => [from, kind, text])).toEqual([
      ['office', 'question', 'Vilken lampa?'],
      ['reporter', 'reply', 'Den tredje från bron.'],
    ])
    await app.database.owner(
      (sql) => sql`update core.lighting_upgrades set status = 'built' where id = ${lamp}`,
    )
    expect((await read(code)).receipt.messages.at(-1)).toMatchObject({
      ...{ from: 'office', kind: 'status', on: today() },
      text: '”Lampa vid muren” är på plats. Din rapport bidrog till åtgärden.',
    })
    const [work] = await rows('report_work', id)
    expect(work!.first_answered_at).toBeInstanceOf(Date)
    const [asked] = await rows('report_messages', id)
    expect(asked).toMatchObject({ direction: 'office', author: planner.id })
  })

  it('open to no guessed code: the same answer to each, and soon none', async () => {
    const { code } = await send()
    const texts = new Set<string>()
    const guess = async (code: string) => {
      const answer = await app.ask(null, 'POST', '/api/receipts/read', { code }, from)
      if (answer.status === 404) texts.add(await answer.text())
      return answer.status
    }
    const statuses: number[] = []
    for (const wrong of [
      newCode(),
      newCode(),
      '',
      'x',
      '7'.repeat(200),
      `${code}0`,
      "' or 1=1 --",
      newCode(),
    ])
      statuses.push(await guess(wrong))
    expect(statuses).toEqual(Array(8).fill(404))
    expect(texts.size).toBe(1)
    expect(await guess(newCode())).toBe(429)
    expect((await read(code)).status).toBe(200)
  })

  it('have one photograph, drawn anew; what is no picture is refused with its reason', async () => {
    const { id, code } = await send()
    const photo = (bytes: Uint8Array, receipt = code, report = id) =>
      app.fetch(
        new Request(`http://localhost/api/reports/${report}/photo`, {
          method: 'PUT',
          headers: { 'content-type': 'application/octet-stream', 'x-receipt': receipt, ...from },
          body: new Uint8Array(bytes),
        }),
      )
    const refusal = async (bytes: Uint8Array) => {
      const answer = await photo(bytes)
      return `${answer.status} ${((await answer.json()) as { detail?: string }).detail}`
    }
    const picture = await jpeg()
    expect(await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatch(/^415 SVG/)
    expect(await refusal(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1'))).toMatch(/^415 HEIC/)
    expect(
      await refusal(Buffer.concat([picture.subarray(0, 300), Buffer.from('<script>'), picture])),
    ).toMatch(/^415 .*något annat/)
    expect(await refusal(new Uint8Array(50 * 1024 * 1024))).toMatch(/^413 /)
    expect(await refusal(await bomb())).toMatch(/^415 .*miljoner bildpunkter/)
    expect((await photo(picture, newCode())).status).toBe(404)
    expect((await photo(picture, code, randomUUID())).status).toBe(404)
    const two = await Promise.all([photo(picture), photo(picture)])
    expect(two.map(({ status }) => status).sort()).toEqual([200, 201])
    expect((await photo(await jpeg(80))).status).toBe(409)
    const [kept] = await rows('report_photos', id)
    expect((await sharp(kept!.picture as Buffer).metadata()).exif).toBeUndefined()
    const shown = await place()
    const seen = async () =>
      (await app.ask(null, 'GET', `/api/reported-places/${shown}/photo?size=thumbnail`)).status
    expect(await seen()).toBe(404)
    await app.database.owner(
      (sql) => sql`update core.report_photos set place_id = ${shown} where report_id = ${id}`,
    )
    expect(await seen()).toBe(200)
  })

  it('go when they are taken back, with all that was said, and do not come again', async () => {
    const words = 'Det hemliga hörnet'
    const { id, report, code } = await send({ words })
    const shown = await place({ words, answer: 'Vi ser över det hemliga hörnet.' })
    await app.database.owner(async (sql) => {
      await sql`update core.unsafe_reports set place_id = ${shown}, internal_text = 'hemliga hörnet igen' where id = ${id}`
      await sql`insert into core.report_photos (report_id, width, height, bytes, sent_sha256, picture, thumbnail)
        values (${id}, 1, 1, 1, sha256('x'), 'x', 'x')`
    })
    await app.ask(null, 'POST', '/api/receipts/answer', {
      code,
      id: randomUUID(),
      text: 'Hemliga hörnet, sa jag',
    })
    const withdraw = (code: string) => app.ask(null, 'POST', '/api/receipts/withdraw', { code }, from)
    const twice = await Promise.all([withdraw(code), withdraw(code)])
    expect(twice.map(({ status }) => status)).toEqual([204, 204])
    expect((await read(code)).status).toBe(410)
    expect((await put(id, { ...report, proof: await prove() })).status).toBe(410)
    const left = await app.database.owner(
      (sql) => sql`
        select e::text as row from audit.entries e union all select h::text from core.history h
        union all select r::text from core.unsafe_reports r union all select m::text from core.report_messages m
        union all select p::text from core.reported_places p union all select n::text from core.report_photos n where n.report_id = ${id}`,
    )
    expect(JSON.stringify(left).match(/hemliga hörnet/i)).toBeNull()
    expect(await verifyAudit(app.database)).toMatchObject({ ok: true, problems: [] })
    // A place that others have reported too stays, without words that may have been the reporter's.
    const [other, mine] = [await send(), await send()]
    const common = await place({ words })
    await app.database.owner(
      (sql) => sql`update core.unsafe_reports set place_id = ${common} where id in (${other.id}, ${mine.id})`,
    )
    expect((await withdraw(mine.code)).status).toBe(204)
    expect((await read(other.code)).receipt.place).toMatchObject({ id: common, words: null })
  })

  it('come into the quiet queue when there are many from one address, and are still taken', async () => {
    const proofs = await Promise.all(Array.from({ length: 60 }, prove))
    const ids = proofs.map(() => randomUUID())
    const answers = await Promise.all(
      proofs.map(async (proof, i) => put(ids[i]!, { ...(await reportOf()), proof })),
    )
    expect(answers.filter(({ status }) => status !== 201)).toEqual([])
    expect((await rows('report_work', ids.at(-1)!))[0]).toMatchObject({ quiet: true })
  })

  it('are whole or absent when the database goes away, so that the same sent again is kept once', async () => {
    const sent = await Promise.all(
      Array.from({ length: 60 }, async () => ({ id: randomUUID(), report: await reportOf() })),
    )
    const cut = () =>
      app.database.owner(
        (sql) =>
          sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'app_public' and datname = current_database()`,
      )
    const [first] = await Promise.all([
      Promise.all(sent.map(({ id, report }) => put(id, report))),
      ...[5, 15, 30, 60].map((milliseconds) => setTimeout(milliseconds).then(cut)),
    ])
    const refused = first.filter(({ status }) => status !== 201)
    expect(refused.length).toBeGreaterThan(0)
    for (const { status, headers } of refused)
      expect([status, headers.get('retry-after')]).toEqual([503, '5'])
    const again = await Promise.all(sent.map(({ id, report }) => put(id, report)))
    expect(again.filter(({ status }) => status !== 200 && status !== 201)).toEqual([])
    const ids = sent.map(({ id }) => id)
    const [kept] = await app.database.owner(
      (
        sql,
      ) => sql`select (select count(*)::int from core.unsafe_reports where id = any (${ids}::uuid[])) as reports,
        (select count(*)::int from core.history where object_id = any (${ids}::uuid[])) as entries`,
    )
    expect(kept).toEqual({ reports: 60, entries: 60 })
  })

  it('are never read by the public, and leave nothing half written where the database fails', async () => {
    for (const table of [
      'unsafe_reports',
      'report_receipts',
      'report_messages',
      'report_work',
      'report_photos',
    ])
      await expect(
        app.database.read('public', (sql) => sql`select * from core.${sql(table)}`),
        table,
      ).rejects.toMatchObject({ code: '42501' })
    await app.database.owner(
      (sql) => sql`alter table core.report_work add constraint broken check (report_id is null) not valid`,
    )
    const [id, report] = [randomUUID(), await reportOf()]
    expect((await put(id, report)).status).toBe(422)
    await app.database.owner((sql) => sql`alter table core.report_work drop constraint broken`)
    expect(await rows('unsafe_reports', id, 'id')).toEqual([])
    // The same, with the same work: nothing of it was used.
    expect((await put(id, report)).status).toBe(201)
  })
})

/** A picture that says it has 100 million pixels, in some bytes. */
async function bomb(): Promise<Buffer> {
  const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  png.writeUInt32BE(10_000, 16)
  png.writeUInt32BE(10_000, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}
