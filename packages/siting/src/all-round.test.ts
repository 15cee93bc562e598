import { isRefusal } from '@trygghetskartan/geo'
import { describe, expect, it } from 'vitest'
import { allRound, bothWays } from './all-round.ts'
import { intensityAt, lumensOf, luminaireOf } from './photometry.ts'

const made = luminaireOf({
  name: '',
  source: 'generic',
  planes: Float64Array.of(0, 30, 200),
  gammas: Float64Array.of(0, 60, 90),
  candela: Float64Array.of(100, 300, 0, 100, 900, 0, 100, 60, 0),
  lampFlux: null,
  declaredOutput: null,
  power: null,
})
if (isRefusal(made)) throw new Error(made.text.en)
const crooked = made
const lumens = ({ planes, gammas, candela }: typeof crooked) => lumensOf(planes, gammas, candela)

describe('a luminaire of unequal planes', () => {
  it('keeps its lumens as it is made alike all round', () => {
    const round = allRound(crooked)
    expect(lumens(round)).toBeCloseTo(crooked.output, 9)
    for (const c of [0, 77, 200]) expect(intensityAt(round, c, 60)).toBeCloseTo(intensityAt(round, 0, 60), 9)
  })

  it('keeps them as it is made to light both ways, each half the other’s mirror', () => {
    const both = bothWays(crooked)
    expect(lumens(both)).toBeCloseTo(crooked.output, 9)
    for (const c of [0, 30, 115, 200, 300])
      expect(intensityAt(both, c, 40)).toBeCloseTo(intensityAt(both, c + 180, 40), 9)
  })
})
