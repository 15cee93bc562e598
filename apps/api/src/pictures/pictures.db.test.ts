import { createHash, randomUUID } from 'node:crypto'
import { addWeeks, thirdOf, weekBegins, weekOf } from '@trygghetskartan/analysis'
import { layers } from '@trygghetskartan/layers'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Problem } from '../contract.ts'
import type {
  Picture,
  PictureRollup,
  PicturesAnswer,
  PictureTask,
  SectionKind,
} from '../contract-pictures.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'
import { compilePicture } from './compile.ts'
import { compileJob } from './compile-job.ts'

const week = addWeeks(weekOf(new Date().toISOString().slice(0, 10)), -1)
const before = addWeeks(week, -1)
const areas: Record<string, [number, number]> = { Gamlegården: [14.16, 56.03], Centrum: [14.15, 56.02] }

describe.each(engines.slice(-1))('the picture of the week on %s', (engine) => {
  let app: TestApp
  const json = async <T>(response: Response | Promise<Response>) => (await (await response).json()) as T
  const path = (one: string) => `/api/pictures/${one}`
  const read = (one = week, account: DemoId = 'demo-police', version = '') =>
    json<Picture>(app.ask(account, 'GET', `${path(one)}${version && `?version=${version}`}`))
  const act = async (what: string, one = week, account: DemoId = 'demo-police', body?: unknown) => {
    const response = await app.ask(account, 'POST', `${path(one)}/${what}`, body)
    if (!response.ok) throw new Error(`${what} ${response.status} ${(await json<Problem>(response)).detail}`)
    return json<Picture>(response)
  }
  const send = (doc: Y.Doc, section: SectionKind, account: DemoId = 'demo-police', id = randomUUID()) =>
    app.ask(account, 'POST', `${path(week)}/updates`, {
      ...{ id, section },
      update: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'),
    })
  const sectionOf = (picture: Picture, kind: SectionKind) =>
    picture.sections.find((one) => one.kind === kind)!
  const docOf = (picture: Picture, kind: SectionKind) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Buffer.from(sectionOf(picture, kind).document!, 'base64'))
    return doc
  }
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code?: string; constraint_name?: string }) => error.constraint_name ?? error.code,
    )

  beforeAll(async () => {
    app = await testApp(engine)
    await app.database.owner(async (sql) => {
      for (const [title, [lon, lat]] of Object.entries(areas))
        await sql`
          insert into core.safety_survey_areas (geom, title, year, share_unsafe, respondents)
          values (ST_MakeEnvelope(${lon}, ${lat}, ${lon + 0.009}, ${lat + 0.009}, 4326), ${title}, 2026, 30, 100)`
      // Violence in the centre on the Saturday night: one a week before, nine now. Two bicycles in Gamlegården.
      for (let back = 0; back <= 9; back += 1)
        for (let i = 0; i < (back === 0 ? 9 : 1); i += 1)
          await sql`
            insert into core.police_events (geom, kind, occurred_at, precision, source_id)
            values (ST_SetSRID(ST_MakePoint(14.155, 56.025), 4326), 'Misshandel',
              (${weekBegins(addWeeks(week, -back))}::date + 5)::timestamp at time zone 'Europe/Stockholm' + interval '23 hours', 'exact', ${`v${back}-${i}`})`
      for (let i = 0; i < 2; i += 1)
        await sql`
          insert into core.police_events (geom, kind, occurred_at, precision, source_id)
          values (ST_SetSRID(ST_MakePoint(14.165, 56.035), 4326), 'Stöld', ${weekBegins(week)}::date::timestamp at time zone 'Europe/Stockholm' + interval '10 hours', 'street', ${`t${i}`})`
      await sql`
        insert into core.police_events (geom, kind, occurred_at, precision, source_id)
        values (ST_SetSRID(ST_MakePoint(14.1, 56), 4326), 'Stöld', ${weekBegins(week)}::date::timestamp at time zone 'Europe/Stockholm', 'municipality', 'm')`
      await sql`
        insert into core.unsafe_reports (geom, reasons, received_on)
        values (ST_SetSRID(ST_MakePoint(14.155, 56.025), 4326), '{darkness}', ${weekBegins(week)}::date + 2)`
    })
  })
  afterAll(() => app.close())

  it('is compiled from what the police see, with figures beside the weeks before', async () => {
    const [first] = await Promise.all([act('compile'), act('compile')])
    expect([first.state, first.revision > 1, first.hasMap]).toEqual(['draft', true, true])
    const { total, areas: rows, kinds, cells, leftOut } = sectionOf(await read(), 'changes').data!
    expect(total).toMatchObject({ n: 12, before: 1, recent: 1, verdict: 'growing' })
    expect(total!.ratio!.low).toBeGreaterThan(1)
    expect(cells![rows!.indexOf('Centrum')]![kinds!.indexOf('violence')]).toMatchObject({
      n: 9,
      verdict: 'growing',
    })
    expect(cells![rows!.indexOf('Gamlegården')]![kinds!.indexOf('theft')]).toMatchObject({
      n: 2,
      verdict: 'few',
    })
    expect(leftOut).toEqual({ imprecise: 1 })
    const { grid, untimed } = sectionOf(first, 'times').data!
    expect([grid![5]![23], grid![0]![10], untimed]).toEqual([9, 2, 1])
    expect(sectionOf(first, 'reports').data).toMatchObject({
      reportTotal: { n: 1 },
      byPlace: [{ area: 'Centrum', n: 1 }],
    })
    const list = await json<PicturesAnswer>(app.ask('demo-police', 'GET', '/api/pictures'))
    expect(list).toMatchObject({ next: null, pictures: [{ week, state: 'draft' }] })
  })

  it('merges what several write at once, also in one sentence, and keeps an edit sent twice once', async () => {
    const [mine, theirs] = [new Y.Doc(), new Y.Doc()]
    mine.getText('text').insert(0, 'Lugn vecka i centrum.')
    const id = randomUUID()
    expect(await json(send(mine, 'summary', 'demo-police', id))).toEqual({ kept: true })
    expect(await json(send(mine, 'summary', 'demo-police', id))).toEqual({ kept: false })
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
    // Apart from each other, in the same sentence.
    mine.getText('text').insert(4, ', kall')
    theirs.getText('text').insert(20, ' och på Gamlegården')
    expect((await send(theirs, 'summary', 'demo-planner')).status).toBe(200)
    expect((await send(mine, 'summary')).status).toBe(200)
    const { text, document } = sectionOf(await read(), 'summary')
    expect(text).toBe('Lugn, kall vecka i centrum och på Gamlegården.')
    expect(
      docOf(await read(), 'summary')
        .getText('text')
        .toString(),
    ).toBe(text)
    expect(document).not.toBeNull()
    const bad = await app.ask('demo-police', 'POST', `${path(week)}/updates`, {
      ...{ id: randomUUID(), section: 'summary', update: Buffer.from('no update at all').toString('base64') },
    })
    expect(bad.status).toBe(422)
    // Compiling again leaves what people wrote.
    expect(sectionOf(await act('compile'), 'summary').text).toBe(text)
  })

  it('tells whoever has it open of edits, in order, and the municipality of none in what is internal', async () => {
    const open = (account: DemoId, after: number) =>
      app.ask(account, 'GET', `${path(week)}/live?after=${after}`)
    const { edits } = await read()
    const [police, planner] = await Promise.all([open('demo-police', edits), open('demo-planner', edits)])
    const heard = (response: Response, wanted: number) => {
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
      return (async () => {
        let text = ''
        while ((text.match(/event: (update|changed)/g) ?? []).length < wanted) {
          const { value, done } = await reader.read()
          if (done) break
          text += value
        }
        await reader.cancel()
        return text
      })()
    }
    const both = Promise.all([heard(police, 3), heard(planner, 2)])
    const [secret, plain] = [new Y.Doc(), docOf(await read(), 'summary')]
    secret.getText('text').insert(0, 'Spaning pågår.')
    plain.getText('text').insert(0, 'Kort: ')
    expect((await send(secret, 'assessment')).status).toBe(200)
    expect((await send(plain, 'summary')).status).toBe(200)
    await app.ask('demo-police', 'POST', `${path(week)}/attendance`, {
      ...{ organisation: 'Polisen', function: 'Områdespolis' },
    })
    const [all, shared] = await both
    expect(all.match(/"seq":(\d+)/g)).toEqual([`"seq":${edits + 1}`, `"seq":${edits + 2}`])
    expect(shared.match(/"section":"\w+"/g)).toEqual(['"section":"summary"'])
    // What is internal is nobody else's to write.
    expect((await send(secret, 'assessment', 'demo-planner')).status).toBe(403)
  })

  it('has rows with versions, and carries what is not done to the next week', async () => {
    const rows = `${path(before)}/tasks`
    await act('compile', before)
    const add = async (body: object) =>
      json<PictureTask>(app.ask('demo-police', 'POST', rows, { owner: 'Gatuenheten', ...body }))
    const lamp = await add({ text: 'Laga lampan i tunneln', dueOn: '2026-01-31' })
    const watch = await add({ text: 'Riktad insats', internal: true })
    const done = await add({ text: 'Klipp häcken', state: 'done' })
    expect([lamp.state, lamp.since]).toEqual(['open', before])
    const change = (version: number) =>
      app.ask(
        'demo-planner',
        'PATCH',
        `${rows}/${lamp.id}`,
        { state: 'doing' },
        { 'if-match': `"${version}"` },
      )
    expect([(await change(1)).status, (await change(1)).status]).toEqual([200, 412])
    expect(
      (await app.ask('demo-planner', 'POST', rows, { text: 'x', owner: 'y', internal: true })).status,
    ).toBe(403)
    const etag = { 'if-match': '"1"' }
    expect((await app.ask('demo-planner', 'DELETE', `${rows}/${watch.id}`, undefined, etag)).status).toBe(404)
    await act('compile')
    await act('compile')
    const { tasks } = await read()
    expect(tasks.map(({ id, state, since }) => [id, state, since]).sort()).toEqual(
      [
        [lamp.id, 'doing', before],
        [watch.id, 'open', before],
      ].sort(),
    )
    expect((await read(week, 'demo-planner')).tasks.map(({ id }) => id)).toEqual([lamp.id])
    expect(tasks.some(({ id }) => id === done.id)).toBe(false)
  })

  it('is frozen, opened, frozen again and signed once, with a digest that can be made again', async () => {
    const sign = (one: string, account: DemoId = 'demo-police') =>
      app.ask(account, 'POST', `${path(one)}/sign`, { title: 'Lokalpolisområdeschef' })
    const problem = async (response: Promise<Response>) => {
      const { status, detail } = await json<Problem>(response)
      return [status, detail]
    }
    expect((await problem(sign(week)))[1]).toContain('Frys veckan först')
    const frozen = await act('freeze')
    const text = 'Kort: Lugn, kall vecka i centrum och på Gamlegården.'
    expect([frozen.state, sectionOf(frozen, 'summary').text]).toEqual(['frozen', text])
    expect((await send(new Y.Doc(), 'summary')).status).toBe(409)
    expect((await problem(app.ask('demo-police', 'POST', `${path(week)}/compile`)))[1]).toContain('fryst')
    const open = await act('open')
    expect(docOf(open, 'summary').getText('text').toString()).toBe(text)
    await act('freeze')
    expect((await sign(week, 'demo-planner')).status).toBe(409)
    expect((await sign(week)).status).toBe(200)
    const [status, again] = await problem(sign(week))
    expect([status, again]).toEqual([409, expect.stringContaining('är redan signerad av')])
    expect((await sign(week, 'demo-planner')).status).toBe(200)
    const signed = await read()
    expect(signed.signatures.map(({ side }) => side)).toEqual(['police', 'municipality'])
    const [{ content, shared }] = await app.database.owner(
      (sql) =>
        sql<
          [{ content: string; shared: string }]
        >`select content, shared_content as shared from core.pictures where week = ${week}`,
    )
    const digest = (of: string) => createHash('sha256').update(of, 'utf8').digest('hex')
    expect([signed.sha256, signed.signatures[0]!.sha256]).toEqual([digest(content), digest(content)])
    expect(signed.signatures[1]!.sha256).toBe(digest(shared))
    expect(JSON.parse(content)).toMatchObject({ shared: digest(shared), previous: null })
    expect([signed.intact, (await read(week, 'demo-planner')).intact]).toEqual([true, true])
    // The next one signed is chained to it.
    await act('freeze', before)
    expect((await sign(before)).status).toBe(200)
    expect((await read(before)).previous).toEqual({ week, sha256: signed.sha256 })
  })

  it('never changes once it is signed, for nobody', async () => {
    const changes = [
      (one: string) => `update core.pictures set compiled_at = now() where week = '${one}'`,
      (one: string) => `update core.pictures set state = 'draft' where week = '${one}'`,
      (one: string) => `delete from core.pictures where week = '${one}'`,
      (one: string) => `update core.picture_sections set text = 'annat' where week = '${one}'`,
      (one: string) => `update core.picture_tasks set state = 'done' where week = '${one}'`,
      (one: string) => `delete from core.picture_attendance where week = '${one}'`,
      (one: string) => `insert into core.picture_decisions (week, text) values ('${one}', 'Nytt')`,
      (one: string) => `update core.picture_signatures set title = 'annan' where week = '${one}'`,
      (one: string) => `delete from core.picture_signatures where week = '${one}'`,
    ]
    for (const statement of changes) {
      const refused = await refusal(app.database.owner((sql) => sql.unsafe(statement(week))))
      expect([statement(week), refused]).toEqual([statement(week), 'picture_signed'])
    }
    expect(await refusal(app.database.owner((sql) => sql`truncate core.picture_signatures`))).toBe('42501')
    expect(
      await refusal(
        app.database.owner(
          (sql) => sql`insert into core.pictures (week, state) values ('2020-10', 'signed')`,
        ),
      ),
    ).not.toBe('done')
    // But a name that is erased goes, and what was signed stays as it was.
    await app.database.owner(async (sql) => {
      await sql`update core.pictures set frozen_by_name = 'Raderad' where week = ${week}`
      await sql`update core.picture_signatures set by_name = 'Raderad' where week = ${week}`
    })
    expect(await read()).toMatchObject({ intact: true, signatures: [{ by: 'Raderad' }, { by: 'Raderad' }] })
    // Who passes the triggers by is found out.
    await app.database.owner(async (sql) => {
      await sql`alter table core.picture_sections disable trigger user`
      await sql`update core.picture_sections set text = text || '!' where week = ${week} and kind = 'summary'`
      await sql`alter table core.picture_sections enable trigger user`
    })
    expect([(await read()).intact, (await read(week, 'demo-planner')).intact]).toEqual([false, false])
  })

  it('shows the municipality the shared version alone', async () => {
    const [internal, shared] = [await read(), await read(week, 'demo-planner')]
    expect(shared.version).toBe('shared')
    expect(shared.sections.map(({ kind }) => kind)).not.toContain('assessment')
    expect(JSON.stringify(shared)).not.toContain('Spaning')
    expect(JSON.stringify(shared)).not.toContain('Riktad insats')
    const { table, cells } = sectionOf(shared, 'changes').data!
    expect(cells).toBeUndefined()
    expect(table!.cells.flat().every((n) => n === null || n >= 5)).toBe(true)
    expect(table!.total).toBe(sectionOf(internal, 'changes').data!.total!.n)
    // Nine of twelve are told of; the three others are in no number, and neither is the total less the nine.
    expect(table!.rowTotals.filter((n) => n !== null && n < 5)).toEqual([])
    expect((await app.ask('demo-planner', 'GET', `${path(week)}/map.png`)).status).toBe(200)
    for (const file of ['', '/map.png', '/picture.pdf'])
      expect((await app.ask('demo-planner', 'GET', `${path(week)}${file}?version=internal`)).status).toBe(403)
    for (const what of ['compile', 'freeze', 'open'])
      expect((await app.ask('demo-planner', 'POST', `${path(week)}/${what}`)).status).toBe(403)
    const inDatabase = (statement: string) =>
      refusal(app.database.read('planner', (sql) => sql.unsafe(statement)))
    for (const statement of [
      'select map from planner.pictures',
      'select data from planner.picture_sections',
      'select content from core.pictures',
      'select * from police.picture_sections',
      'select internal from planner.picture_tasks',
    ])
      expect([statement, await inDatabase(statement)]).not.toEqual([statement, 'done'])
    const [seen] = await app.database.read(
      'planner',
      (sql) =>
        sql<
          [{ n: number }]
        >`select count(*)::int as n from planner.picture_sections where kind in ('operations', 'assessment')`,
    )
    expect(seen.n).toBe(0)
    const draft = addWeeks(before, -1)
    await act('compile', draft)
    expect(sectionOf(await read(draft, 'demo-planner'), 'changes').data).toBeNull()
    expect((await read(draft, 'demo-planner')).hasMap).toBe(false)
  })

  it('of four months adds up what was signed, for the municipality only what was published', async () => {
    const of = (account: DemoId) =>
      json<PictureRollup>(app.ask(account, 'GET', `/api/picture-rollups/${thirdOf(week)}`))
    const [internal, shared] = [await of('demo-police'), await of('demo-planner')]
    expect([internal.version, internal.total.atLeast]).toEqual([
      'internal',
      thirdOf(before) === thirdOf(week) ? 13 : 12,
    ])
    expect(shared.total).toEqual({ atLeast: 12, withheld: thirdOf(before) === thirdOf(week) ? 1 : 0 })
    const pdf = await app.ask('demo-planner', 'GET', `/api/picture-rollups/${thirdOf(week)}/rollup.pdf`)
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await pdf.arrayBuffer())), {
      mergePages: true,
    })
    expect(text.replaceAll(/\s+/g, ' ')).toContain('gjorda av det som publicerades varje vecka')
    expect(shared.cells.flat().every(({ atLeast }) => atLeast === 0 || atLeast >= 5)).toBe(true)
  })

  it('is printed with its week, state, digest and signatures, and shared without what is the police’s own', async () => {
    const print = async (account: DemoId) => {
      const response = await app.ask(account, 'GET', `${path(week)}/picture.pdf`)
      expect(response.headers.get('content-type')).toBe('application/pdf')
      const pdf = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()))
      const { info } = await getMeta(pdf)
      const { text } = await extractText(pdf, { mergePages: true })
      return { info, text: text.replaceAll(/\s+/g, ' '), language: (await pdf.getMetadata()).info }
    }
    const [internal, shared] = [await print('demo-police'), await print('demo-planner')]
    const number = `${Number(week.slice(5))}, ${week.slice(0, 4)}`
    expect(internal.info.Title).toBe(`Lägesbild vecka ${number}`)
    expect(internal.language).toMatchObject({ Language: 'sv-SE' })
    const { sha256 } = await read()
    expect(internal.text.replaceAll(/[\u200b ]/g, '')).toContain(sha256)
    for (const part of [
      'Provköpings kommun',
      'Lokalpolisområdeschef',
      'Spaning pågår.',
      'Riktad insats',
      'Växande: Centrum',
    ])
      expect(internal.text).toContain(part)
    expect(shared.text).toContain('Delad med kommunen')
    expect(shared.text).toContain('Laga lampan i tunneln')
    for (const part of ['Spaning', 'Riktad insats', 'endast polisen', 'Polisens bedömning'])
      expect(shared.text).not.toContain(part)
  })

  it('is compiled by itself on Mondays: the week that ended, once, and again where it was compiled before its end', async () => {
    const { database } = app
    const monday = new Date(`${weekBegins(addWeeks(week, -6))}T04:00:00Z`)
    const ended = addWeeks(week, -7)
    const job = (now: Date) => compileJob({ database, layers }, () => now).run(new AbortController().signal)
    const sunday = new Date(monday.getTime() - 12 * 3_600_000)
    await compilePicture({
      database,
      layers,
      week: ended,
      now: sunday,
      write: (work) => database.owner(work),
    })
    expect([await job(monday), await job(monday)]).toEqual([ended, null])
    expect((await read(ended)).compiledAt).toContain(monday.toISOString().slice(0, 10))
  })
})
