import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { ReportChallenge, ReportProof } from '../contract-reports.ts'

/** Long enough for a slow phone to find its nonce and send, over a poor line. */
const milliseconds = 15 * 60_000
const form = /^([0-9a-z]{1,2})\.([0-9a-z]{1,11})\.([\w-]{22})\.([\w-]{43})$/

/** What is kept of a proof once it is used. */
export interface SpentProof {
  readonly sha256: Buffer
  readonly expiresAt: Date
}

export interface Proofs {
  /** A new challenge; nothing is kept of it. */
  make(): ReportChallenge
  /** Null where it was not made here, its time is over, or the work is not done. That it is used once is the database's to see to. */
  check(proof: ReportProof): SpentProof | null
}

/**
 * Proof of work against floods, without third parties and without knowing anybody (Dwork and Naor 1992; the form is that of Hashcash,
 * Back 2002): the challenge is signed by the server, so that it keeps none, and names its own difficulty and end.
 */
export function createProofs(secret: string, difficulty: number, now: () => number = Date.now): Proofs {
  const key = createHmac('sha256', secret).update('proof of work of reports').digest()
  const sign = (said: string): string => createHmac('sha256', key).update(said).digest('base64url')
  return {
    make() {
      const ends = now() + milliseconds
      const said = `${difficulty.toString(36)}.${ends.toString(36)}.${randomBytes(16).toString('base64url')}`
      return {
        challenge: `${said}.${sign(said)}`,
        difficulty,
        expiresAt: new Date(ends).toISOString(),
      }
    },
    check({ challenge, nonce }) {
      const [, bits = '', ends = '', random = '', signature = ''] = form.exec(challenge) ?? []
      if (!timingSafeEqual(digest(sign(`${bits}.${ends}.${random}`)), digest(signature))) return null
      const expiresAt = Number.parseInt(ends, 36)
      if (expiresAt <= now()) return null
      if (leadingZeros(digest(challenge + nonce)) < Number.parseInt(bits, 36)) return null
      return { sha256: digest(challenge), expiresAt: new Date(expiresAt) }
    },
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest()

/** Zero bits before the first one. */
function leadingZeros(bytes: Uint8Array): number {
  const at = bytes.findIndex((byte) => byte !== 0)
  return at < 0 ? bytes.length * 8 : at * 8 + Math.clz32(bytes[at]!) - 24
}

/** Finds a nonce as a client does. For tests and benchmarks. */
export function solve({ challenge, difficulty }: ReportChallenge): ReportProof {
  for (let n = 0; ; n += 1) {
    const nonce = n.toString(36)
    if (leadingZeros(digest(challenge + nonce)) >= difficulty) return { challenge, nonce }
  }
}
