import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editBetween, movedBy } from './text-edit.ts'

describe('the edit between two texts', () => {
  test('is the smallest, and lies where the caret is', () => {
    expect(editBetween('Lugn vecka', 'Lugn, kall vecka', 10)).toEqual({
      at: 4,
      removed: 0,
      inserted: ', kall',
    })
    expect(editBetween('aaa', 'aaaa', 1)).toEqual({ at: 0, removed: 0, inserted: 'a' })
    expect(editBetween('aaaa', 'aaa', 2)).toMatchObject({ at: 2, removed: 1 })
    expect(editBetween('samma', 'samma')).toBeNull()
    // No half of a letter beyond the first plane.
    expect(editBetween('x😀', 'x😁')).toEqual({ at: 1, removed: 2, inserted: '😁' })
  })

  test('makes the one of the other, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'å', ' ', '😀'), maxLength: 14 })
    fc.assert(
      fc.property(text, text, fc.nat(14), (before, after, caret) => {
        const edit = editBetween(before, after, Math.min(caret, after.length))
        const made = edit
          ? before.slice(0, edit.at) + edit.inserted + before.slice(edit.at + edit.removed)
          : before
        expect(made).toBe(after)
      }),
    )
  })
})

describe('a caret', () => {
  test('stays with the letters about it when somebody else writes', () => {
    expect(movedBy([{ insert: 'abc' }], 5)).toBe(8)
    expect(movedBy([{ retain: 6 }, { insert: 'abc' }], 5)).toBe(5)
    expect(movedBy([{ retain: 5 }, { insert: 'abc' }], 5)).toBe(5)
    expect(movedBy([{ retain: 5 }, { insert: 'abc' }], 5, false)).toBe(8)
    expect(movedBy([{ retain: 2 }, { delete: 6 }], 5)).toBe(2)
    expect(movedBy([{ delete: 2 }, { retain: 2 }, { insert: 'x' }], 5)).toBe(4)
  })
})
