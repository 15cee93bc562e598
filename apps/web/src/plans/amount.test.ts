import { expect, test } from 'vitest'
import { isAmount, readAmount, writeAmount } from './amount.ts'

test('a sum is read with any spaces between its digits', () => {
  expect(readAmount('1 250 000')).toBe(1_250_000)
  expect(readAmount('1\u00a0250\u202f000 ')).toBe(1_250_000)
})

test('nothing typed is no budget, which is not the same as none to spend', () => {
  expect(readAmount('  ')).toBeNull()
  expect(readAmount('0')).toBe(0)
})

test('what is no whole number of kronor is not taken', () => {
  for (const text of ['12,5', '-3', '1e6', 'en miljon', '1 000 000 001']) expect(isAmount(text)).toBe(false)
  for (const text of ['', '0', '1 000 000 000']) expect(isAmount(text)).toBe(true)
})

test('a sum is written in groups that are read back as the same', () => {
  expect(writeAmount(1_250_000)).toBe('1 250 000')
  expect(writeAmount(950)).toBe('950')
  expect(readAmount(writeAmount(1_000_000))).toBe(1_000_000)
})
