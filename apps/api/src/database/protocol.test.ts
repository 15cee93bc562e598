import { describe, expect, test } from 'vitest'
import { createFramer, createRelay, errorResponse, lastReady, simpleQuery, splitGroups } from './protocol.ts'

const message = (type: string, body = ''): Buffer => {
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(4 + body.length, 1)
  return Buffer.concat([head, Buffer.from(body)])
}
const startUp = Buffer.from([0, 0, 0, 9, 0, 3, 0, 0, 0])
const ready = message('Z', 'I')

describe('what the driver sends', () => {
  test.each([1, 2, 3, 7, 1000])('in pieces of %i bytes comes out as whole messages', (size) => {
    const sent = Buffer.concat([startUp, message('P', 'select 1'), message('S'), simpleQuery('select å')])
    const frame = createFramer()
    const parts: Buffer[] = []
    for (let offset = 0; offset < sent.length; offset += size) {
      const whole = frame(sent.subarray(offset, offset + size))
      if (whole) parts.push(Buffer.from(whole))
    }
    expect(Buffer.concat(parts)).toEqual(sent)
    const ends = parts.map((_, i) => Buffer.concat(parts.slice(0, i + 1)).length)
    const boundaries = [9, 9 + 13, 9 + 13 + 5, sent.length]
    expect(boundaries).toEqual(expect.arrayContaining(ends))
  })

  test('is split after each Sync and each Query, so that each is answered by itself', () => {
    const extended = Buffer.concat([message('P', 'x'), message('B'), message('E'), message('S')])
    const flush = Buffer.concat([message('P', 'y'), message('H')])
    const groups = splitGroups(Buffer.concat([extended, simpleQuery('select 1'), flush]))
    expect(groups.map(({ synced }) => synced)).toEqual([true, true, false])
    expect(groups[0]!.bytes).toEqual(extended)
    expect(groups[2]!.bytes).toEqual(flush)
    expect(splitGroups(startUp)).toEqual([{ bytes: startUp, synced: true }])
  })
})

describe('what the engine answers', () => {
  const answer = Buffer.concat([
    message('T', 'columns'),
    message('D', 'x'.repeat(50)),
    message('C', 'SELECT 1'),
    ready,
  ])

  test.each([1, 3, 6, 64, 1000])('in pieces of %i bytes is passed on unchanged', (size) => {
    const passed: Buffer[] = []
    const relay = createRelay(
      (bytes) => passed.push(Buffer.from(bytes)),
      () => false,
    )
    for (let offset = 0; offset < answer.length; offset += size)
      relay.push(answer.subarray(offset, offset + size))
    expect(Buffer.concat(passed)).toEqual(answer)
    expect(relay.ready()).toBe(true)
  })

  test.each([1, 3, 6, 64])(
    'in pieces of %i bytes ends at a whole message when it is told to stop',
    (size) => {
      for (let stopAt = 0; stopAt < answer.length; stopAt += 1) {
        const passed: Buffer[] = []
        let seen = 0
        const relay = createRelay(
          (bytes) => passed.push(Buffer.from(bytes)),
          () => seen >= stopAt,
        )
        for (let offset = 0; offset < answer.length; offset += size) {
          seen = offset
          relay.push(answer.subarray(offset, offset + size))
        }
        const { length } = Buffer.concat(passed)
        expect([0, 12, 12 + 55, 12 + 55 + 13, answer.length]).toContain(length)
      }
    },
  )

  test('to a broken statement is an error and the state of the transaction', () => {
    expect(errorResponse('XX000', 'no').toString()).toContain('CXX000\0Mno\0\0')
    expect(lastReady(Buffer.concat([message('C', 'x'), message('Z', 'E')]))).toEqual(message('Z', 'E'))
  })
})
