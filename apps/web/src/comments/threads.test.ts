import type { PlanComment } from '@trygghetskartan/api/contract-plans'
import { expect, test } from 'vitest'
import { isOpen, threadsOf } from './threads.ts'

const comment = (id: string, answers: string | null = null, resolved = false): PlanComment => ({
  id,
  plan: 'p',
  text: id,
  geometry: null,
  measure: null,
  answers,
  by: { id: 'a', name: 'Anna' },
  mine: false,
  at: '2026-11-22T10:00:00Z',
  resolved: resolved ? { by: 'Anna', at: '2026-11-22T11:00:00Z' } : null,
})

test('answers stand under what they answer, over any number of steps', () => {
  const threads = threadsOf([comment('a'), comment('b'), comment('c', 'a'), comment('d', 'c')])
  expect(threads.map(({ first, answers }) => [first.id, answers.map(({ id }) => id)])).toEqual([
    ['a', ['c', 'd']],
    ['b', []],
  ])
})

test('a number stays with its comment when one before it is resolved', () => {
  const threads = threadsOf([comment('a', null, true), comment('b')])
  expect(threads.filter(isOpen).map(({ number, first }) => [number, first.id])).toEqual([[2, 'b']])
})

test('an answer to a comment that is gone stands by itself', () => {
  expect(threadsOf([comment('b', 'gone')]).map(({ first }) => first.id)).toEqual(['b'])
})
