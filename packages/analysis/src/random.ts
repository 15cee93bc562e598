/** Numbers that look like chance and are the same for the same seed, on every machine. Not for secrets. */
export interface Random {
  /** Even in [0, 1), in steps of 2^-32. */
  next(): number
  /** A whole number in [0, n), n under 2^32; off from even by n / 2^32 at most. */
  below(n: number): number
  /** Puts the first `length` values (all where absent) in an order of chance, in place (Fisher and Yates). */
  shuffle(values: { [index: number]: number; readonly length: number }, length?: number): void
}

/** The seed that every method uses where none is given. */
export const defaultSeed = 20_260_901

/**
 * xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021), its state filled from the seed by
 * SplitMix32. A seed is a whole number; it counts modulo 2^32.
 */
export function seeded(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError('The seed is not a whole number')
  let fill = seed | 0
  const state = Int32Array.from({ length: 4 }, () => {
    fill = (fill + 0x9e3779b9) | 0
    let mixed = fill ^ (fill >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  })

  const bits = (): number => {
    const s1 = state[1]!
    const scrambled = Math.imul(s1, 5)
    const answer = Math.imul((scrambled << 7) | (scrambled >>> 25), 9)
    const s2 = state[2]! ^ state[0]!
    const s3 = state[3]! ^ s1
    state[1] = s1 ^ s2
    state[0] = state[0]! ^ s3
    state[2] = s2 ^ (s1 << 9)
    state[3] = (s3 << 11) | (s3 >>> 21)
    return answer >>> 0
  }
  const next = (): number => bits() / 0x1_0000_0000
  const below = (n: number): number => Math.floor((bits() / 0x1_0000_0000) * n)
  return {
    next,
    below,
    shuffle: (values, length = values.length) => {
      for (let i = length - 1; i > 0; i--) {
        const other = below(i + 1)
        const value = values[i]!
        values[i] = values[other]!
        values[other] = value
      }
    },
  }
}
