/** First 32 bits of the fractional parts of the square and cube roots of the first primes (FIPS 180-4, 5.3.3 and 4.2.2). */
const primes = Array.from({ length: 311 }, (_, n) => n + 2).filter((n) => {
  for (let by = 2; by * by <= n; by++) if (n % by === 0) return false
  return true
})
const fraction = (value: number): number => Math.floor((value - Math.floor(value)) * 2 ** 32)
const start = Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))
const rounds = Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))

/**
 * SHA-256 (FIPS 180-4) of many texts that begin alike: what they share is reckoned once. Answers the digest as eight words, the same
 * array each time. The browser's own is asynchronous, and slower by far for texts this short.
 */
export function sha256After(beginning: string): (end: string) => Uint32Array {
  const bytes = new TextEncoder().encode(beginning)
  const shared = bytes.length - (bytes.length % 64)
  const before = start.slice()
  const words = new Uint32Array(64)
  const block = new Uint8Array(64)
  const view = new DataView(block.buffer)
  for (let at = 0; at < shared; at += 64) {
    block.set(bytes.subarray(at, at + 64))
    compress(before, words, view)
  }
  const rest = bytes.subarray(shared)
  const encoder = new TextEncoder()
  const tail = new Uint8Array(256)
  const state = new Uint32Array(8)
  return (end) => {
    tail.fill(0)
    tail.set(rest)
    const { written } = encoder.encodeInto(end, tail.subarray(rest.length))
    const length = rest.length + written
    tail[length] = 0x80
    const blocks = Math.ceil((length + 9) / 64)
    new DataView(tail.buffer).setUint32(blocks * 64 - 4, (shared + length) * 8)
    state.set(before)
    for (let at = 0; at < blocks; at++) {
      block.set(tail.subarray(at * 64, at * 64 + 64))
      compress(state, words, view)
    }
    return state
  }
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

function compress(state: Uint32Array, w: Uint32Array, block: DataView): void {
  for (let i = 0; i < 16; i++) w[i] = block.getUint32(i * 4)
  for (let i = 16; i < 64; i++) {
    const [a, b] = [w[i - 15]!, w[i - 2]!]
    const low = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
    const high = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
    w[i] = (w[i - 16]! + low + w[i - 7]! + high) | 0
  }
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let i = 0; i < 64; i++) {
    const chosen = (e & f) ^ (~e & g)
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + chosen + rounds[i]! + w[i]!) | 0
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state[0]! += a
  state[1]! += b
  state[2]! += c
  state[3]! += d
  state[4]! += e
  state[5]! += f
  state[6]! += g
  state[7]! += h
}
