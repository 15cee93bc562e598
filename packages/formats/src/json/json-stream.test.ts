import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunked, textBytes } from '../testing/index.ts'
import { type JsonEvent, streamJson } from './json-stream.ts'

async function events(text: string, chunk = 1000): Promise<JsonEvent[]> {
  const all: JsonEvent[] = []
  for await (const event of streamJson(chunked(textBytes(text), chunk), 'features')) all.push(event)
  return all
}

const elements = async (text: string, chunk?: number) =>
  (await events(text, chunk)).flatMap((event) => ('element' in event ? [event.element] : []))

test('any list comes out as it went in, wherever the chunks end', async () => {
  const document = fc.array(fc.jsonValue())
  await fc.assert(
    fc.asyncProperty(document, fc.integer({ min: 1, max: 40 }), fc.boolean(), async (list, chunk, pretty) => {
      const written = JSON.stringify(list, null, pretty ? 2 : undefined)
      const wanted = JSON.parse(written)
      expect(await elements(written, chunk)).toEqual(wanted)
      expect(await elements(`{"a": [1, {"features": [9]}], "features" : ${written}, "b": 2}`, chunk)).toEqual(
        wanted,
      )
    }),
    { numRuns: 150 },
  )
})

test('only the member asked for is streamed, the rest is given as a whole', async () => {
  const all = await events('{"name":"x","other":[1,2],"features":[3],"end":{"features":[4]}}', 3)
  expect(all).toEqual([
    { head: { name: 'x', other: [1, 2], features: [] } },
    { element: 3, index: 0, line: 1 },
    { root: { name: 'x', other: [1, 2], features: [], end: { features: [4] } }, line: 1, streamed: true },
  ])
})

test('each value of a line-delimited file is a root with its line', async () => {
  const all = await events('\u001e{"a":1}\n\u001e{"a":2}\n\n{"a":\n3}\n', 4)
  expect(all).toMatchObject([
    { root: { a: 1 }, line: 1 },
    { root: { a: 2 }, line: 2 },
    { root: { a: 3 }, line: 4 },
  ])
})

test('a broken element is told with its line, the others are read', async () => {
  const all = await events('{"features":[\n1,\nnope,\n[1 2],\n4\n]}')
  expect(all).toMatchObject([
    {},
    { element: 1, line: 2 },
    { line: 3 },
    { line: 4 },
    { element: 4, line: 5 },
    {},
  ])
  expect(all.filter((event) => 'broken' in event)).toHaveLength(2)
})

test.each([
  ['', 'empty-file'],
  ['  \n ', 'empty-file'],
  ['{"features":[{"a":1},{"b"', 'truncated'],
  ['{"features":["open', 'truncated'],
  ['hello', 'not-json'],
  ['}', 'not-json'],
])('%j is refused as %s', async (text, code) => {
  await expect(events(text)).rejects.toMatchObject({ name: 'FormatError', code })
})

test('another encoding is refused, a byte order mark of UTF-8 is not', async () => {
  const latin1 = Uint8Array.from([...'["K'].map((c) => c.charCodeAt(0)).concat([0xe5, 0x6c, 0x22, 0x5d]))
  const reading = async (bytes: Uint8Array) => {
    for await (const _ of streamJson(chunked(bytes), 'features'));
  }
  await expect(reading(latin1)).rejects.toMatchObject({ code: 'not-utf8' })
  await expect(reading(Uint8Array.from([0xff, 0xfe, 0x5b, 0, 0x5d, 0]))).rejects.toMatchObject({
    code: 'not-utf8',
  })
  await expect(reading(textBytes('\uFEFF[1]'))).resolves.toBeUndefined()
})
