import type { PlanDifference } from '@trygghetskartan/api/contract-plans'
import type { Geometry } from 'geojson'
import { expect, test } from 'vitest'
import { featuresOf } from './differences-overlay.ts'

const at = (lon: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lon, lat] })
const difference = (
  change: PlanDifference['change'],
  before: Geometry | null,
  after: Geometry | null,
): PlanDifference => ({
  id: 'm',
  layer: 'camera_sites',
  title: 'Torget',
  change,
  before,
  after,
  fields: {},
  by: 'Anna',
  at: '2026-11-22T10:00:00Z',
})
const drawn = (one: PlanDifference) =>
  featuresOf(one).map(({ properties }) => [properties?.role, properties?.sign])

test('what came bears a plus and what went a minus, so that no colour is needed', () => {
  expect(drawn(difference('added', null, at(14, 56)))).toEqual([['added', '+']])
  expect(drawn(difference('removed', at(14, 56), null))).toEqual([['removed', '−']])
})

test('what was moved leaves a ghost, and an arrow turned towards where it is now', () => {
  const features = featuresOf(difference('changed', at(14, 56), at(14, 56.001)))
  expect(features.map(({ properties }) => properties?.role)).toEqual(['before', 'after', 'arrow', 'arrow'])
  expect(features[3]?.properties).toMatchObject({ sign: '▲', turn: 0 })
  const east = featuresOf(difference('changed', at(14, 56), at(14.001, 56)))
  expect(east[3]?.properties?.turn).toBeCloseTo(90)
})

test('what changed in its fields alone stands where it is, without a ghost', () => {
  expect(drawn(difference('changed', at(14, 56), at(14, 56)))).toEqual([['after', undefined]])
})
