import { layers } from '@trygghetskartan/layers'
import { expect, test } from 'vitest'
import { differencesOf, type MeasureBetween } from './diff.ts'

const here = { type: 'Point', coordinates: [14.15, 56.03] }
const there = { type: 'Point', coordinates: [14.16, 56.03] }
const camera = {
  geom: here,
  title: 'Kamera',
  status: 'idea',
  plan_id: 'p',
  cost_sek: 90_000,
  weekdays: [5, 6],
  internal_text: null,
  version: 1,
  updated_at: '2026-01-01',
}
const between = (
  was: Record<string, unknown> | null,
  isNow: Record<string, unknown> | null,
  more: Partial<MeasureBetween> = {},
): MeasureBetween => ({ id: 'c', layer: 'camera_sites', was, isNow, by: 'Petra', at: 'then', ...more })
const differences = (...measures: MeasureBetween[]) => differencesOf(measures, layers, 'planner')

test('a change tells the fields that changed, before and after, and nothing the database keeps itself', () => {
  const now = { ...camera, cost_sek: 80_000, weekdays: [5], version: 4, updated_at: '2026-02-01' }
  expect(differences(between(camera, now))).toEqual([
    {
      id: 'c',
      layer: 'camera_sites',
      title: 'Kamera',
      change: 'changed',
      before: here,
      after: here,
      fields: { cost_sek: [90_000, 80_000], weekdays: [[5, 6], [5]] },
      by: 'Petra',
      at: 'then',
    },
  ])
})

test('a move is a change without fields', () => {
  const [moved] = differences(between(camera, { ...camera, geom: there }))
  expect(moved).toMatchObject({ change: 'changed', before: here, after: there, fields: {} })
})

test('what came and what went have one side, and the fields that were filled', () => {
  const [came] = differences(between(null, camera))
  expect(came).toMatchObject({ change: 'added', before: null, after: here, title: 'Kamera' })
  expect(came!.fields).toEqual({
    title: [null, 'Kamera'],
    status: [null, 'idea'],
    cost_sek: [null, 90_000],
    weekdays: [null, [5, 6]],
  })
  const [went] = differences(between(camera, null))
  expect(went).toMatchObject({ change: 'removed', before: here, after: null, title: 'Kamera' })
  expect(went!.fields.cost_sek).toEqual([90_000, null])
})

test('changed and changed back is no difference, nor is a column that came later and is empty', () => {
  expect(differences(between(camera, { ...camera, version: 3, updated_at: 'later' }))).toEqual([])
  expect(differences(between(camera, { ...camera, tilt_deg: null }))).toEqual([])
})

test('layers and columns that the audience does not know are left out', () => {
  const zone = between(null, { ...camera, title: 'Pass' }, { id: 'z', layer: 'patrol_zones' })
  expect(differences(zone)).toEqual([])
  expect(differencesOf([zone], layers, 'police')).toHaveLength(1)
  const lamp = between(
    { ...camera, unknown_column: 1 },
    { ...camera, unknown_column: 2 },
    { layer: 'camera_sites' },
  )
  expect(differences(lamp)).toEqual([])
})

test('they come by layer in the order of the map, then by title', () => {
  const titled = (layer: string, title: string) => between(null, { ...camera, title }, { layer, id: title })
  const all = [titled('camera_sites', 'B'), titled('camera_sites', 'A'), titled('lighting_upgrades', 'Z')]
  const order = layers.map(({ id }) => id)
  const expected = ['camera_sites', 'lighting_upgrades'].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const told = differences(...all)
  expect([...new Set(told.map(({ layer }) => layer))]).toEqual(expected)
  expect(told.filter(({ layer }) => layer === 'camera_sites').map(({ title }) => title)).toEqual(['A', 'B'])
})
