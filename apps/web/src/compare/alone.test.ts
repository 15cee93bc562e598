import type { PlanMeasure } from '@trygghetskartan/api/contract-plans'
import { expect, test } from 'vitest'
import type { MapLayer } from '../map/map-style.ts'
import { aloneIn } from './alone.ts'

const field = (name: string, more: object = {}) => ({ name, control: 'text', readOnly: false, ...more })
const lamps = {
  id: 'lamps',
  categoryBy: 'status',
  fields: [
    field('title'),
    field('status'),
    field('plan_id', { control: 'plan' }),
    field('updated_at', { readOnly: true }),
  ],
} as unknown as MapLayer
const lamp = (id: string, lon: number, properties: Record<string, unknown> = {}): PlanMeasure => ({
  id,
  layer: 'lamps',
  version: 1,
  geometry: { type: 'Point', coordinates: [lon, 56] },
  properties: { title: 'Stolpe', status: 'idea', plan_id: id[0], updated_at: id, ...properties },
})
const told = (plans: Record<string, PlanMeasure[]>) =>
  Object.fromEntries(
    [...aloneIn(new Map(Object.entries(plans)), [lamps])].map(([plan, ids]) => [plan, [...ids]]),
  )

test('a copy that nobody has changed is no difference, whatever its plan, status and dates', () => {
  expect(told({ a: [lamp('a1', 14)], b: [lamp('b1', 14, { status: 'proposed' })] })).toEqual({ a: [], b: [] })
})

test('a copy that is moved or changed is alone in both plans', () => {
  expect(told({ a: [lamp('a1', 14)], b: [lamp('b1', 14.1)] })).toEqual({ a: ['a1'], b: ['b1'] })
  expect(told({ a: [lamp('a1', 14)], b: [lamp('b1', 14, { title: 'Bänk' })] })).toEqual({
    a: ['a1'],
    b: ['b1'],
  })
})

test('what two of three plans have is alone in none', () => {
  expect(told({ a: [lamp('a1', 14)], b: [lamp('b1', 14)], c: [lamp('c1', 15)] })).toEqual({
    a: [],
    b: [],
    c: ['c1'],
  })
})
