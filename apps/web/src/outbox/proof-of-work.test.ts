import { expect, it } from 'vitest'
import { findNonce, leadingZeros } from './proof-of-work.ts'
import { sha256After } from './sha256.ts'

const words = async (text: string) => {
  const digest = new DataView(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from({ length: 8 }, (_, at) => digest.getUint32(at * 4))
}

it('the digest is that of the standard, at every length and whatever is shared', async () => {
  for (let length = 0; length <= 140; length++) {
    const beginning = 'åb'.repeat(length).slice(0, length)
    const digestOf = sha256After(beginning)
    for (const end of ['', '7', '123456789'.repeat(4)])
      expect([...digestOf(end)], `${length}`).toEqual(await words(beginning + end))
  }
})

it('a nonce is found that the server will find right', async () => {
  const challenge = 'v1.1796030000.c29tZXRoaW5nIHRoYXQgdGhlIHNlcnZlciBoYXMgc2lnbmVk'
  const nonce = await findNonce({ challenge, difficulty: 12 })
  expect(nonce.length).toBeLessThan(40)
  expect(leadingZeros(Uint32Array.from(await words(challenge + nonce)))).toBeGreaterThanOrEqual(12)
  expect(leadingZeros(new Uint32Array([0, 1, 0, 0, 0, 0, 0, 0]))).toBe(63)
})
