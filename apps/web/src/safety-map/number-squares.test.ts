import { expect, test } from 'vitest'
import { numberSquares } from './number-squares.ts'

const square = (name: string, area: string) => ({ square: name, area })

test('squares are numbered within their area from the north-west, whatever order they come in', () => {
  const numbers = numberSquares([
    square('E250N6000', 'Söder'),
    square('E500N6250', 'Söder'),
    square('E250N6250', 'Söder'),
    square('E0N6000', ''),
    square('E750N6500', 'Näsby'),
  ])
  expect(Object.fromEntries(numbers)).toEqual({
    E250N6250: 1,
    E500N6250: 2,
    E250N6000: 3,
    E0N6000: 1,
    E750N6500: 1,
  })
})
