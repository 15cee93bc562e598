import { expect, test } from 'vitest'
import { readPhotometry } from './read-photometry.ts'

test('a file is read as UTF-8, and as Windows writes it where it is not', async () => {
  expect(await readPhotometry(new Blob(['Väg 60°']))).toBe('Väg 60°')
  expect(await readPhotometry(new Blob([Uint8Array.of(0x56, 0xe4, 0x67, 0x20, 0xb0)]))).toBe('Väg °')
})
