import { expect, test } from 'vitest'
import { durationWords, everyWords } from './duration.ts'

test('a duration is said in words', () => {
  expect(durationWords('P5Y').sv).toBe('5 år')
  expect(durationWords('P1Y6M').en).toBe('1 year 6 months')
  expect(durationWords('P30D').sv).toBe('30 dygn')
  expect(durationWords('PT1H').sv).toBe('1 timme')
  expect(durationWords('P1DT12H').en).toBe('1 day 12 hours')
})

test('what is no duration is left as it is', () => {
  expect(durationWords('for ever').sv).toBe('for ever')
})

test('an interval is said in its largest whole unit', () => {
  expect(everyWords(86_400).sv).toBe('varje dygn')
  expect(everyWords(7_200)).toEqual({ sv: 'var 2:a timme', en: 'every 2 hours' })
  expect(everyWords(720).sv).toBe('var 12:e minut')
  expect(everyWords(90).en).toBe('every 90 seconds')
})
