import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ProblemError } from '../errors.ts'
import { nobody } from '../identity/caller.ts'
import { createPace } from './pace.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-30T12:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

test('few in an hour are taken as they come, more in the quiet queue, and beyond that none', () => {
  const pace = createPace(12)
  const from = (address: string) => () => pace.step(nobody(address))
  const one = from('192.0.2.1')
  expect(Array.from({ length: 12 }, one)).toEqual([false, false, ...Array(10).fill(true)])
  expect(one).toThrow(ProblemError)
  expect(from('192.0.2.2')()).toBe(false)
  // A twelfth of an hour later there is room for one more; half an hour gives back one that is not quiet.
  vi.advanceTimersByTime(5 * 60_000)
  expect(one()).toBe(true)
  expect(one).toThrow('Try again in 5 min')
  vi.advanceTimersByTime(30 * 60_000)
  expect(one()).toBe(false)
})

test('a household of IPv6 counts as one, and where nothing is counted nothing is quiet', () => {
  const pace = createPace(6)
  expect(pace.step(nobody('2001:db8::1'))).toBe(false)
  expect(pace.step(nobody('2001:db8::2'))).toBe(true)
  const free = createPace(Infinity)
  expect(Array.from({ length: 500 }, () => free.step(nobody('192.0.2.1'))).some(Boolean)).toBe(false)
})
