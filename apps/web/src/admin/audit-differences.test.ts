import { expect, test } from 'vitest'
import { differences } from './audit-differences.ts'

test('only what is not the same before and after is told', () => {
  expect(differences({ a: 1, b: [1], c: null }, { a: 2, b: [1], d: 'x' })).toEqual([
    { field: 'a', before: 1, after: 2 },
    { field: 'd', before: null, after: 'x' },
  ])
})

test('of something new all that has a value is told, of something gone all it had', () => {
  expect(differences(null, { a: 1, b: null })).toEqual([{ field: 'a', after: 1 }])
  expect(differences({ a: 1 }, null)).toEqual([{ field: 'a', before: 1 }])
})

test('what is not made of fields is told whole', () => {
  expect(differences('x', ['y'])).toEqual([{ field: '', before: 'x', after: ['y'] }])
  expect(differences(null, undefined)).toEqual([])
})
