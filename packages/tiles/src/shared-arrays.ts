/** Typed arrays over memory that workers see without copying. */
export const sharedFloats = (length: number): Float64Array =>
  new Float64Array(new SharedArrayBuffer(length * 8))
export const sharedWords = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(length * 4))
export const sharedBytes = (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(length))

export function shareFloats(from: Float64Array): Float64Array {
  const shared = sharedFloats(from.length)
  shared.set(from)
  return shared
}

export function shareWords(from: Uint32Array): Uint32Array {
  const shared = sharedWords(from.length)
  shared.set(from)
  return shared
}
