/** Bytes as a stream of chunks of the given size. */
export async function* chunked(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size)
}

export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text)
