/** Place on the Hilbert curve of order 16 of a cell; x and y in 0..65535. After rawrunprotected.com's public-domain version. */
export function hilbert(x: number, y: number): number {
  let a = x ^ y
  let b = 0xffff ^ a
  let c = 0xffff ^ (x | y)
  let d = x & (y ^ 0xffff)

  let A = a | (b >> 1)
  let B = (a >> 1) ^ a
  let C = (c >> 1) ^ (b & (d >> 1)) ^ c
  let D = (a & (c >> 1)) ^ (d >> 1) ^ d

  a = A
  b = B
  c = C
  d = D
  A = (a & (a >> 2)) ^ (b & (b >> 2))
  B = (a & (b >> 2)) ^ (b & ((a ^ b) >> 2))
  C ^= (a & (c >> 2)) ^ (b & (d >> 2))
  D ^= (b & (c >> 2)) ^ ((a ^ b) & (d >> 2))

  a = A
  b = B
  c = C
  d = D
  A = (a & (a >> 4)) ^ (b & (b >> 4))
  B = (a & (b >> 4)) ^ (b & ((a ^ b) >> 4))
  C ^= (a & (c >> 4)) ^ (b & (d >> 4))
  D ^= (b & (c >> 4)) ^ ((a ^ b) & (d >> 4))

  a = A
  b = B
  c = C
  d = D
  C ^= (a & (c >> 8)) ^ (b & (d >> 8))
  D ^= (b & (c >> 8)) ^ ((a ^ b) & (d >> 8))

  a = C ^ (C >> 1)
  b = D ^ (D >> 1)

  const i0 = spread(x ^ y)
  const i1 = spread(b | (0xffff ^ ((x ^ y) | a)))
  return ((i1 << 1) | i0) >>> 0
}

function spread(value: number): number {
  let bits = (value | (value << 8)) & 0x00ff00ff
  bits = (bits | (bits << 4)) & 0x0f0f0f0f
  bits = (bits | (bits << 2)) & 0x33333333
  return (bits | (bits << 1)) & 0x55555555
}

/** Below this many, comparing is faster than counting digits. */
const fewKeys = 4096

/** The places that put `keys` in rising order; equal keys keep their order (radix sort, two passes of 16 bits). */
export function sortedPlaces(keys: Uint32Array): Uint32Array {
  const count = keys.length
  if (count < fewKeys)
    return Uint32Array.from(keys, (_, place) => place).sort((a, b) => keys[a]! - keys[b]! || a - b)
  let from = Uint32Array.from({ length: count }, (_, place) => place)
  let to = new Uint32Array(count)
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(65537)
    for (let i = 0; i < count; i++) starts[((keys[i]! >>> shift) & 0xffff) + 1]!++
    for (let digit = 0; digit < 65536; digit++) starts[digit + 1]! += starts[digit]!
    for (let i = 0; i < count; i++) {
      const place = from[i]!
      to[starts[(keys[place]! >>> shift) & 0xffff]!++] = place
    }
    const swap = from
    from = to
    to = swap
  }
  return from
}
