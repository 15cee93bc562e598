import { expect, test } from 'vitest'
import { type PlanStep, standsOf } from './stands.ts'

const step = (at: string, measures: number, investment: number, by = 'Petra'): PlanStep => ({
  at: `${at}.000000Z`,
  by,
  measures,
  investment,
})
const named = (at: string, name: string) => ({ at: `${at}.000000Z`, name, by: 'Johan' })

test('each day is told by its last change, with what the plan held then', () => {
  const steps = [
    step('2026-03-01T08:00:00', 1, 100),
    step('2026-03-01T09:00:00', 1, 50, 'Amira'),
    step('2026-03-03T09:00:00', 0, 25),
    step('2026-03-04T09:00:00', -1, -150),
  ]
  expect(standsOf(steps, [], { measures: 1, investment: 25 })).toEqual([
    { at: '2026-03-04T09:00:00.000000Z', name: null, by: 'Petra', measures: 1, investment: 25 },
    { at: '2026-03-03T09:00:00.000000Z', name: null, by: 'Petra', measures: 2, investment: 175 },
    { at: '2026-03-01T09:00:00.000000Z', name: null, by: 'Amira', measures: 2, investment: 150 },
  ])
})

test('a named stand is told with what the plan held then, and stands for its day where nothing came after', () => {
  const steps = [
    step('2026-03-01T08:00:00', 1, 100),
    step('2026-03-01T10:00:00', 1, 50),
    step('2026-03-02T10:00:00', 1, 10),
  ]
  const names = [
    named('2026-03-01T09:00:00', 'Mitt på dagen'),
    named('2026-03-02T12:00:00', 'Till nämnden'),
    named('2026-03-05T12:00:00', 'Samma igen'),
  ]
  const told = standsOf(steps, names, { measures: 3, investment: 160 })
  expect(
    told.map(({ at, name, measures, investment }) => [at.slice(5, 16), name, measures, investment]),
  ).toEqual([
    ['03-05T12:00', 'Samma igen', 3, 160],
    ['03-02T12:00', 'Till nämnden', 3, 160],
    ['03-01T10:00', null, 2, 150],
    ['03-01T09:00', 'Mitt på dagen', 1, 100],
  ])
})

test('a day ends at midnight in Sweden, in winter and in summer', () => {
  const steps = [
    step('2026-01-10T22:59:59', 1, 0),
    step('2026-01-10T23:00:00', 1, 0),
    step('2026-07-10T21:59:59', 1, 0),
    step('2026-07-10T22:00:00', 1, 0),
  ]
  expect(standsOf(steps, [], { measures: 4, investment: 0 }).map(({ measures }) => measures)).toEqual([
    4, 3, 2, 1,
  ])
})

test('what was in the plan before the history that is left is counted in', () => {
  const steps = [step('2026-03-01T08:00:00', -1, -40)]
  const names = [named('2026-02-01T08:00:00', 'Före')]
  expect(standsOf(steps, names, { measures: 5, investment: 200 })).toMatchObject([
    { name: null, measures: 5, investment: 200 },
    { name: 'Före', measures: 6, investment: 240 },
  ])
  expect(standsOf([], names, { measures: 2, investment: 7 })).toMatchObject([{ measures: 2, investment: 7 }])
  expect(standsOf([], [], { measures: 0, investment: 0 })).toEqual([])
})
