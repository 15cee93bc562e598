import { randomUUID } from 'node:crypto'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '../audit/verify.ts'
import { inSwedish, newCode, residentsOf, residentVariables, spot } from '../testing/residents.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date())
const jpeg = (size = 60) =>
  sharp({ create: { width: size, height: size, channels: 3, background: '#336699' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '56/1 1/1 30/1' } })
    .jpeg()
    .toBuffer()

describe('reports that have come', () => {
  let app: TestApp
  const { prove, put, send, sendPhoto, read, rows, place } = residentsOf(() => app)

  beforeAll(async () => {
    app = await testApp('postgres', { variables: residentVariables })
  })
  afterAll(() => app.close())

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
    const reply = (body: unknown) => app.ask(null, 'POST', '/api/receipts/answer', body, inSwedish)
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
      const answer = await app.ask(null, 'POST', '/api/receipts/read', { code }, inSwedish)
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
    const photo = (bytes: Uint8Array, receipt = code, report = id) => sendPhoto(report, receipt, bytes)
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
    const withdraw = (code: string) => app.ask(null, 'POST', '/api/receipts/withdraw', { code }, inSwedish)
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
