import { expect, test } from 'vitest'
import { incidentsAt } from '../testing/incidents.ts'
import { incidentGround } from './incident-ground.ts'
import { placeIn } from './place-in.ts'
import { squareMetresOf } from './study-area.ts'

const town = Array.from({ length: 40 }, (_, i) => ({
  x: 447_050 + 100 * (i % 8),
  y: 6_209_050 + 100 * (i % 5),
}))
const village = Array.from({ length: 10 }, () => ({ x: 452_050, y: 6_209_050 }))

test('ground is where anything has happened and a square about it, not the fields between', () => {
  const ground = incidentGround(incidentsAt([...town, ...village]))!
  expect(ground.polygons).toHaveLength(2)
  expect(squareMetresOf(ground)).toBe((10 * 7 + 3 * 3) * 10_000)
  const isIn = placeIn(ground)
  expect([isIn(447_050, 6_209_050), isIn(452_140, 6_209_140), isIn(450_000, 6_209_050)]).toEqual([
    true,
    true,
    false,
  ])
})

test('what is known to a locality alone is no ground, and neither is one wrong position among many', () => {
  const many = Array.from({ length: 600 }, (_, i) => town[i % town.length]!)
  const right = incidentGround(incidentsAt(many))!
  const coarse = { x: 470_000, y: 6_209_050, precision: 'locality' } as const
  expect(incidentGround(incidentsAt([...many, coarse, { x: 0, y: 0 }]))).toEqual(right)
  expect(incidentGround(incidentsAt([coarse]))).toBeNull()
})
