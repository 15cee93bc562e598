/** A typed array that doubles when it is full. */
export interface Growing<T extends Float64Array | Uint32Array | Uint8Array> {
  items: T
  length: number
}

export const growingFloats = (): Growing<Float64Array> => ({ items: new Float64Array(1024), length: 0 })
export const growingWords = (): Growing<Uint32Array> => ({ items: new Uint32Array(1024), length: 0 })
export const growingBytes = (): Growing<Uint8Array> => ({ items: new Uint8Array(1024), length: 0 })

/** Makes room for `extra` more items. */
export function makeRoom<T extends Float64Array | Uint32Array | Uint8Array>(
  growing: Growing<T>,
  extra: number,
): void {
  const needed = growing.length + extra
  if (needed <= growing.items.length) return
  const Kind = growing.items.constructor as new (length: number) => T
  const grown = new Kind(Math.max(needed, growing.items.length * 2))
  grown.set(growing.items.subarray(0, growing.length) as T)
  growing.items = grown
}

export function push<T extends Float64Array | Uint32Array | Uint8Array>(
  growing: Growing<T>,
  item: number,
): void {
  if (growing.length === growing.items.length) makeRoom(growing, 1)
  growing.items[growing.length++] = item
}
