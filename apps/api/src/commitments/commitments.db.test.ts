import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Measure } from '../contract.ts'
import type { Agreement, Commitment, CommitmentsAnswer, ServedCommitment } from '../contract-commitments.ts'
import { planners } from '../testing/plans.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const lastYear = new Date().getUTCFullYear() - 1

describe('promises', () => {
  let app: TestApp
  let at: ReturnType<typeof planners>
  let agreement: Agreement
  let promise: Commitment
  let idea: Measure
  let zone: Measure
  let watch: Measure

  const held = ({ version }: { version?: number }) => ({ 'if-match': `"${version}"` })
  const path = (...parts: string[]) => ['/api/commitments', promise.id, ...parts].join('/')
  const seen = (who: DemoId | null) => at.read<Commitment>(who, path())
  const act = async (who: DemoId, method: string, part: string, body?: object) =>
    at.send<Commitment>(who, method, path(...(part ? [part] : [])), body, held(await seen(who)))
  const refused = async (who: DemoId, method: string, part: string, body?: object) =>
    at.refused(who, method, path(...(part ? [part] : [])), body, held(await seen('demo-planner')))

  beforeAll(async () => {
    app = await testApp(engines.at(-1)!)
    at = planners(app)
    idea = await at.put('demo-planner', 'camera_sites', { title: 'Kameran som bara är en idé' })
    zone = await at.put('demo-police', 'patrol_zones', { title: 'Zonen' })
    watch = await at.put('demo-planner', 'neighbourhood_watch_areas', { title: 'Norra delen' }, zone.geometry)
    agreement = await at.send<Agreement>('demo-admin', 'POST', '/api/commitment-agreements', {
      title: 'Samverkan för trygghet',
      parties: ['Provköpings kommun', 'Lokalpolisområdet'],
      from: `${lastYear}-01-01`,
      to: `${lastYear + 1}-12-31`,
    })
    promise = await at.send<Commitment>('demo-planner', 'POST', '/api/commitments', {
      agreement: agreement.id,
      year: lastYear,
      number: 1,
      title: 'Vakter i centrum',
      text: 'Vi har ordningsvakter i centrum alla helgkvällar.',
      owner: 'municipality',
      indicator: 'Andel otrygga',
      direction: 'down',
      baseValue: 40,
      baseOn: `${lastYear}-01-01`,
      targetValue: 30,
      targetOn: `${lastYear}-12-31`,
      readings: [{ on: `${lastYear}-06-01`, value: 35, note: null }],
      activities: [{ title: 'Teckna avtal', who: 'Trygghetsenheten', dueOn: `${lastYear}-03-01` }],
      grounds: [
        { kind: 'survey', title: 'Trygghetsmätningen', source: 'Polisregion Syd' },
        { kind: 'other', title: 'Kameran', layer: 'camera_sites', object: idea.id },
      ],
      measures: [
        { layer: 'neighbourhood_watch_areas', id: watch.id },
        { layer: 'camera_sites', id: idea.id },
      ],
    })
  })
  afterAll(() => app.close())

  it('are drafts that staff alone see, until they are published', async () => {
    expect(promise).toMatchObject({ state: 'draft', version: 1, now: { word: 'missed', progress: 0.5 } })
    expect(promise.activities[0]?.state).toBe('late')
    for (const nobody of [null, 'demo-reporter'] as const) {
      expect((await at.refused(nobody, 'GET', path())).status).toBe(404)
      expect(await at.read<CommitmentsAnswer>(nobody, '/api/commitments')).toMatchObject({
        ...{ years: [], agreements: [], commitments: [] },
      })
    }
    expect((await seen('demo-police')).may).toEqual([])
    expect((await seen('demo-admin')).may).toEqual(['edit', 'publish', 'remove', 'status'])
    expect((await act('demo-admin', 'POST', 'publish')).state).toBe('published')
  })

  it('never tell the public of what it does not see, nor how often they were changed', async () => {
    const staff = await seen('demo-planner')
    expect(staff.measures.map(({ title, shown }) => [title, shown])).toEqual([
      ['Kameran som bara är en idé', false],
      ['Norra delen', true],
    ])
    const response = await app.ask(null, 'GET', `/api/commitments?year=${lastYear}`)
    const text = await response.text()
    expect(text).not.toContain(idea.id)
    expect(text).not.toMatch(/Kameran|"version"|"shown"|"may"/)
    const { commitments, agreements } = JSON.parse(text) as CommitmentsAnswer
    expect(commitments[0]?.measures).toMatchObject([{ layer: 'neighbourhood_watch_areas', id: watch.id }])
    expect(agreements.map(({ parties }) => parties.length)).toEqual([2])
    const etag = response.headers.get('etag')!
    const again = await app.ask(null, 'GET', `/api/commitments?year=${lastYear}`, undefined, {
      'if-none-match': etag,
    })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const serving = (who: DemoId | null, layer: string, id: string) =>
      at.read<ServedCommitment[]>(who, `/api/commitments/serving?layer=${layer}&id=${id}`)
    expect(await serving(null, 'neighbourhood_watch_areas', watch.id)).toMatchObject([
      { number: 1, year: lastYear },
    ])
    expect(await serving(null, 'camera_sites', idea.id)).toEqual([])
    expect(await serving('demo-planner', 'camera_sites', idea.id)).toHaveLength(1)
    // An administrator sees no ideas, and takes none away by writing the list anew.
    await act('demo-admin', 'PATCH', '', { measures: [{ layer: 'neighbourhood_watch_areas', id: watch.id }] })
    expect((await seen('demo-planner')).measures).toHaveLength(2)
  })

  it('link to nothing that the public has no layer of, and name nobody', async () => {
    const link = { measures: [{ layer: 'patrol_zones', id: zone.id }] }
    expect(await refused('demo-planner', 'PATCH', '', link)).toMatchObject({
      ...{ status: 422, problem: { errors: [{ field: 'commitment_object' }] } },
    })
    const before = await seen('demo-planner')
    const person = await refused('demo-planner', 'PATCH', '', {
      text: 'Ring 070-123 45 67.',
      activities: [],
    })
    expect([person.status, person.problem.errors?.[0]?.field]).toEqual([422, 'text'])
    const wrongWay = await refused('demo-planner', 'PATCH', '', { targetValue: 50 })
    expect(wrongWay.problem.errors?.[0]?.message).toContain('fel håll')
    expect(await seen('demo-planner')).toEqual(before)
  })

  it('keep what they said before, and refuse a stale writer', async () => {
    const stale = await seen('demo-planner')
    await act('demo-planner', 'PATCH', '', { text: 'Vi har ordningsvakter fredagar.', targetValue: 35 })
    const late = await at.refused('demo-planner', 'PATCH', path(), { text: 'Nej' }, held(stale))
    expect(late.status).toBe(412)
    const { earlier, text } = await seen(null)
    expect(text).toBe('Vi har ordningsvakter fredagar.')
    expect(earlier).toMatchObject([
      { text: 'Vi har ordningsvakter i centrum alla helgkvällar.', goal: { targetValue: 30 } },
    ])
    expect((await refused('demo-planner', 'PATCH', '', { number: 2 })).status).toBe(422)
    expect((await refused('demo-planner', 'DELETE', '')).status).toBe(422)
    const { id: _, ...same } = { id: '', agreement: agreement.id, year: lastYear, number: 1 }
    const taken = await at.refused('demo-planner', 'POST', '/api/commitments', {
      ...{ ...same, title: 'x', text: 'x' },
    })
    expect([taken.status, taken.problem.detail]).toEqual([409, expect.stringContaining('numret')])
  })

  it('go as their newest line says; the police say it of their own alone', async () => {
    const line = { status: 'at_risk', text: 'Avtalet är inte klart.', on: `${lastYear}-05-01` }
    expect((await refused('demo-police', 'POST', 'status', line)).status).toBe(403)
    await act('demo-planner', 'POST', 'status', { ...line, status: 'on_way', on: `${lastYear}-08-01` })
    await act('demo-planner', 'PATCH', '', { owner: 'both' })
    const now = await act('demo-police', 'POST', 'status', line)
    expect([now.status, now.statuses.map(({ status }) => status)]).toEqual(['on_way', ['on_way', 'at_risk']])
    const ahead = await refused('demo-police', 'POST', 'status', { ...line, on: '2099-01-01' })
    expect(ahead.problem.errors?.[0]?.field).toBe('on')
    expect((await refused('demo-police', 'PATCH', '', { text: 'x' })).status).toBe(403)
  })

  it('are closed once both parties have signed what came of them', async () => {
    const role = { role: 'Lokalpolisområdeschef' }
    expect((await refused('demo-police', 'POST', 'signature', role)).problem.errors?.[0]?.field).toBe(
      'evaluation',
    )
    await act('demo-planner', 'PUT', 'evaluation', { text: 'Vi höll det mesta.', result: 'kept' })
    expect((await seen(null)).evaluation).toBeNull()
    await act('demo-police', 'POST', 'signature', role)
    // Another text is signed anew.
    const anew = { text: 'Vi höll en del.', result: 'partly_kept' }
    expect((await act('demo-planner', 'PUT', 'evaluation', anew)).signatures).toEqual([])
    expect((await act('demo-police', 'POST', 'signature', role)).state).toBe('published')
    await act('demo-admin', 'POST', 'signature', { role: 'Kommunalråd' })
    expect(await seen(null)).toMatchObject({
      ...{ state: 'evaluated', status: 'partly_kept', evaluation: anew },
      signatures: [
        { party: 'municipality', role: 'Kommunalråd' },
        { party: 'police', role: 'Lokalpolisområdeschef' },
      ],
    })
    for (const [method, part, body] of [
      ['PATCH', '', { text: 'Ändrat' }],
      ['POST', 'status', { status: 'kept', text: 'Ändrat' }],
      ['PUT', 'evaluation', anew],
      ['POST', 'signature', role],
    ] as const)
      expect((await refused('demo-planner', method, part, body)).status).toBe(409)
    // The database holds it too.
    const actor = { id: await at.idOf('demo-planner'), name: 'x', audience: 'planner' as const }
    await expect(
      app.database.write(
        actor,
        (sql) => sql`delete from planner.commitment_measures where commitment = ${promise.id}`,
      ),
    ).rejects.toMatchObject({ constraint_name: 'commitment_closed' })
    const trail = await app.database.owner(
      (sql) => sql`select action from audit.entries where object = ${promise.id} order by seq`,
    )
    expect(trail.map(({ action }) => action).filter((action) => action === 'commitment.signed')).toHaveLength(
      3,
    )
  })

  it('of this year are not signed before December', async () => {
    const thisYear = lastYear + 1
    const draft = await at.send<Commitment>('demo-planner', 'POST', '/api/commitments', {
      ...{ agreement: agreement.id, year: thisYear, number: 1, title: 'Ljus', text: 'Mer ljus.' },
    })
    const outside = await at.refused(
      'demo-planner',
      'PATCH',
      `/api/commitments/${draft.id}`,
      { year: thisYear + 3 },
      held(draft),
    )
    expect(outside.problem.errors?.[0]?.field).toBe('year')
    const shorter = await at.refused(
      'demo-planner',
      'PATCH',
      `/api/commitment-agreements/${agreement.id}`,
      { to: `${lastYear}-12-31` },
      held(agreement),
    )
    expect([shorter.status, shorter.problem.errors?.[0]?.message]).toEqual([
      422,
      expect.stringContaining('år'),
    ])
    await app.database.owner(
      (sql) => sql`
        update core.commitments set state = 'published', year = 2100, evaluation = 'x', result = 'kept' where id = ${draft.id}`,
    )
    await app.database.owner(
      (sql) => sql`update core.commitment_agreements set to_on = '2100-12-31', from_on = '2099-01-01'`,
    )
    const early = await at.refused(
      'demo-planner',
      'POST',
      `/api/commitments/${draft.id}/signature`,
      { role: 'Kommunalråd' },
      held(draft),
    )
    expect(early.problem.errors?.[0]?.message).toContain('1 december')
  })
})
