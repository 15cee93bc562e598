import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

describe('the difference of two texts', () => {
  test('is told in words', () => {
    expect(wordDiff('Lugn vecka i centrum.', 'Orolig vecka i centrum och hamnen.')).toEqual([
      { kind: 'removed', text: 'Lugn ' },
      { kind: 'added', text: 'Orolig ' },
      { kind: 'same', text: 'vecka i ' },
      { kind: 'removed', text: 'centrum.' },
      { kind: 'added', text: 'centrum och hamnen.' },
    ])
    expect(wordDiff('Samma', 'Samma')).toEqual([{ kind: 'same', text: 'Samma' }])
    expect(wordDiff('', '')).toEqual([])
  })

  test('holds all of both texts', () => {
    const text = fc.array(fc.constantFrom('a ', 'b ', 'c\n', 'd')).map((words) => words.join(''))
    fc.assert(
      fc.property(text, text, (older, newer) => {
        const parts = wordDiff(older, newer)
        const without = (kind: 'removed' | 'added') =>
          parts.filter((part) => part.kind !== kind).map((part) => part.text)
        expect(without('added').join('')).toBe(older)
        expect(without('removed').join('')).toBe(newer)
      }),
    )
  })
})
