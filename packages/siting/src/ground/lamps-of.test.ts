import { isRefusal } from '@trygghetskartan/geo'
import { describe, expect, it } from 'vitest'
import { localPlane } from '../local-plane.ts'
import { lumensOf } from '../photometry.ts'
import { at, middle } from '../testing/grounds.ts'
import { lampsOf } from './lamps-of.ts'
import type { KnownLight } from './measure.ts'

const plane = localPlane(middle)
const row = (line: readonly (readonly [number, number])[], light: KnownLight, files = {}) =>
  lampsOf(
    { geometry: { type: 'LineString', coordinates: line.map(([x, y]) => at(x, y)) }, light },
    files,
    plane,
  )
const lamps = (answer: ReturnType<typeof lampsOf>) => {
  if (isRefusal(answer)) throw new Error(answer.text.en)
  return answer.lamps.map(({ x, y, direction }) =>
    [x, y, direction].map((value) => Math.round(value * 1e3) / 1e3 + 0),
  )
}
const code = (answer: ReturnType<typeof lampsOf>) => (isRefusal(answer) ? answer.code : null)
const east = [
  [0, 0],
  [90, 0],
] as const
const north = [
  [0, 0],
  [0, 60],
] as const

describe('the lamps of a measure', () => {
  it('stand along a line by their spacing, with what is left over at both ends', () => {
    expect(
      lamps(
        row(
          [
            [0, 0],
            [100, 0],
          ],
          { spacing: 30, arrangement: 'right', setback: 4 },
        ),
      ),
    ).toEqual([
      [5, -4, 0],
      [35, -4, 0],
      [65, -4, 0],
      [95, -4, 0],
    ])
  })

  it('are spread evenly by their number, which wins over the spacing', () => {
    expect(lamps(row(east, { count: 3, spacing: 5, arrangement: 'left', setback: 3 }))).toEqual([
      [15, 3, 180],
      [45, 3, 180],
      [75, 3, 180],
    ])
  })

  it('stand on both sides abreast, an odd one on the left, or change sides', () => {
    expect(lamps(row(east, { count: 3, arrangement: 'both', setback: 5 }))).toEqual([
      [22.5, 5, 180],
      [22.5, -5, 0],
      [67.5, 5, 180],
    ])
    expect(lamps(row(north, { spacing: 30, arrangement: 'staggered', setback: 5 }))).toEqual([
      [-5, 0, 90],
      [5, 30, 270],
      [-5, 60, 90],
    ])
  })

  it('hang in the middle and light both ways with the lumens they have', () => {
    const answer = row(east, { count: 1, arrangement: 'central', lumens: 4000 })
    expect(lamps(answer)).toEqual([[45, 0, 180]])
    if (isRefusal(answer)) throw new Error(answer.text.en)
    const { planes, gammas, candela } = answer.lamps[0]!.luminaire
    expect(lumensOf(planes, gammas, candela)).toBeCloseTo(4000, 6)
    const n = gammas.length
    const quarter = planes.indexOf(90)
    const behind = planes.indexOf(270)
    expect([...candela.slice(quarter * n, (quarter + 1) * n)]).toEqual([
      ...candela.slice(behind * n, (behind + 1) * n),
    ])
  })

  it('follow a line round its corners', () => {
    const bent = [
      [0, 0],
      [30, 0],
      [30, 30],
    ] as const
    expect(lamps(row(bent, { count: 2, arrangement: 'right', setback: 2 }))).toEqual([
      [15, -2, 0],
      [32, 15, 270],
    ])
  })

  it('carry their maintenance factor, and what is assumed is told', () => {
    const answer = row(east, {})
    if (isRefusal(answer)) throw new Error(answer.text.en)
    expect(answer.lamps).toHaveLength(4)
    expect(answer.lamps[0]).toMatchObject({ height: 5, dimming: 0.8 })
    expect(answer.lumens).toBeCloseTo(3000, 6)
    expect(answer.assumptions.map(({ en }) => en)).toEqual([
      'The mounting height (m) is not given: 5 is assumed.',
      'The maintenance factor is not given: 0.8 is assumed.',
      'No luminaire file is chosen: the project’s generic road luminaire is used.',
      'The flux (lm) is not given: 3000 is assumed.',
      'The arrangement is not given: the poles are assumed to stand on the right of the line.',
      'The distance from the line to the poles (m) is not given: 2 is assumed.',
      'The spacing (m) is not given: 25 is assumed.',
    ])
  })

  it('are one at a point, turned as told or towards what is near, else alike all round', () => {
    const single = (light: KnownLight, towards?: (x: number, y: number) => number | null) => {
      const answer = lampsOf(
        { geometry: { type: 'Point', coordinates: at(3, 4) }, light },
        {},
        plane,
        towards,
      )
      if (isRefusal(answer)) throw new Error(answer.text.en)
      return answer.lamps[0]!
    }
    expect(single({ direction: 45 })).toMatchObject({ direction: 45 })
    expect(single({}, () => 90)).toMatchObject({ direction: 90 })
    expect(single({}).luminaire.planes).toHaveLength(1)
    expect(single({ lumens: 2000 }).luminaire.output).toBeCloseTo(2000, 6)
  })

  it('are refused where they cannot be', () => {
    expect(code(row(east, { spacing: 0 }))).toBe('spacing')
    expect(code(row(east, { count: 0 }))).toBe('count')
    expect(code(row(east, { height: 0 }))).toBe('height')
    expect(code(row(east, { lumens: -5 }))).toBe('lumens')
    expect(code(row(east, { maintenance: 0 }))).toBe('maintenance')
    expect(code(row(east, { height: Number.NaN }))).toBe('height')
    expect(
      code(
        row(
          [
            [5, 5],
            [5, 5],
          ],
          {},
        ),
      ),
    ).toBe('line-without-length')
    expect(
      code(
        row(
          [
            [0, 0],
            [3000, 0],
          ],
          { spacing: 1 },
        ),
      ),
    ).toBe('too-many-lamps')
    expect(code(row(east, { luminaire: 'gone' }))).toBe('unknown-luminaire')
    expect(code(row(east, { luminaire: 'constructor' }))).toBe('unknown-luminaire')
  })

  it('are refused with the reason where their file is no photometry', () => {
    const answer = row(east, { luminaire: 'a' }, { a: { format: 'ldt', text: 'not photometry' } })
    expect(isRefusal(answer) && answer.text.sv).toMatch(/^Armaturfilen går inte att använda\. Rad/)
    const truncated = row(
      east,
      { luminaire: 'a' },
      { a: { format: 'ies', text: 'IESNA:LM-63-2002\nTILT=NONE\n1 1000' } },
    )
    expect(isRefusal(truncated)).toBe(true)
  })
})
