import fc from 'fast-check'
import { expect, it } from 'vitest'
import { amend, record, redo, startHistory, undo } from './undo-history.ts'

it('goes back and forth through the same values', () => {
  const steps = ['a', 'b', 'c'].reduce((history, value) => record(history, value), startHistory(''))
  expect(undo(steps).present).toBe('b')
  expect(redo(undo(steps))).toEqual(steps)
  expect(undo(undo(undo(undo(steps)))).present).toBe('')
})

it('forgets what was undone when something new is done', () => {
  const steps = record(undo(record(startHistory(1), 2)), 3)
  expect(redo(steps)).toBe(steps)
})

it('makes no step of an amended present', () => {
  expect(undo(record(amend(startHistory(1), 2), 3)).present).toBe(2)
})

it('always returns to the start after as many undos as steps', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 150 }), (values) => {
      let history = values.reduce((h, value) => record(h, value), startHistory(-1.5 as number))
      for (const _ of values) history = undo(history)
      expect(history.present).toBe(-1.5)
    }),
  )
})
