import { describe, expect, test } from 'vitest'
import { dueTime, nextTime } from './job.ts'

const at = (text: string): number => Date.parse(`2026-11-${text}Z`)
const nightly = { everySeconds: 86_400, hour: 2 }
const often = { everySeconds: 600 }

describe('a job', () => {
  test('of every ten minutes is due ten minutes after it was started, and at once where it never was', () => {
    expect(nextTime(often, at('22T12:00'), 0, at('22T12:05'))).toBe(at('22T12:10'))
    expect(nextTime(often, null, at('22T12:00'), at('22T12:05'))).toBe(at('22T12:05'))
    expect(dueTime(often, at('22T12:10'))).toBe(at('22T12:00'))
  })

  test('of the night is due at its hour, the same night or the next', () => {
    expect(dueTime(nightly, at('22T01:59'))).toBe(at('21T02:00'))
    expect(dueTime(nightly, at('22T02:00'))).toBe(at('22T02:00'))
    expect(nextTime(nightly, at('21T02:00'), 0, at('21T12:00'))).toBe(at('22T02:00'))
    expect(nextTime(nightly, at('21T02:00'), 0, at('22T02:00'))).toBe(at('22T02:00'))
  })

  test('of a night that was missed is due at once, but not of a night before it was known', () => {
    expect(nextTime(nightly, at('19T02:00'), 0, at('22T12:00'))).toBe(at('22T12:00'))
    expect(nextTime(nightly, null, at('22T10:00'), at('22T12:00'))).toBe(at('23T02:00'))
    expect(nextTime(nightly, null, at('21T10:00'), at('22T12:00'))).toBe(at('22T12:00'))
  })
})
