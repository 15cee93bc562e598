import type { IncidentMapping } from '@trygghetskartan/api/contract-incidents'
import { describe, expect, test } from 'vitest'
import { missingOf, roleOf, withRole } from './roles.ts'

const mapping = { columns: { from: 'Datum', x: 'E', y: 'N' }, withdraws: false } as IncidentMapping

describe('what columns say', () => {
  test('is said by one column alone', () => {
    const moved = withRole(mapping, 'Tidpunkt', 'from')
    expect(moved.columns).toEqual({ from: 'Tidpunkt', x: 'E', y: 'N' })
    expect(roleOf(moved, 'Datum')).toBeUndefined()
    expect(withRole(mapping, 'E', 'note').columns).toEqual({ from: 'Datum', y: 'N', note: 'E' })
    expect(withRole(mapping, 'E', null).columns).toEqual({ from: 'Datum', y: 'N' })
  })

  test('must be enough to know when and where', () => {
    expect(missingOf(mapping)).toBeNull()
    expect(missingOf(withRole(mapping, 'Datum', null))).toBe('dateMissing')
    expect(missingOf(withRole(mapping, 'N', null))).toBe('placeHalf')
    expect(missingOf({ ...mapping, withdraws: true })).toBe('numberMissing')
  })
})
