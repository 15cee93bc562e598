import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Measure } from '../contract.ts'
import type {
  ActionPlan,
  NewEvidence,
  Operation,
  ProblemDetail,
  ProblemHistoryEntry,
} from '../contract-problems.ts'
import { planners } from '../testing/plans.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'
import { followProblems } from './follow-problems.ts'

const secret = 'Tolv gripanden vid kiosken, fem av dem samma kväll'

describe('problems and what is done about them', () => {
  let app: TestApp
  let at: ReturnType<typeof planners>
  let problem: ProblemDetail
  let lamp: Measure
  let zone: Measure

  const pathOf = (...parts: string[]) => ['/api/problems', problem.id, ...parts].join('/')
  const read = (who: DemoId) => at.read<ProblemDetail>(who, pathOf())
  const codes = ({ gaps }: Pick<ProblemDetail, 'gaps'>) => gaps.map(({ code }) => code)
  const evidence = (who: DemoId, given: Partial<NewEvidence>) =>
    at.send<ProblemDetail>(who, 'POST', pathOf('evidence'), { kind: 'text', title: 'Underlag', ...given })
  const step = async (who: DemoId, given: object) =>
    at.refused(who, 'POST', pathOf('state'), given, at.held(await read(who)))
  const plan = (who: DemoId) => at.read<ActionPlan>(who, '/api/action-plan')

  beforeAll(async () => {
    app = await testApp(engines.at(-1)!)
    at = planners(app)
    problem = await at.send('demo-police', 'POST', '/api/problems', {
      title: 'Unga och narkotika i centrum',
      kind: 'narcotics',
      weekdays: [5, 6],
      hoursFrom: '20:00',
      hoursTo: '02:00',
      causes: ['Mörka portar', 'Få vuxna ute'],
      geometry: { type: 'Point', coordinates: [14.1567, 56.0294] },
    })
    lamp = await at.put('demo-planner', 'camera_sites', { title: 'Kamera vid kiosken' })
    zone = await at.put('demo-police', 'patrol_zones', { title: 'Zon kring kiosken' })
  })
  afterAll(() => app.close())

  it('lack in words what they lack, until it is there', async () => {
    expect(codes(problem)).toEqual(['no-measure', 'no-evidence', 'no-goal', 'no-indicator', 'no-owner'])
    const filled = await at.send<ProblemDetail>(
      'demo-planner',
      'PATCH',
      pathOf(),
      {
        goal: 'Färre unga som möter narkotika i centrum',
        indicator: 'Händelser i månaden',
        baseValue: 20,
        baseOn: '2026-01-31',
        targetValue: 10,
        targetOn: '2027-12-31',
        responsible: 'Trygghetsenheten',
      },
      at.held(problem),
    )
    expect(codes(filled)).toEqual(['no-measure', 'no-evidence'])
    expect(filled.version).toBe(2)
    const stale = await at.refused('demo-police', 'PATCH', pathOf(), { title: 'Nej' }, at.held(problem))
    expect(stale.status).toBe(412)
    const half = await at.refused('demo-police', 'PATCH', pathOf(), { targetOn: null }, at.held(filled))
    expect([half.status, half.problem.errors?.[0]?.field]).toEqual([422, 'problem_target'])
    expect(half.problem.errors?.[0]?.message).toContain('målvärde')
  })

  it('show planners of what the police alone read its title and a rounded number, also in the past and straight in the database', async () => {
    await evidence('demo-police', {
      kind: 'analysis',
      title: 'Händelser vid kiosken',
      text: secret,
      n: 12,
      policeOnly: true,
    })
    // About a layer that planners have no view of: for the police alone whatever is said.
    await evidence('demo-police', {
      title: 'Patrullens iakttagelser',
      text: secret,
      layer: 'patrol_zones',
      object: zone.id,
      n: 3,
    })
    const police = await evidence('demo-planner', {
      kind: 'reports',
      title: 'Rapporter',
      text: 'Åtta rapporter',
      n: 8,
    })
    const planner = await read('demo-planner')
    expect(police.evidence).toBe(3)
    expect(planner.evidence).toBe(3)
    expect(planner.evidenceList.map(({ title }) => title)).toEqual(['Rapporter'])
    expect(planner.withheld.map(({ title, atLeast }) => [title, atLeast])).toEqual([
      ['Patrullens iakttagelser', 0],
      ['Händelser vid kiosken', 10],
    ])
    const whole = await read('demo-police')
    expect(
      whole.evidenceList.filter(({ text }) => text === secret).map(({ policeOnly }) => policeOnly),
    ).toEqual([true, true])
    const past = await at.read<ProblemHistoryEntry[]>('demo-planner', pathOf('history'))
    expect(past.map(({ part, title }) => [part, title])).toContainEqual(['evidence', 'Händelser vid kiosken'])
    const [seen] = await app.database.read(
      'planner',
      (sql) => sql<{ all: string }[]>`
        select (select json_agg(h)::text from problem_history h) || (select json_agg(e)::text from problem_evidence e)
          || (select json_agg(w)::text from withheld_evidence w) as all`,
    )
    expect(seen?.all).not.toContain('gripanden')
    expect(
      await at.refused('demo-planner', 'POST', pathOf('evidence'), {
        kind: 'text',
        title: 'Min',
        policeOnly: true,
      }),
    ).toMatchObject({ status: 403 })
    const hidden = whole.evidenceList.find(({ policeOnly }) => policeOnly)!
    expect((await at.refused('demo-planner', 'DELETE', `/api/problem-evidence/${hidden.id}`)).status).toBe(
      404,
    )
    const trail = await app.database.owner(
      (sql) =>
        sql`select actor_name from audit.entries where action = 'evidence.read' and object = ${problem.id}`,
    )
    expect(trail.map(({ actor_name }) => actor_name)).toEqual(['Amira Holm'])
  })

  it('are shown what the map says of their ground, each as far as they may see it', async () => {
    const ring = [
      [14.15, 56.02],
      [14.16, 56.02],
      [14.16, 56.03],
      [14.15, 56.02],
    ]
    await at.put(
      'demo-planner',
      'safety_survey_areas',
      { title: 'Innerstaden', year: 2025, share_unsafe: 27.5, respondents: 212 },
      { type: 'Polygon', coordinates: [ring] },
    )
    const near = [14.1571, 56.0295]
    const far = [14.2, 56.0295]
    await app.database.owner(async (sql) => {
      for (const [lon, lat] of [near, near, far] as [number, number][])
        await sql`
          insert into core.unsafe_reports (geom, reasons, received_on)
          values (ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326), '{darkness,drugs}', current_date - 30)`
      const [kind] = await sql`select code from core.incident_kinds order by number limit 1`
      for (const precision of ['exact', 'municipality'])
        await sql`
          insert into core.incidents (geom, occurred_from, occurred_to, time_precision, kind, precision, source, content)
          values (ST_SetSRID(ST_MakePoint(14.1571, 56.0295), 4326), now() - interval '9 days', now() - interval '9 days', 'minute',
            ${kind!.code}, ${precision}, 'prov', ${Buffer.alloc(16)})`
    })
    const suggested = (who: DemoId) => at.read<NewEvidence[]>(who, pathOf('suggestions'))
    const planner = await suggested('demo-planner')
    expect(planner.map(({ kind, n, figures }) => [kind, n, figures?.[0]])).toEqual([
      ['reports', 2, { label: 'Mörkt', value: '2' }],
      ['survey', 212, { label: 'Andel som känner sig otrygg', value: '27,5 %' }],
    ])
    const police = await suggested('demo-police')
    expect(police.map(({ kind, n, policeOnly }) => [kind, n, policeOnly ?? false])).toEqual([
      ['analysis', 1, true],
      ['reports', 2, false],
      ['survey', 212, false],
    ])
    const before = (await read('demo-planner')).withheld.length
    // Of what planners have no view of the police cannot say that it is for all.
    await evidence('demo-police', { ...police[0]!, policeOnly: false })
    expect((await read('demo-planner')).withheld).toHaveLength(before + 1)
    const { evidenceList } = await evidence('demo-planner', planner[1]!)
    expect((await suggested('demo-planner')).map(({ kind }) => kind)).toEqual(['reports'])
    for (const { id, kind } of evidenceList)
      if (kind === 'survey') await at.send('demo-planner', 'DELETE', `/api/problem-evidence/${id}`)
    const taken = (await read('demo-police')).evidenceList.find(({ layer }) => layer === 'incidents')!
    await at.send('demo-police', 'DELETE', `/api/problem-evidence/${taken.id}`)
  })

  it('are tied to measures, those that the other side does not see as a number alone', async () => {
    const link = (who: DemoId, measure: Measure, expectedEffect?: string) =>
      at.refused(who, 'PUT', pathOf('measures', measure.id), { layer: measure.layer, expectedEffect })
    expect((await link('demo-police', zone, 'Färre affärer')).status).toBe(200)
    expect((await link('demo-planner', zone)).status).toBe(404)
    const planner = await read('demo-planner')
    expect([planner.measures, planner.hiddenMeasures, codes(planner)]).toEqual([[], 1, []])
    expect(
      (await at.read<ProblemHistoryEntry[]>('demo-planner', pathOf('history'))).map(({ part }) => part),
    ).not.toContain('measure')
    expect((await plan('demo-planner')).measuresWithoutProblem.map(({ id }) => id)).toEqual([lamp.id])
    expect((await link('demo-planner', lamp, 'Minst en fjärdedel färre')).status).toBe(200)
    const { measures, gaps } = await read('demo-police')
    expect(
      measures.map(({ title, statusTitle, expectedEffect }) => [title, statusTitle.sv, expectedEffect]),
    ).toEqual([
      ['Zon kring kiosken', 'Idé', 'Färre affärer'],
      ['Kamera vid kiosken', 'Idé', 'Minst en fjärdedel färre'],
    ])
    expect(gaps.filter(({ serious }) => serious)).toEqual([])
    expect((await plan('demo-planner')).measuresWithoutProblem).toEqual([])
    const draftPlan = await at.plan('demo-planner')
    const draft = await at.put('demo-planner', 'camera_sites', { title: 'Utkast', plan_id: draftPlan.id })
    expect((await link('demo-planner', draft)).problem.errors?.[0]?.message).toContain('utkast')
    expect((await plan('demo-police')).measuresWithoutProblem).toEqual([])
    const report = await at.refused('demo-planner', 'PUT', pathOf('measures', lamp.id), {
      layer: 'unsafe_reports',
    })
    expect(report.status).toBe(404)
  })

  it('take their steps in order, by who decides, with readings and an outcome', async () => {
    expect((await step('demo-planner-2', { to: 'adopted', on: '2026-02-01', by: 'Lokala BRÅ' })).status).toBe(
      403,
    )
    expect((await step('demo-planner', { to: 'followed_up' })).status).toBe(422)
    expect((await step('demo-planner', { to: 'adopted', on: '2024-02-01' })).problem.errors?.[0]?.field).toBe(
      'adopted_by',
    )
    expect((await step('demo-planner', { to: 'adopted', on: '2024-02-01', by: 'Lokala BRÅ' })).status).toBe(
      200,
    )
    const adopted = await read('demo-police')
    expect([adopted.state, adopted.reviewBy, codes(adopted)]).toEqual([
      'adopted',
      '2026-02-01',
      expect.arrayContaining(['not-reviewed']),
    ])
    expect((await plan('demo-planner')).warnings.map(({ code }) => code)).toEqual(['not-updated'])
    expect((await step('demo-planner', { to: 'followed_up' })).problem.errors?.[0]?.message).toContain(
      'mätvärde',
    )
    const reading = await at.send<ProblemDetail>('demo-police', 'PUT', pathOf('readings', '2026-06-30'), {
      value: 15,
    })
    expect(reading.progress).toBe(0.5)
    await at.send('demo-police', 'PUT', pathOf('readings', '2026-06-30'), { value: 12, note: 'Rättat' })
    expect((await step('demo-planner', { to: 'followed_up' })).status).toBe(200)
    const followed = await read('demo-planner')
    expect([followed.progress, followed.reviewedOn?.slice(0, 2), codes(followed)]).toEqual([
      0.8,
      '20',
      expect.not.arrayContaining(['not-reviewed']),
    ])
    expect((await step('demo-planner', { to: 'closed' })).problem.errors?.[0]?.field).toBe('outcome')
    expect((await at.refused('demo-planner', 'DELETE', pathOf(), undefined, at.held(followed))).status).toBe(
      422,
    )
  })

  it('have joint operations, of both sides, and the plan says which answer to nothing', async () => {
    const operation = await at.send<Operation>('demo-police', 'POST', '/api/operations', {
      title: 'Fredagsinsats vid stationen',
      startsAt: '2026-11-20T19:00:00+01:00',
      endsAt: '2026-11-21T01:00:00+01:00',
      authorities: ['Polisen', 'Socialtjänsten', 'Fältgruppen'],
      owner: 'Lokalpolisområdet',
      purpose: 'Vuxna där unga samlas',
    })
    expect((await plan('demo-planner')).operationsWithoutProblem.map(({ id }) => id)).toEqual([operation.id])
    const other = await at.send<ProblemDetail>('demo-planner', 'POST', '/api/problems', {
      title: 'Otryggt vid stationen',
      kind: 'insecurity',
    })
    const tied = await at.send<Operation>(
      'demo-planner',
      'PATCH',
      `/api/operations/${operation.id}`,
      { problems: [problem.id, other.id, problem.id] },
      at.held(operation),
    )
    expect([tied.version, tied.problems]).toEqual([2, [problem.id, other.id]])
    const also = await at.read<ProblemDetail>('demo-police', `/api/problems/${other.id}`)
    expect(also.operations.map(({ id }) => id)).toEqual([operation.id])
    const { operations } = await read('demo-planner')
    expect(operations.map(({ title, authorities }) => [title, authorities.length])).toEqual([
      ['Fredagsinsats vid stationen', 3],
    ])
    const told = await plan('demo-police')
    expect(told.operationsWithoutProblem).toEqual([])
    expect(told.due.filter(({ what }) => what === 'operation').map(({ on }) => on)).toEqual(['2026-11-21'])
    const backwards = await at.refused(
      'demo-police',
      'PATCH',
      `/api/operations/${operation.id}`,
      { endsAt: '2026-11-20T18:00:00+01:00' },
      at.held(tied),
    )
    expect([backwards.status, backwards.problem.errors?.[0]?.message]).toEqual([
      422,
      expect.stringContaining('sluta'),
    ])
    const nowhere = await at.refused(
      'demo-police',
      'PATCH',
      `/api/operations/${operation.id}`,
      { problems: [randomUUID()] },
      at.held(tied),
    )
    expect([nowhere.status, nowhere.problem.errors?.[0]?.message]).toEqual([
      422,
      expect.stringContaining('problemen'),
    ])
    const ofOther = await at.read<ProblemHistoryEntry[]>('demo-planner', `/api/problems/${other.id}/history`)
    expect(ofOther[0]).toMatchObject({ part: 'operation', op: 'update' })
    const past = await at.read<ProblemHistoryEntry[]>('demo-planner', pathOf('history'))
    expect(past[0]).toMatchObject({
      part: 'operation',
      op: 'update',
      by: 'Petra Lindgren',
      changed: ['problems'],
    })
    await app.ask('demo-planner', 'DELETE', `/api/problems/${other.id}`, undefined, at.held(other) as never)
    const [left] = await at.read<Operation[]>('demo-planner', '/api/operations')
    expect(left!.problems).toEqual([problem.id])
  })

  it('take no word of a person, wherever it is written', async () => {
    const now = at.held(await read('demo-planner'))
    const refused = async (method: string, path: string, given: object, headers = {}) => {
      const { status, problem: told } = await at.refused('demo-planner', method, path, given, headers)
      return [status, told.errors?.[0]?.field]
    }
    const number = 'Ring 070-123 45 67'
    expect(await refused('POST', '/api/problems', { title: 'Kalle, ABC 12D', kind: 'other' })).toEqual([
      422,
      'title',
    ])
    expect(await refused('PATCH', pathOf(), { causes: ['Mörkt', number] }, now)).toEqual([422, 'causes'])
    expect(await refused('POST', pathOf('state'), { to: 'closed', outcome: number }, now)).toEqual([
      422,
      'outcome',
    ])
    expect(await refused('PUT', pathOf('readings', '2026-05-01'), { value: 1, note: number })).toEqual([
      422,
      'note',
    ])
    const figures = [{ label: 'Vittne', value: 'anna@example.se' }]
    expect(await refused('POST', pathOf('evidence'), { kind: 'text', title: 'Samtal', figures })).toEqual([
      422,
      'figures',
    ])
    const operation = {
      ...{ title: 'Insats', startsAt: '2026-12-20T19:00:00+01:00', endsAt: '2026-12-20T23:00:00+01:00' },
      ...{ authorities: ['Polisen', 'Erik Andersson'], owner: 'Polisen', purpose: 'Lugn' },
    }
    expect(await refused('POST', '/api/operations', operation)).toEqual([422, 'authorities'])
    expect((await read('demo-planner')).causes).toEqual(['Mörka portar', 'Få vuxna ute'])
  })

  it('tell planners and the police when they change, and nobody else', async () => {
    const heard: string[] = []
    const stops = (['planner', 'police', 'public', 'reporter'] as const).map((audience) =>
      followProblems(app.database, { audience, token: null }, ({ layer, id }) =>
        heard.push(`${audience} ${layer} ${id}`),
      ),
    )
    await evidence('demo-planner', { title: 'Iakttagelser' })
    await expect
      .poll(() => heard.toSorted())
      .toEqual([`planner problems ${problem.id}`, `police problems ${problem.id}`])
    for (const stop of stops) stop()
  })

  it('are printed as the plan that the act asks for, read back whole, and without what is for the police alone', async () => {
    const get = async (who: DemoId, kind: string) => {
      const response = await app.ask(who, 'GET', `/api/action-plan/atgardsplan.${kind}`)
      expect([response.status, response.headers.get('content-disposition')]).toEqual([
        200,
        expect.stringContaining(`.${kind}`),
      ])
      return new Uint8Array(await response.arrayBuffer())
    }
    const plain = (text: string) => text.replaceAll(/[\s\u00a0\u200b\u00ad-]+/g, '')
    const wanted = [
      'Lägesbild och åtgärdsplan för det brottsförebyggande arbetet',
      '1. Sammanfattande lägesbild',
      '2. Unga och narkotika i centrum',
      'Färre unga som möter narkotika i centrum',
      'Utgångsvärde',
      '80 procent av vägen till målet: 12',
      'Kamera vid kiosken (kamerabevakning)',
      'Minst en fjärdedel färre',
      'Därtill en åtgärd hos polisen.',
      'Händelser vid kiosken',
      'minst 10',
      'färre än fem',
      'Fredagsinsats vid stationen',
      '3. Samordning',
      'Polisen, Socialtjänsten och Fältgruppen',
      '4. Uppföljning',
      'Provköpings kommun',
    ]
    for (const who of ['demo-planner', 'demo-police'] as const) {
      const pdf = await getDocumentProxy(await get(who, 'pdf'))
      const { text } = await extractText(pdf, { mergePages: true })
      const xml = strFromU8(unzipSync(await get(who, 'docx'))['word/document.xml']!)
      for (const body of [plain(text), plain(xml.replaceAll(/<[^>]+>/g, ' '))]) {
        for (const word of wanted) expect(body, word).toContain(plain(word))
        expect(body).not.toMatch(/gripanden|Zonkringkiosken/)
      }
      expect(xml.match(/w:val="Heading1"/g)?.length).toBe(4)
    }
    const trail = await app.database.owner(
      (sql) => sql`select count(*)::int as n from audit.entries where action = 'action-plan.exported'`,
    )
    expect(trail[0]?.n).toBe(4)
  })

  it('are nobody else’s', async () => {
    for (const who of [null, 'demo-reporter', 'demo-admin'] as const)
      for (const path of ['/api/problems', pathOf(), '/api/operations', '/api/action-plan'])
        expect([401, 403], `${who} ${path}`).toContain((await app.ask(who, 'GET', path)).status)
  })
})
