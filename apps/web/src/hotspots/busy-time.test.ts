import { expect, test } from 'vitest'
import { busyTime } from './busy-time.ts'

const week = (...at: readonly (readonly [day: number, hour: number, n: number])[]) => {
  const hours = new Float64Array(168)
  for (const [day, hour, n] of at) hours[day * 24 + hour]! += n
  return hours
}

test('nights over midnight belong to the evenings they begin', () => {
  const friday = [
    [4, 22, 5],
    [4, 23, 8],
    [5, 0, 9],
    [5, 2, 4],
  ] as const
  const saturday = friday.map(([day, hour, n]) => [day + 1, hour, n] as const)
  const found = busyTime(week(...friday, ...saturday, [2, 14, 3]))
  expect(found?.weekdays).toEqual([5, 6])
  expect(found?.from).toBe(22)
  expect(found?.share).toBeGreaterThan(0.6)
})

test('the night of Sunday runs into Monday', () => {
  expect(busyTime(week([6, 23, 5], [0, 0, 5]))).toMatchObject({ weekdays: [7], from: 22, to: 1 })
})

test('hours alone are told where the weekdays are alike, and nothing where all is spread', () => {
  expect(busyTime(week(...[0, 1, 2, 3, 4, 5, 6].map((day) => [day, 16, 2] as const)))?.weekdays).toEqual([])
  expect(busyTime(new Float64Array(168).fill(1))).toBeNull()
  expect(busyTime(new Float64Array(168))).toBeNull()
})
