import { expect, test } from 'vitest'
import { loggedPath } from './logged-path.ts'

test('a link to a plan is logged without what opens it, in the interface and in the client', () => {
  const token = 'k'.repeat(43)
  expect(loggedPath(`/api/shared/${token}`)).toBe('/api/shared/…')
  expect(loggedPath(`/delad/${token}`)).toBe('/delad/…')
  expect(loggedPath('/api/plans/1/shares/2')).toBe('/api/plans/1/shares/2')
})

test('a line of the log does not tell when which report came', () => {
  const id = '00000000-0000-4000-8000-000000000001'
  expect(loggedPath(`/api/reports/${id}`)).toBe('/api/reports/…')
  expect(loggedPath(`/api/reports/${id}/photo`)).toBe('/api/reports/…/photo')
  expect(loggedPath(`/api/reported-places/${id}/support/${id}`)).toBe('/api/reported-places/…/support/…')
  expect(loggedPath('/api/reports/nearby')).toBe('/api/reports/nearby')
})
