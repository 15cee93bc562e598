import { describe, expect, test } from 'vitest'
import { permitState } from './permit-state.ts'

const today = '2026-11-30'
const columns = { number: 'permit_number', weekdays: 'permit_weekdays', from: 'permit_from', to: 'permit_to' }
const permit = (more: Record<string, unknown>) =>
  permitState({ properties: { valid_from: '2025-01-01', valid_to: '2027-12-31', ...more } }, columns, today)

describe('a permit for guards', () => {
  test('counts its last day, and is over the day after', () => {
    expect(permit({ valid_to: '2026-11-30' })).toMatchObject({ daysLeft: 0, state: 'soon' })
    expect(permit({ valid_to: '2026-11-29' })).toMatchObject({ daysLeft: -1, state: 'expired' })
  })

  test('warns ninety days before it ends', () => {
    expect(permit({ valid_to: '2027-02-28' })).toMatchObject({ daysLeft: 90, state: 'soon' })
    expect(permit({ valid_to: '2027-03-01' }).state).toBe('valid')
    expect(permit({ valid_from: '2026-12-01' }).state).toBe('not-yet')
  })

  const serving = { weekdays: [4, 5, 6], hours_from: '20:00', hours_to: '04:00' }
  test('tells of hours served beyond what it allows', () => {
    const allowed = { permit_weekdays: [5, 6], permit_from: '20:00', permit_to: '03:30' }
    // Thursday's eight, and half an hour on each of two nights.
    expect(permit({ ...serving, ...allowed }).outside).toBe(9)
    expect(permit({ ...serving, permit_from: '18:00', permit_to: '05:00' }).outside).toBe(0)
    expect(permit({ ...serving, permit_weekdays: [5, 6] }).outside).toBe(8)
  })

  test('that names no hours allows all', () => {
    expect(permit(serving).outside).toBe(0)
  })
})
