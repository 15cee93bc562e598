import { describe, expect, test } from 'vitest'
import type { LayerDefinition } from './definition.ts'
import type { FieldDescription } from './description.ts'
import { defineLayer, describeLayer, layerById, layers } from './index.ts'

/** The least that can be given. */
const least: Record<string, Record<string, unknown>> = {
  guard_zones: { title: 'Centrum', valid_from: '2026-01-01', valid_to: '2028-12-31' },
  unsafe_reports: { reasons: ['darkness'], received_on: '2026-03-01' },
  reported_places: { month: '2026-03-01' },
  safety_map_cells: { title: 'E447250N6209000', month: '2026-03-01' },
  safety_survey_areas: { title: 'Näsby', year: 2025, share_unsafe: 24.5, respondents: 310 },
  police_events: { kind: 'Rån', precision: 'street' },
  walk_remarks: { kind: 'darkness', walk_id: '00000000-0000-4000-8000-001000000001' },
}
const leastOf = (layer: LayerDefinition) => least[layer.id] ?? { title: 'Namn' }
const codesOf = (layer: LayerDefinition, row: Record<string, unknown>) => {
  const { success, error } = layer.properties.safeParse(row)
  return success ? [] : error.issues.map((issue) => issue.path.join('.'))
}

describe.each(layers.map((layer) => [layer.id, layer] as const))('%s', (_id, layer) => {
  const fields = describeLayer(layer, layer.editable[0] ?? 'police').fields
  const refuses = (field: FieldDescription, value: unknown) =>
    expect(codesOf(layer, { ...leastOf(layer), [field.name]: value }), `${field.name} = ${value}`).toContain(
      field.name,
    )
  const takes = (field: FieldDescription, value: unknown) =>
    expect(
      codesOf(layer, { ...leastOf(layer), [field.name]: value }),
      `${field.name} = ${value}`,
    ).not.toContain(field.name)

  test('the least is enough, and an unknown field is refused', () => {
    expect(codesOf(layer, leastOf(layer))).toEqual([])
    expect(layer.properties.safeParse({ ...leastOf(layer), surname: 'x' }).success).toBe(false)
  })

  test('a form left empty becomes nothing, or what a new object has', () => {
    const empty = Object.fromEntries(
      fields
        .filter((field) => !field.required && !field.readOnly)
        .map((field) => [
          field.name,
          field.control === 'choices' || field.control === 'weekdays' || field.control === 'areas'
            ? []
            : null,
        ]),
    )
    const { data } = layer.properties.safeParse({ ...empty, ...leastOf(layer) })
    for (const name of Object.keys(empty)) {
      const given = leastOf(layer)[name]
      const initial = fields.find((field) => field.name === name)?.initial
      if (given === undefined && initial !== undefined) expect(data?.[name]).toBe(initial)
      else if (given === undefined && typeof data?.[name] !== 'string')
        expect(data?.[name] || null).toBeNull()
    }
  })

  test('a required field is missed', () => {
    for (const field of fields.filter(({ required }) => required)) {
      refuses(field, undefined)
      refuses(field, null)
    }
  })

  test('the bounds a form shows are the bounds', () => {
    for (const field of fields) {
      if (field.minimum !== undefined) {
        takes(field, field.minimum)
        refuses(field, field.minimum - 1)
      }
      if (field.maximum !== undefined) {
        takes(field, field.maximum)
        refuses(field, field.maximum + 1)
        refuses(field, Number.NaN)
      }
      if (field.control === 'integer') refuses(field, field.minimum! + 0.5)
      if (field.maxLength !== undefined) {
        takes(field, 'å'.repeat(field.maxLength))
        refuses(field, 'å'.repeat(field.maxLength + 1))
      }
      if (field.control === 'choice') {
        for (const option of field.options!) takes(field, option.value)
        refuses(field, 'something else')
      }
      if (field.control === 'time') {
        for (const good of ['00:00', '09:30', '23:59']) takes(field, good)
        for (const bad of ['24:00', '9:30', '22.00', '12:60']) refuses(field, bad)
      }
      if (field.control === 'weekdays') {
        takes(field, [5, 6, 7])
        for (const bad of [[0], [8], [1, 1], ['1']])
          expect(codesOf(layer, { ...leastOf(layer), weekdays: bad })).not.toEqual([])
      }
      if (field.control === 'areas') {
        const ring = [[14.1, 56], [14.2, 56], [14.2, 56.1], [14.1, 56]] // biome-ignore format: one shape
        takes(field, [[ring], [ring]])
        for (const bad of [
          [[ring.slice(1)]],
          [ring],
          [[[ring[0], ring[2], ring[1], [14.1, 56.1], ring[0]]]],
          Array(21).fill([ring]),
        ])
          expect(codesOf(layer, { ...leastOf(layer), [field.name]: bad })).not.toEqual([])
      }
      if (field.control === 'date') {
        takes(field, '2026-02-28')
        for (const bad of ['2026-02-29', '28/2 2026', '2026-02-28T00:00:00Z']) refuses(field, bad)
      }
    }
  })
})

test('hours come in pairs, also past midnight and around the clock', () => {
  const areas = layerById('field_worker_areas')!
  const hours = (from: string | null, to: string | null) =>
    codesOf(areas, { title: 'x', hours_from: from, hours_to: to })
  expect(hours('18:00', '02:00')).toEqual([])
  expect(hours('00:00', '00:00')).toEqual([])
  expect(hours(null, null)).toEqual([])
  expect(hours('18:00', null)).toEqual(['hours_to'])
  expect(hours(null, '02:00')).toEqual(['hours_from'])
})

test('a permit ends after it begins and within three years, leap day included', () => {
  const zones = layerById('guard_zones')!
  const permit = (from: string, to: string) => codesOf(zones, { title: 'x', valid_from: from, valid_to: to })
  expect(permit('2026-01-01', '2029-01-01')).toEqual([])
  expect(permit('2026-01-01', '2029-01-02')).toEqual(['valid_to'])
  expect(permit('2026-01-02', '2026-01-01')).toEqual(['valid_to'])
  expect(permit('2024-02-29', '2027-02-28')).toEqual([])
  expect(permit('2024-02-29', '2027-03-01')).toEqual(['valid_to'])
})

test('a complaint of ours speaks both languages', () => {
  const { error } = layerById('guard_zones')!.properties.safeParse({
    title: 'x',
    valid_from: '2026-01-02',
    valid_to: '2026-01-01',
  })
  const issue = error!.issues[0]!
  expect(issue.code === 'custom' && issue.params?.text).toMatchObject({
    sv: expect.any(String),
    en: expect.any(String),
  })
})

test('the walk follows its first meeting and comes before the others', () => {
  const walks = layerById('safety_walks')!
  expect(codesOf(walks, { title: 'x', first_meeting_on: '2026-05-02', walked_on: '2026-05-01' })).toEqual([
    'walked_on',
  ])
  expect(codesOf(walks, { title: 'x', walked_on: '2026-05-02', feedback_on: '2026-05-01' })).toEqual([
    'feedback_on',
  ])
  expect(codesOf(walks, { title: 'x', walked_on: '2026-05-02', rewalk_on: '2026-05-01' })).toEqual([
    'rewalk_on',
  ])
})

test('a layer that contradicts itself stops the start', () => {
  const camera = layerById('camera_sites')!
  expect(() => defineLayer({ ...camera, id: 'Camera sites' })).toThrow('plain database name')
  expect(() => defineLayer({ ...camera, audiences: { public: ['status', 'title'] } })).toThrow(
    'in their order',
  )
  expect(() => defineLayer({ ...camera, audiences: { public: ['title'] } })).toThrow('category status')
  expect(() =>
    defineLayer({ ...camera, editable: ['planner'], audiences: { police: ['title', 'status'] } }),
  ).toThrow('planner edits')
  expect(() => defineLayer({ ...camera, table: ['colour'] })).toThrow('colour')
})
