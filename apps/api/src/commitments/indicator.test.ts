import { describe, expect, it } from 'vitest'
import { activityState, actsOn } from './acts.ts'
import { indicatorNow as nowOf } from './indicator.ts'

const read = (...values: [string, number][]) => values.map(([on, value]) => ({ on, value, note: null }))
const target = { targetOn: '2026-12-15' }
const falling = { ...target, direction: 'down', baseValue: 40, targetValue: 30 } as const
const indicatorNow = (measured: Parameters<typeof nowOf>[0], today = '2026-10-01') => nowOf(measured, today)

describe('the indicator of a promise', () => {
  it('stands by its newest reading, whatever order they are written in', () => {
    expect(indicatorNow({ ...falling, readings: read(['2026-09-01', 35], ['2026-03-01', 39]) })).toEqual({
      word: 'right_way',
      value: 35,
      on: '2026-09-01',
      progress: 0.5,
    })
  })

  it.each([
    ['reached', 30, 1],
    ['reached', 12, 1],
    ['unchanged', 40, 0],
    ['wrong_way', 45, -0.5],
  ] as const)('is %s at %d', (word, value, progress) => {
    const now = indicatorNow({ ...falling, readings: read(['2026-09-01', value]) })
    expect([now.word, now.progress]).toEqual([word, progress])
  })

  it('knows which way is up', () => {
    const rising = { ...target, direction: 'up', baseValue: 10, targetValue: 20 } as const
    expect(indicatorNow({ ...rising, readings: read(['2026-09-01', 8]) }).word).toBe('wrong_way')
    expect(indicatorNow({ ...rising, readings: read(['2026-09-01', 20]) }).word).toBe('reached')
  })

  it('is missed once the day of its target has passed without it', () => {
    const measured = { ...falling, readings: read(['2026-12-10', 31]) }
    expect(indicatorNow(measured, '2026-12-15').word).toBe('right_way')
    expect(indicatorNow(measured, '2026-12-16')).toMatchObject({ word: 'missed', progress: 0.9 })
  })

  it('says nothing that it cannot know', () => {
    expect(indicatorNow({ ...falling, readings: [] }).word).toBe('unknown')
    const bare = { direction: 'up', baseValue: null, targetValue: null, targetOn: null } as const
    expect(indicatorNow({ ...bare, readings: read(['2026-09-01', 8]) })).toMatchObject({
      word: 'unknown',
      progress: null,
      value: 8,
    })
  })
})

describe('what is done with a promise', () => {
  const published = { state: 'published', owner: 'both', year: 2026, evaluated: true, signed: [] } as const

  it('is written by the municipality, and the police say how their own go', () => {
    const draft = { ...published, state: 'draft', evaluated: false } as const
    expect(actsOn('planner', draft, '2026-05-01')).toEqual(['edit', 'publish', 'remove', 'status'])
    expect(actsOn('admin', draft, '2026-05-01')).toEqual(actsOn('planner', draft, '2026-05-01'))
    expect(actsOn('police', draft, '2026-05-01')).toEqual(['status'])
    expect(actsOn('police', { ...draft, owner: 'municipality' }, '2026-05-01')).toEqual([])
    expect(actsOn('reporter', published, '2026-12-24')).toEqual([])
  })

  it('is signed by each party once, in December, and then closed', () => {
    expect(actsOn('police', published, '2026-11-30')).not.toContain('sign')
    expect(actsOn('police', published, '2026-12-01')).toContain('sign')
    expect(actsOn('planner', { ...published, signed: ['municipality'] }, '2026-12-01')).not.toContain('sign')
    expect(actsOn('planner', { ...published, state: 'evaluated' }, '2026-12-31')).toEqual([])
  })

  it('is late once its day has passed and it is not done', () => {
    expect(activityState({ dueOn: '2026-05-01', doneOn: null }, '2026-05-01')).toBe('ahead')
    expect(activityState({ dueOn: '2026-05-01', doneOn: null }, '2026-05-02')).toBe('late')
    expect(activityState({ dueOn: '2026-05-01', doneOn: '2026-06-01' }, '2026-07-01')).toBe('done')
    expect(activityState({ dueOn: null, doneOn: null }, '2026-07-01')).toBe('ahead')
  })
})
