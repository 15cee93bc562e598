import { expect, test } from 'vitest'
import { loggedPath } from './logged-path.ts'

test('a link to a plan is logged without what opens it, in the interface and in the client', () => {
  const token = 'k'.repeat(43)
  expect(loggedPath(`/api/shared/${token}`)).toBe('/api/shared/…')
  expect(loggedPath(`/delad/${token}`)).toBe('/delad/…')
  expect(loggedPath('/api/plans/1/shares/2')).toBe('/api/plans/1/shares/2')
})
