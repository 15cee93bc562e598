import type { Bytes } from '../byte-source.ts'
import { emptyFile } from '../byte-source.ts'
import { JsonScanner } from './json-scanner.ts'

export type JsonEvent =
  /** What stands in the top-level object ahead of the streamed array. */
  | { readonly head: unknown }
  /** One element of the streamed array. `index` counts from 0 over the file. */
  | { readonly element: unknown; readonly index: number; readonly line: number }
  /** An element, or a line of a line-delimited file, that is not JSON. */
  | { readonly broken: string; readonly index: number; readonly line: number }
  /** One whole value at the top of the file; the streamed array in it is empty. `streamed`: it had one. */
  | { readonly root: unknown; readonly line: number; readonly streamed: boolean }

/**
 * Reads JSON of any size piece by piece: the elements of the array called `member` in a top-level object, or of a top-level
 * array, one by one; and each top-level value (so line-delimited files too). Holds one element at a time.
 * Throws FormatError: empty-file, truncated, too-large, not-utf8, not-json.
 */
export async function* streamJson(input: Bytes, member: string): AsyncGenerator<JsonEvent> {
  const scanner = new JsonScanner(member)
  for await (const chunk of input) {
    scanner.feed(chunk)
    yield* scanner.take()
  }
  scanner.end()
  yield* scanner.take()
  if (scanner.isEmpty) throw emptyFile()
}
