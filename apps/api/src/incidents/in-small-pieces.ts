import { setImmediate } from 'node:timers/promises'

/** Bytes between which others get their turn: packed in a workbook they are a thousand rows or two. */
const pieceBytes = 16_384

/** The same bytes in pieces so small that no answer to anybody waits long while a large table is read. */
export async function* inSmallPieces(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of input)
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      yield chunk.subarray(at, at + pieceBytes)
      await setImmediate()
    }
}
