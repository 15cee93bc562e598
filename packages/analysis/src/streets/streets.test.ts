import { isRefusal, type Position } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyIncident, selectIncidents } from '../incidents/filter.ts'
import { areaOf, rectangle } from '../testing/areas.ts'
import { incidentsAt } from '../testing/incidents.ts'
import { binOnStreets, perHundredMetres, segmentNeighbours } from './bin.ts'
import { nearestSegment } from './nearest-segment.ts'
import { streetSegments } from './segments.ts'

const area = areaOf(rectangle(0, 0, 1000, 1000))
const segmentsOf = (lines: readonly Position[][], longest?: number) => {
  const answer = streetSegments(lines, area, longest)
  if (isRefusal(answer)) throw new Error(answer.text.en)
  return answer
}
/** A street east, one that crosses it, and a bridge over it that shares no corner. */
const crossing: Position[][] = [
  [
    [100, 500],
    [250, 500],
    [400, 500],
  ],
  [
    [250, 350],
    [250, 500],
    [250, 650],
  ],
  [
    [180, 400],
    [180, 600],
  ],
]

describe('street segments', () => {
  it('end where streets meet, and meet there', () => {
    const segments = segmentsOf(crossing, 200)
    expect([...segments.metres]).toEqual([150, 150, 150, 150, 200])
    expect([...segments.line]).toEqual([0, 0, 1, 1, 2])
    const { start, index } = segmentNeighbours(segments)
    expect([...index.subarray(start[0]!, start[1]!)]).toEqual([1, 2, 3])
    expect(start[5]! - start[4]!).toBe(0)
  })

  it('are cut into equal parts and clipped to the area by their middles', () => {
    const bent = segmentsOf(
      [
        [
          [0, 100],
          [130, 100],
          [130, 250],
        ],
      ],
      100,
    )
    expect([...bent.metres].map(Math.round)).toEqual([93, 93, 93])
    expect(bent.metres.reduce((sum, metres) => sum + metres, 0)).toBeCloseTo(280, 9)
    const { start, index } = segmentNeighbours(bent)
    expect([...index.subarray(start[1]!, start[2]!)]).toEqual([0, 2])
    const leaving = segmentsOf(
      [
        [
          [900, 100],
          [1300, 100],
        ],
      ],
      100,
    )
    expect(leaving.length).toBe(1)
    // A loop meets itself.
    const loop = segmentsOf(
      [
        [
          [100, 100],
          [200, 100],
          [200, 200],
          [100, 100],
          [50, 100],
        ],
      ],
      1000,
    )
    expect(loop.length).toBe(2)
  })

  it('take the places nearest to them within reach, as looking at every part would', () => {
    const segments = segmentsOf(crossing, 40)
    const nearest = nearestSegment(segments, 30)
    const { corners, start } = segments
    const away = (segment: number, x: number, y: number): number => {
      let least = Infinity
      for (let k = start[segment]!; k + 1 < start[segment + 1]!; k++)
        for (let share = 0; share <= 1; share += 0.001)
          least = Math.min(
            least,
            Math.hypot(
              x - corners[2 * k]! - share * (corners[2 * k + 2]! - corners[2 * k]!),
              y - corners[2 * k + 1]! - share * (corners[2 * k + 3]! - corners[2 * k + 1]!),
            ),
          )
      return least
    }
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 450 }), fc.integer({ min: 300, max: 700 }), (x, y) => {
        const distances = Array.from({ length: segments.length }, (_, segment) => away(segment, x, y))
        const least = Math.min(...distances)
        const found = nearest(x, y)
        if (found < 0) expect(least).toBeGreaterThan(29.9)
        else expect(distances[found]).toBeLessThan(least + 0.1)
      }),
      { numRuns: 60 },
    )
    expect(nearest(Number.NaN, 500)).toBe(-1)
  })

  it('count incidents in all and per 100 m, and tell what lies off the street', () => {
    const segments = segmentsOf(crossing, 200)
    const incidents = incidentsAt([
      { x: 300, y: 510 },
      { x: 310, y: 495 },
      { x: 320, y: 500 },
      { x: 800, y: 800 },
    ])
    const selection = selectIncidents(incidents, everyIncident)
    if (isRefusal(selection)) throw new Error(selection.code)
    const binned = binOnStreets(segments, incidents, selection)
    if (isRefusal(binned)) throw new Error(binned.code)
    expect([...binned.counts]).toEqual([0, 3, 0, 0, 0])
    expect(binned).toMatchObject({ n: 3, total: 3, outside: 1 })
    expect(perHundredMetres(segments, binned.counts)[1]).toBe(2)
    const [far] = [incidentsAt([{ x: 800, y: 800 }])]
    const chosen = selectIncidents(far!, everyIncident)
    if (isRefusal(chosen)) throw new Error(chosen.code)
    expect(binOnStreets(segments, far!, chosen)).toMatchObject({ code: 'streets-miss-incidents' })
  })

  it('are refused where there are none', () => {
    expect(streetSegments([], area)).toMatchObject({ code: 'no-streets' })
    expect(
      streetSegments(
        [
          [
            [5000, 0],
            [5100, 0],
          ],
        ],
        area,
      ),
    ).toMatchObject({ code: 'no-streets' })
    expect(streetSegments(crossing, area, 1)).toMatchObject({ code: 'segment-length' })
  })
})
