import { sha256After } from './sha256.ts'

/** What is asked: so many zero bits at the beginning of SHA-256 of the challenge and what is found. */
export interface ProofTask {
  readonly challenge: string
  readonly difficulty: number
}

/** The search is broken off so often that whatever runs it stays awake, in tries: some tenths of a second on a slow phone. */
const stretch = 20_000

/** Number of zero bits that a digest begins with. */
export function leadingZeros(digest: Uint32Array): number {
  let bits = 0
  for (const word of digest) {
    if (word !== 0) return bits + Math.clz32(word)
    bits += 32
  }
  return bits
}

/** Finds a nonce, some 2 to the power of `difficulty` tries away. */
export async function findNonce(
  { challenge, difficulty }: ProofTask,
  rest: () => Promise<unknown> = () => new Promise((resolve) => setTimeout(resolve)),
): Promise<string> {
  const digestOf = sha256After(challenge)
  for (let n = 0; ; n++) {
    if (leadingZeros(digestOf(String(n))) >= difficulty) return String(n)
    if (n % stretch === stretch - 1) await rest()
  }
}
