import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChangeEvent } from '../contract.ts'
import type { Plan } from '../contract-identity.ts'
import type { NewPlanComment, PlanComment } from '../contract-plans.ts'
import { planners } from '../testing/plans.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const place = { type: 'Point' as const, coordinates: [14.1567, 56.0294] }

describe.each(engines)('comments in a plan, on the %s engine', (engine) => {
  let app: TestApp
  let at: ReturnType<typeof planners>
  let plan: Plan

  const pathOf = (of: Plan) => `/api/plans/${of.id}/comments`
  const say = (who: DemoId, comment: NewPlanComment) =>
    at.send<PlanComment>(who, 'POST', pathOf(plan), comment)
  const heard = (who: DemoId) => at.read<PlanComment[]>(who, pathOf(plan))
  const settle = (who: DemoId, { id }: PlanComment, resolved: boolean) =>
    at.send<PlanComment>(who, 'PATCH', `/api/plan-comments/${id}`, { resolved })

  beforeAll(async () => {
    app = await testApp(engine)
    at = planners(app)
    plan = await at.plan('demo-planner')
    await at.join(plan, 'demo-police')
  })
  afterAll(() => app.close())

  it('are pinned to the map, answered and settled by members of either side, live', async () => {
    const events: ChangeEvent[] = []
    const stream = await app.ask('demo-police', 'GET', '/api/changes')
    const reader = stream.body!.getReader()
    const decoder = new TextDecoder()
    let greeted = false
    void (async () => {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        for (const line of decoder.decode(value).split('\n')) {
          greeted ||= line === 'event: hello'
          if (line.startsWith('data: {"layer"')) events.push(JSON.parse(line.slice(6)))
        }
      }
    })().catch(() => {})
    await expect.poll(() => greeted).toBe(true)
    const first = await say('demo-planner', { text: '  Mörkt även efter lampan?  ', geometry: place })
    expect(first).toMatchObject({
      plan: plan.id,
      text: 'Mörkt även efter lampan?',
      geometry: place,
      measure: null,
      answers: null,
      by: { name: 'Petra Lindgren' },
      mine: true,
      resolved: null,
    })
    await expect.poll(() => events.map(({ layer, id }) => [layer, id])).toContainEqual(['plans', plan.id])
    await reader.cancel()

    const answer = await say('demo-police', { text: 'Ja, mot muren.', answers: first.id })
    const second = await say('demo-planner', { text: 'Då vrider vi den.', answers: answer.id })
    expect([answer.answers, second.answers]).toEqual([first.id, first.id])
    const settled = await settle('demo-police', first, true)
    expect(settled.resolved).toMatchObject({ by: 'Amira Holm' })
    expect((await settle('demo-planner', first, true)).resolved).toEqual(settled.resolved)
    expect((await settle('demo-planner', first, false)).resolved).toBeNull()
    const ofAnswer = await at.refused('demo-police', 'PATCH', `/api/plan-comments/${answer.id}`, {
      resolved: true,
    })
    expect([ofAnswer.status, ofAnswer.problem.errors?.[0]?.field]).toEqual([422, 'resolved'])
    const said = (await heard('demo-police')).map(({ text, mine }) => [text, mine])
    expect(said).toEqual([
      ['Mörkt även efter lampan?', false],
      ['Ja, mot muren.', true],
      ['Då vrider vi den.', false],
    ])
    const trail = await app.database.owner(
      (sql) =>
        sql`select action from audit.entries where object = ${plan.id} and action like 'plan.comment%' order by seq`,
    )
    expect(trail.map(({ action }) => action)).toEqual([
      'plan.commented',
      'plan.commented',
      'plan.commented',
      'plan.comment-resolved',
      'plan.comment-reopened',
    ])
  })

  it('are removed by their authors alone, as long as nobody has answered', async () => {
    const mine = await say('demo-planner', { text: 'Fel plats' })
    const remove = (who: DemoId, { id }: PlanComment) =>
      at.refused(who, 'DELETE', `/api/plan-comments/${id}`).then(({ status }) => status)
    expect(await remove('demo-police', mine)).toBe(403)
    const answer = await say('demo-police', { text: 'Vilken?', answers: mine.id })
    expect(await remove('demo-planner', mine)).toBe(409)
    expect(await remove('demo-police', answer)).toBe(204)
    expect(await remove('demo-planner', mine)).toBe(204)
    expect(await remove('demo-planner', mine)).toBe(404)
  })

  it('are refused with a reason where they cannot be: text, pin, measure and thread', async () => {
    const outside = await at.put('demo-planner', 'camera_sites', { title: 'Utanför planen' })
    const elsewhere = await at.plan('demo-planner', { title: 'Annan' })
    const there = await at.send<PlanComment>('demo-planner', 'POST', pathOf(elsewhere), { text: 'Där' })
    const [here] = await heard('demo-planner')
    const ring = (...corners: number[][]) => ({ type: 'Polygon', coordinates: [corners] })
    const bad: [field: string, comment: unknown][] = [
      ['text', { text: '   ' }],
      ['text', { text: 'å'.repeat(4001) }],
      ['geometry', { text: 'x', geometry: { type: 'Point', coordinates: [200, 56] } }],
      ['geometry', { text: 'x', geometry: { type: 'MultiPolygon', coordinates: [] } }],
      ['geometry', { text: 'x', geometry: ring([14, 56], [15, 57], [15, 56], [14, 57], [14, 56]) }],
      ['geometry', { text: 'x', geometry: place, answers: here!.id }],
      ['measure', { text: 'x', measure: outside.id }],
      ['answers', { text: 'x', answers: there.id }],
      ['answers', { text: 'x', answers: outside.id }],
    ]
    for (const [field, comment] of bad) {
      const { status, problem } = await at.refused('demo-planner', 'POST', pathOf(plan), comment)
      expect(
        [status, problem.errors?.[0]?.field.split('.')[0]],
        JSON.stringify(comment).slice(0, 80),
      ).toEqual([422, field])
    }
    const longest = await say('demo-planner', { text: 'å'.repeat(4000) })
    expect(longest.text).toHaveLength(4000)
  })

  it('keep their pin when the measure they are about moves or goes', async () => {
    const camera = await at.put('demo-planner', 'camera_sites', { title: 'Kamera', plan_id: plan.id })
    const about = await say('demo-planner', {
      text: 'För nära fönstren',
      geometry: place,
      measure: camera.id,
    })
    const moved = await at.change('demo-planner', camera, {
      geometry: { type: 'Point', coordinates: [14.16, 56.03] },
    })
    await at.remove('demo-planner', moved)
    const [still] = (await heard('demo-planner')).filter(({ id }) => id === about.id)
    expect(still).toEqual(about)
  })

  it('about what the other side does not know are not told to it, nor their answers', async () => {
    const zone = await at.put('demo-police', 'patrol_zones', { title: 'Pass', plan_id: plan.id })
    const about = await say('demo-police', { text: 'Bara helger', measure: zone.id })
    await say('demo-police', { text: 'Och fredagar', answers: about.id })
    const texts = async (who: DemoId) => (await heard(who)).map(({ text }) => text)
    expect(await texts('demo-police')).toEqual(expect.arrayContaining(['Bara helger', 'Och fredagar']))
    for (const text of ['Bara helger', 'Och fredagar'])
      expect(await texts('demo-planner')).not.toContain(text)
    const hidden = `/api/plan-comments/${about.id}`
    expect((await at.refused('demo-planner', 'PATCH', hidden, { resolved: true })).status).toBe(404)
    expect((await at.refused('demo-planner', 'DELETE', hidden)).status).toBe(404)
    for (const comment of [
      { text: 'x', answers: about.id },
      { text: 'x', measure: zone.id },
    ])
      expect((await at.refused('demo-planner', 'POST', pathOf(plan), comment)).status).toBe(422)
  })

  it('are nobody’s who is no member, and go with the plan', async () => {
    const own = await at.plan('demo-planner', { title: 'Kort' })
    await at.join(own, 'demo-police')
    const comment = await at.send<PlanComment>('demo-police', 'POST', pathOf(own), { text: 'Hej' })
    await at.send('demo-planner', 'POST', pathOf(own), { text: 'Hej själv', answers: comment.id })
    const asked: [string, string, unknown?][] = [
      ['GET', pathOf(own)],
      ['POST', pathOf(own), { text: 'Smyg' }],
      ['PATCH', `/api/plan-comments/${comment.id}`, { resolved: true }],
      ['DELETE', `/api/plan-comments/${comment.id}`],
    ]
    for (const [method, path, body] of asked) {
      expect((await at.refused('demo-planner-2', method, path, body)).status, method).toBe(404)
      expect((await at.refused('demo-reporter', method, path, body)).status, method).toBe(403)
      expect((await at.refused(null, method, path, body)).status, method).toBe(401)
    }
    await at.send('demo-planner', 'DELETE', `/api/plans/${own.id}`)
    const left = await app.database.owner(
      (sql) => sql`select id from core.plan_comments where plan = ${own.id}`,
    )
    expect([...left]).toEqual([])
  })
})
