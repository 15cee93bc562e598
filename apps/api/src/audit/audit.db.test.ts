import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Sql } from '../database/database.ts'
import { appendAudit, readChainEnds } from '../queries/audit.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { createHeadExport } from './export-head.ts'
import { appendHead, headsFile, readHeads } from './heads.ts'
import { verifyAudit } from './verify.ts'

const planner: Actor = { id: 'p-1', name: 'Petra', audience: 'planner', address: '192.0.2.7' }

const insertArea = (sql: Sql, title: string) => sql<{ id: string }[]>`
  insert into planner.shrub_clearances (geom, title)
  values (ST_SetSRID(ST_GeomFromText('POLYGON((14.15 56.03, 14.151 56.03, 14.151 56.031, 14.15 56.03))'), 4326), ${title})
  returning id`

describe.each(engines)('the audit trail on %s', (engine) => {
  let database: TestDatabase
  let folder: string
  const entries = () =>
    database.owner(
      (sql) => sql<Record<string, unknown>[]>`
        select seq::int, actor_id, actor_name, audience, address, action, kind, object, before, after, detail
        from audit.entries e order by e.seq`,
    )
  const found = async (heads?: string) =>
    (await verifyAudit(database, heads ? () => readHeads(heads) : undefined)).problems.map(
      ({ seq, kind }) => [seq, kind],
    )

  /** Somebody with every right in the database does something to it; afterwards it is as it was. */
  async function tampered<T>(tamper: (sql: Sql) => Promise<unknown>, look: () => Promise<T>): Promise<T> {
    const triggers = (sql: Sql, state: 'disable' | 'enable') =>
      sql.unsafe(`alter table audit.entries ${state} trigger user`)
    await database.owner(async (sql) => {
      await triggers(sql, 'disable')
      await sql`create table public.kept as select * from audit.entries`
      await sql`create table public.kept_head as select * from audit.head`
      await sql`create table public.kept_anchor as select * from audit.anchor`
      await tamper(sql)
    })
    try {
      return await look()
    } finally {
      await database.owner(async (sql) => {
        await sql`delete from audit.entries`
        await sql`insert into audit.entries select * from public.kept`
        await sql`update audit.head h set seq = k.seq, hash = k.hash, at = k.at from public.kept_head k`
        await sql`update audit.anchor a set seq = k.seq, hash = k.hash from public.kept_anchor k`
        await sql`drop table public.kept, public.kept_head, public.kept_anchor`
        await triggers(sql, 'enable')
      })
    }
  }

  beforeAll(async () => {
    database = await testDatabase(engine)
    folder = await mkdtemp(join(tmpdir(), 'audit-'))
  })
  afterAll(async () => {
    await database.close()
    await rm(folder, { recursive: true })
  })

  test('keeps each change of an object with who, from where, before and after', async () => {
    const [made] = await database.write(planner, (sql) => insertArea(sql, 'Buskar'))
    await database.write(
      planner,
      (sql) => sql`update planner.shrub_clearances set title = 'Häck' where id = ${made!.id}`,
    )
    await database.write(planner, (sql) => sql`delete from planner.shrub_clearances where id = ${made!.id}`)
    const all = await entries()
    expect(all.map(({ seq, action, object }) => [seq, action, object])).toEqual([
      [1, 'object.created', made!.id],
      [2, 'object.changed', made!.id],
      [3, 'object.removed', made!.id],
    ])
    expect(all[1]).toMatchObject({
      actor_id: 'p-1',
      actor_name: 'Petra',
      audience: 'planner',
      address: '192.0.2.7',
      kind: 'shrub_clearances',
      before: { title: 'Buskar' },
      after: { title: 'Häck' },
      detail: { version: 2, changed: ['title'] },
    })
    expect(await verifyAudit(database)).toMatchObject({ ok: true, checked: 3, from: 1, problems: [] })
  })

  test('keeps nothing of what is rolled back, and the place in the chain is not used up', async () => {
    const before = await entries()
    const failed = database.write(planner, async (sql) => {
      await insertArea(sql, 'Ångrad')
      await appendAudit(sql, { action: 'plan.made', kind: 'plan', object: null })
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    expect(await entries()).toEqual(before)
  })

  test('takes what a bulk write tells of itself as one entry, and none for each of its rows', async () => {
    const before = (await entries()).length
    await database.owner(async (sql) => {
      await sql`select set_config('app.bulk', 'on', true)`
      await sql`insert into core.shrub_clearances (geom, title)
        select ST_SetSRID(ST_GeomFromText('POLYGON((14.15 56.03, 14.151 56.03, 14.151 56.031, 14.15 56.03))'), 4326), 'Rad ' || n from generate_series(1, 20) n`
      await appendAudit(sql, { action: 'import.run', kind: 'import', object: null, detail: { written: 20 } })
    })
    const added = (await entries()).slice(before)
    expect(added).toMatchObject([
      { action: 'import.run', actor_id: 'system', audience: 'system', detail: { written: 20 } },
    ])
  })

  test('never keeps a secret, nor a person who is its object', async () => {
    await database.door((sql) =>
      appendAudit(sql, {
        action: 'session.opened',
        kind: 'session',
        object: 's-1',
        after: {
          token: 'tk_opens',
          cookie: 'tk_session=opens',
          name: 'Petra',
          email: 'petra@example.se',
          idle: 30,
        },
        detail: { deep: { refresh_token: 'opens' }, id_token: 'opens', user_agent: 'Petras telefon' },
      }),
    )
    const [last] = (await entries()).slice(-1)
    expect(last).toMatchObject({ after: { idle: 30 }, detail: { deep: {} } })
    const everything = await database.owner((sql) => sql`select e::text as row from audit.entries e`)
    expect(JSON.stringify(everything)).not.toMatch(/opens"|tk_opens|example\.se|telefon/)
  })

  test('chains texts of every kind so that they hold', async () => {
    const strange = 'åäö "citat" \\ \u0001\t\n  </script> 😀 é \u007f'
    await database.write({ ...planner, name: strange }, (sql) =>
      appendAudit(sql, {
        action: 'plan.made',
        kind: 'plan',
        object: strange,
        before: strange,
        after: [1.5, 1e25, -0.000001, null, true],
        detail: { [strange]: { deep: [strange] } },
      }),
    )
    expect(await found()).toEqual([])
  })

  test('takes from no role what only the server itself says', async () => {
    for (const action of ['account.erased', 'audit.trimmed', 'object.expired', 'object.removed']) {
      const event = { action, kind: 'account', object: 'p-1' }
      const says = { code: '42501', message: expect.stringContaining('only the server itself') }
      await expect(database.write(planner, (sql) => appendAudit(sql, event))).rejects.toMatchObject(says)
      await expect(database.door((sql) => appendAudit(sql, event))).rejects.toMatchObject(says)
    }
  })

  test('is in one line when many write at once', async () => {
    const before = (await entries()).length
    const writers: Actor[] = ['planner', 'police', 'planner'].map((audience, n) => ({
      id: `w-${n}`,
      name: `W ${n}`,
      audience: audience as Actor['audience'],
    }))
    const looking = (async () => {
      const all = []
      for (let n = 0; n < 5; n += 1) all.push(await verifyAudit(database))
      return all
    })()
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        database.write(writers[n % 3]!, async (sql) => {
          await appendAudit(sql, { action: 'plan.made', kind: 'plan', object: String(n) })
          await new Promise((resolve) => setTimeout(resolve, (n * 7) % 11))
          await appendAudit(sql, { action: 'plan.changed', kind: 'plan', object: String(n) })
        }),
      ),
    )
    const added = (await entries()).slice(before)
    const looks = await looking
    expect(looks.every(({ ok }) => ok)).toBe(true)
    expect(added).toHaveLength(80)
    // The two of one transaction stand beside each other.
    for (let n = 0; n < added.length; n += 2) {
      expect(added[n]).toMatchObject({ action: 'plan.made', object: added[n + 1]!.object })
      expect(added[n + 1]).toMatchObject({ action: 'plan.changed' })
    }
    expect(await found()).toEqual([])
  })

  test('refuses change, removal and emptying to every role and to the owner', async () => {
    const attempts = [
      (sql: Sql) => sql`update audit.entries set actor_id = 'nobody' where seq = 1`,
      (sql: Sql) => sql`delete from audit.entries where seq = 1`,
      (sql: Sql) => sql`truncate audit.entries`,
      (sql: Sql) =>
        sql`update audit.entries set before = null, after = null, detail = null, matter_salt = null`,
    ]
    const refusal = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error: { code?: string }) => error.code ?? String(error),
      )
    for (const attempt of attempts) {
      expect(await refusal(database.owner(attempt))).toBe('42501')
      expect(await refusal(database.door(attempt))).toBe('42501')
      for (const audience of ['public', 'reporter', 'planner', 'police', 'admin'] as const)
        expect(await refusal(database.write({ ...planner, audience }, attempt)), audience).toBe('42501')
    }
    for (const audience of ['public', 'reporter', 'planner', 'police', 'admin'] as const) {
      for (const table of ['entries', 'head', 'anchor', 'waiting'])
        expect(await refusal(database.read(audience, (sql) => sql`select * from audit.${sql(table)}`))).toBe(
          '42501',
        )
      for (const call of ["forget_person('p-1', 'x')", "forget_objects('plan', '{}', 'x')", 'trim(now(), 1)'])
        expect(
          await refusal(
            database.write({ ...planner, audience }, (sql) => sql.unsafe(`select audit.${call}`)),
          ),
        ).toBe('42501')
    }
    // Not even saying that it is retention lets the owner remove what its time is not up for.
    const pretend = database.owner(async (sql) => {
      await sql`select set_config('app.audit_maintenance', 'retention', true)`
      await sql`delete from audit.entries where seq = 5`
    })
    expect(await refusal(pretend)).toBe('42501')
  })

  test('shows a changed row, whichever of its columns it is', async () => {
    const changes = {
      at: "at + interval '1 second'",
      actor_id: "'somebody'",
      actor_name: "'Somebody'",
      audience: "'police'",
      address: "'203.0.113.1'",
      action: "'object.removed'",
      kind: "'plan'",
      object: "'other'",
      before: `'{"title": "Träd"}'`,
      after: 'null',
      detail: "detail - 'version'",
      content: "replace(content, 'p-1', 'p-2')",
      hash: 'previous_hash',
      person_salt: 'null',
      matter_salt: 'null',
    }
    for (const [column, value] of Object.entries(changes)) {
      const tamper = (sql: Sql) => sql.unsafe(`update audit.entries set ${column} = ${value} where seq = 2`)
      expect(await tampered(tamper, found), column).toEqual([[2, 'changed']])
    }
  })

  test('shows a row that was changed with its content and hash made to fit', async () => {
    const tamper = (sql: Sql) => sql`
      update audit.entries set actor_id = 'p-9', content = replace(content, '"p-1"', '"p-9"'),
        hash = sha256(previous_hash || convert_to(replace(content, '"p-1"', '"p-9"'), 'UTF8')) where seq = 2`
    expect(await tampered(tamper, found)).toEqual([[2, 'changed']])
  })

  test('shows a removed row, and several', async () => {
    expect(await tampered((sql) => sql`delete from audit.entries where seq = 3`, found)).toEqual([
      [3, 'missing'],
    ])
    expect(await tampered((sql) => sql`delete from audit.entries where seq in (4, 5, 9)`, found)).toEqual([
      [4, 'missing'],
      [9, 'missing'],
    ])
  })

  test('shows a removed front, also with the anchor moved', async () => {
    expect(await tampered((sql) => sql`delete from audit.entries where seq <= 3`, found)).toEqual([
      [1, 'missing'],
    ])
    const moved = async (sql: Sql) => {
      await sql`update audit.anchor set seq = 3, hash = (select hash from audit.entries where seq = 3)`
      await sql`delete from audit.entries where seq <= 3`
    }
    expect(await tampered(moved, found)).toEqual([[1, 'missing']])
  })

  test('shows a removed row where all the rest has been moved up', async () => {
    const tamper = async (sql: Sql) => {
      await sql`delete from audit.entries where seq = 3`
      await sql`update audit.entries set seq = seq + 100000 where seq > 3`
      await sql`update audit.entries set seq = seq - 100001 where seq > 100000`
      await sql`update audit.head set seq = seq - 1`
    }
    expect(await tampered(tamper, found)).toEqual([[3, 'reordered']])
  })

  test('shows a reordered pair', async () => {
    const tamper = async (sql: Sql) => {
      await sql`update audit.entries set seq = -2 where seq = 2`
      await sql`update audit.entries set seq = 2 where seq = 3`
      await sql`update audit.entries set seq = 3 where seq = -2`
    }
    expect(await tampered(tamper, found)).toEqual([
      [2, 'reordered'],
      [3, 'reordered'],
    ])
  })

  test('shows a removed tail by its head, and by exported heads where the head was cut too', async () => {
    const { head } = await database.owner(readChainEnds)
    const file = headsFile(folder)
    await createHeadExport(database, file, pino({ level: 'silent' }))()
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ seq: head.seq, hash: head.hash })

    const cut = (sql: Sql) => sql`delete from audit.entries where seq > ${head.seq - 2}`
    expect(await tampered(cut, found)).toEqual([[head.seq - 1, 'tail-missing']])
    const cutAndCovered = async (sql: Sql) => {
      await cut(sql)
      await sql`update audit.head h set seq = e.seq, hash = e.hash from audit.entries e where e.seq = ${head.seq - 2}`
    }
    expect(await tampered(cutAndCovered, found)).toEqual([])
    expect(await tampered(cutAndCovered, () => found(file))).toEqual([[head.seq - 1, 'tail-missing']])
  })

  test('shows by exported heads a chain that was made anew from some entry on', async () => {
    const file = join(folder, 'other-heads.ndjson')
    const { head } = await database.owner(readChainEnds)
    for (const seq of [2, head.seq]) {
      const [row] = await database.owner(
        (sql) =>
          sql<{ hash: string }[]>`select encode(hash, 'hex') as hash from audit.entries where seq = ${seq}`,
      )
      await appendHead(file, { seq, hash: row!.hash, at: '2026-11-22T12:00:00Z' })
    }
    expect(await found(file)).toEqual([])
    const rewrite = (sql: Sql) =>
      sql.unsafe(`
      do $$
      declare e record; previous bytea; said text;
      begin
        for e in select * from audit.entries where seq >= ${head.seq - 3} order by seq loop
          previous := (select hash from audit.entries where seq = e.seq - 1);
          said := replace(e.content, '"' || e.actor_id || '"', '"somebody"');
          update audit.entries set actor_id = 'somebody', content = said, previous_hash = previous,
            hash = sha256(previous || convert_to(said, 'UTF8')) where seq = e.seq;
        end loop;
        update audit.head h set hash = l.hash from audit.entries l where l.seq = h.seq;
      end $$`)
    expect(await tampered(rewrite, found)).toEqual([])
    expect(await tampered(rewrite, () => found(file))).toEqual([[head.seq, 'head-mismatch']])
  })

  test('is exported only when it has moved', async () => {
    const file = join(folder, 'moving.ndjson')
    const exportHead = createHeadExport(database, file, pino({ level: 'silent' }))
    expect(await exportHead()).not.toBeNull()
    expect(await exportHead()).toBeNull()
    await database.write(planner, (sql) =>
      appendAudit(sql, { action: 'plan.made', kind: 'plan', object: null }),
    )
    expect(await exportHead()).not.toBeNull()
    expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(2)
  })

  test('holds when its oldest entries are let go, and says where it begins', async () => {
    await database.owner((sql) => sql`select audit.trim(now() + interval '1 day', 3)`)
    const verification = await verifyAudit(database, () => readHeads(join(folder, 'other-heads.ndjson')))
    expect(verification).toMatchObject({ ok: true, from: 4, heads: 2 })
    expect((await entries()).at(-1)).toMatchObject({
      action: 'audit.trimmed',
      detail: { through: 3, rows: 3 },
    })
    await database.owner((sql) => sql`select audit.trim(now() + interval '1 day', 2)`)
    expect(await verifyAudit(database)).toMatchObject({ ok: true, from: 6 })
    expect(
      await database.owner((sql) => sql`select audit.trim(now() - interval '1 day', 100) as removed`),
    ).toEqual([{ removed: 0 }])
  })

  test('holds when a person is forgotten, and shows one taken out without saying so', async () => {
    await database.owner((sql) => sql`select audit.forget_person('w-0', 'Raderat konto')`)
    const of = (await entries()).filter(({ actor_id }) => actor_id === 'w-0')
    expect(new Set(of.map(({ actor_name, address }) => `${actor_name} ${address}`))).toEqual(
      new Set(['Raderat konto null']),
    )
    expect(await found()).toEqual([])
    const first = of[0]!.seq
    const tamper = (sql: Sql) => sql`delete from audit.entries where action = 'account.erased'`
    expect(await tampered(tamper, found)).toContainEqual([first, 'changed'])
  })

  test('holds when what was written of an object is forgotten', async () => {
    const [made] = await database.write(planner, (sql) => insertArea(sql, 'Ett hemligt ställe'))
    await database.owner(
      (sql) => sql`select audit.forget_objects('shrub_clearances', ${[made!.id]}, 'reports')`,
    )
    expect(await found()).toEqual([])
    const everything = await database.owner((sql) => sql`select e::text as row from audit.entries e`)
    expect(JSON.stringify(everything)).not.toContain('hemligt')
  })
})
