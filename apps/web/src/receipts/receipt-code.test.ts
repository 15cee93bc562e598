import { expect, it } from 'vitest'
import { newReceiptCode, readReceiptCode } from './receipt-code.ts'

it('a code is made of a hundred random bits, in letters that are not mixed up', () => {
  const made = Array.from({ length: 500 }, () => newReceiptCode())
  for (const code of made) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(new Set(made).size).toBe(500)
  // Each of the 32 letters about 312 times in ten thousand.
  const counts = new Map<string, number>()
  for (const letter of made.join('').replaceAll('-', '')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  expect(counts.size).toBe(32)
  for (const count of counts.values()) expect(count).toBeGreaterThan(200)
  expect(newReceiptCode((bytes) => bytes.map((_, i) => i + 224))).toBe('0123-4567-89AB-CDEF-GHJK')
})

it.each([
  '7Q2K-M9TD-04XW-HBNE-3VZA',
  '7q2k m9td 04xw hbne 3vza',
  ' 7Q2KM9TD04XWHBNE3VZA\n',
  '7Q2K–M9TD–O4XW–HBNE–3VZA',
  '7q2k.m9td.o4xw.hbne.3vza',
])('a code is read however it is written: %s', (text) => {
  expect(readReceiptCode(text)).toBe('7Q2K-M9TD-04XW-HBNE-3VZA')
})

it('I and L are read as the figure they look like, and what can be no code as none', () => {
  expect(readReceiptCode('ILil-0000-0000-0000-0000')).toBe('1111-0000-0000-0000-0000')
  for (const text of ['', '7Q2K', '7Q2K-M9TD-04XW-HBNE-3VZU', '7Q2K-M9TD-04XW-HBNE-3VZA-1'])
    expect(readReceiptCode(text), text).toBeNull()
})
