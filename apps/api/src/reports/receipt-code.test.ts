import { expect, test } from 'vitest'
import { digestOfCode, isReceiptCode } from './receipt-code.ts'

const code = '7Q2K-M9TD-04XW-HBNE-31ZA'

test('a code is the same however it is typed', () => {
  for (const typed of [
    code.toLowerCase(),
    code.replaceAll('-', ''),
    ' 7q2k m9td o4xw hbne 3lza ',
    '7Q2KM9TDO4XWHBNE3IZA',
  ])
    expect(digestOfCode(typed).equals(digestOfCode(code)), typed).toBe(true)
  expect(digestOfCode(code.replace('7', '8')).equals(digestOfCode(code))).toBe(false)
})

test('what is no code is known for none, and has a digest all the same', () => {
  expect(isReceiptCode(code)).toBe(true)
  for (const wrong of [
    '',
    code.slice(0, -1),
    `${code}0`,
    code.replace('A', 'U'),
    code.replace('A', 'Å'),
    '7Q2K'.repeat(50),
  ]) {
    expect(isReceiptCode(wrong), wrong).toBe(false)
    expect(digestOfCode(wrong)).toHaveLength(32)
  }
})
