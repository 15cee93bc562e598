import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createProofs, solve } from './proof.ts'

const secret = 'only for tests'
const minutes = 60_000

test('a proof is a nonce that makes the digest begin with so many zero bits', () => {
  const proofs = createProofs(secret, 10)
  const made = proofs.make()
  const proof = solve(made)
  const digest = createHash('sha256')
    .update(made.challenge + proof.nonce)
    .digest()
  expect(digest.readUInt16BE() >> 6).toBe(0)
  expect(proofs.check(proof)).toEqual({
    sha256: createHash('sha256').update(made.challenge).digest(),
    expiresAt: new Date(made.expiresAt),
  })
})

test('work that is not done, forged or too late proves nothing', () => {
  let now = Date.parse('2026-11-30T12:00:00Z')
  const proofs = createProofs(secret, 10, () => now)
  const proof = solve(proofs.make())
  const [bits, ends, random, signature] = proof.challenge.split('.')
  const forged = (challenge: string) => proofs.check(solve({ challenge, difficulty: 10, expiresAt: '' }))
  expect(proofs.check({ ...proof, nonce: 'not it' })).toBeNull()
  // An easier one, a later end, another secret's, and rubbish.
  expect(forged(`0.${ends}.${random}.${signature}`)).toBeNull()
  expect(forged(`${bits}.${(now + 90 * minutes).toString(36)}.${random}.${signature}`)).toBeNull()
  expect(forged(createProofs('another', 10, () => now).make().challenge)).toBeNull()
  for (const challenge of ['', '.', '...', 'x'.repeat(200), `${proof.challenge}x`, `a.b.c.${signature}`])
    expect(forged(challenge)).toBeNull()
  now += 14 * minutes
  expect(proofs.check(proof)).not.toBeNull()
  now += 1 * minutes
  expect(proofs.check(proof)).toBeNull()
})

test('no challenge comes twice, and one server takes what another with the same secret has made', () => {
  const proofs = createProofs(secret, 1)
  expect(new Set(Array.from({ length: 50 }, () => proofs.make().challenge)).size).toBe(50)
  expect(createProofs(secret, 1).check(solve(proofs.make()))).not.toBeNull()
})
