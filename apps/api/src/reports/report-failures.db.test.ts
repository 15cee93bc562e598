import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../contract.ts'
import { residentsOf, residentVariables } from '../testing/residents.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

describe('reports that meet a database in trouble', () => {
  let app: TestApp
  const { reportOf, put, send, sendPhoto, read, rows } = residentsOf(() => app)

  beforeAll(async () => {
    app = await testApp('postgres', { variables: residentVariables })
  })
  afterAll(() => app.close())

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

  describe('whose disk is full', () => {
    /** From now on nothing more goes into the table. */
    const fill = (table: string) =>
      app.database.owner(async (sql) => {
        await sql`
          create or replace function core.no_room() returns trigger language plpgsql as $$
          begin
            raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
          end
          $$`
        await sql`create trigger z_no_room after insert on ${sql(table)} for each row execute function core.no_room()`
      })
    const makeRoom = (table: string) =>
      app.database.owner((sql) => sql`drop trigger z_no_room on ${sql(table)}`)
    const refused = async (answer: Response) => {
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        507,
        'application/problem+json; charset=utf-8',
      ])
      expect((await answer.json()) as Problem).toMatchObject({
        type: 'urn:trygghetskartan:problem:disk-full',
        title: 'Disken är full: inget sparades',
        detail: 'Disken är full. Inget har sparats.',
      })
    }

    it.each([
      'core.unsafe_reports',
      'core.report_receipts',
      'core.report_work',
      'core.history',
      'audit.entries',
    ])(
      'say so, keep nothing where %s has no room, and are taken as they are once there is',
      async (table) => {
        const [id, report] = [randomUUID(), await reportOf()]
        await fill(table)
        await refused(await put(id, report))
        await refused(await put(id, report))
        await makeRoom(table)
        const left = await Promise.all([
          ...[rows('unsafe_reports', id, 'id'), rows('report_receipts', id), rows('report_work', id)],
          rows('history', id, 'object_id'),
        ])
        expect(left.flat()).toEqual([])
        // The same work holds: nothing of it was used.
        expect((await put(id, report)).status).toBe(201)
        expect((await put(id, report)).status).toBe(200)
      },
    )

    it('keep the report and no part of its photograph, which is taken when it comes again', async () => {
      const { id, code } = await send()
      const picture = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#336699' } })
        .jpeg()
        .toBuffer()
      await fill('core.report_photos')
      await refused(await sendPhoto(id, code, picture))
      await makeRoom('core.report_photos')
      expect(await rows('report_photos', id)).toEqual([])
      expect((await read(code)).receipt).toMatchObject({ report: id, state: 'new' })
      expect((await sendPhoto(id, code, picture)).status).toBe(201)
    })
  })
})
