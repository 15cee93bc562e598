import { type LayerSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import type { Audience, Flavour, LayerDescription, StyleLayer, Text } from './description.ts'
import {
  columnsFor,
  describeLayer,
  grounds,
  layerById,
  layers,
  layersFor,
  measureStatuses,
  statusSteps,
} from './index.ts'

const audiences: readonly Audience[] = ['public', 'reporter', 'planner', 'police', 'admin']
const flavours: readonly Flavour[] = ['light', 'dark']
const descriptions = layers.flatMap((layer) =>
  audiences
    .filter((audience) => layer.audiences[audience])
    .map((audience): [string, LayerDescription] => [
      `${layer.id} for ${audience}`,
      describeLayer(layer, audience),
    ]),
)

test('ids are unique', () => {
  expect(new Set(layers.map((layer) => layer.id)).size).toBe(layers.length)
  const styled = layers.flatMap((layer) => {
    const [audience] = audiences.filter((one) => layer.audiences[one])
    return describeLayer(layer, audience!).style.light.map(({ id }) => id)
  })
  expect(new Set(styled).size).toBe(styled.length)
})

test('who knows which layer is as agreed', () => {
  const staffOnly: Record<string, readonly Audience[]> = {
    patrol_zones: ['police'],
    police_events: ['police'],
    unsafe_reports: ['planner', 'police'],
    field_worker_areas: ['reporter', 'planner', 'police'],
  }
  for (const [id, known] of Object.entries(staffOnly)) {
    expect(audiences.filter((audience) => layersFor(audience).some((layer) => layer.id === id))).toEqual(
      known,
    )
  }
  for (const id of [
    'lighting_upgrades',
    'shrub_clearances',
    'camera_sites',
    'guard_zones',
    'neighbourhood_watch_areas',
    'safety_survey_areas',
    'safety_walks',
    'walk_remarks',
    'reported_places',
    'safety_map_cells',
  ]) {
    expect(Object.keys(layerById(id)!.audiences).sort()).toEqual([...audiences].sort())
  }
})

test('an administrator sees of a layer what the public sees', () => {
  for (const layer of layersFor('admin'))
    expect(columnsFor(layer, 'admin')).toEqual(columnsFor(layer, 'public'))
})

test('a layer is found by its id, in the shipped list or in another', () => {
  expect(layerById('camera_sites')?.title.sv).toBe('Kamerabevakning')
  expect(layerById('camera_sites', [])).toBeUndefined()
  expect(layersFor('police', layers.slice(0, 2)).length).toBe(2)
})

test('an audience that does not know a layer is told nothing of it', () => {
  expect(() => describeLayer(layerById('police_events')!, 'planner')).toThrow('planner does not know')
  expect(columnsFor(layerById('police_events')!, 'planner')).toEqual([])
})

describe.each(layers.map((layer) => [layer.id, layer] as const))('%s', (_id, layer) => {
  const columns = Object.keys(layer.properties.shape)

  test('every property is seen by somebody, and some audience sees them all', () => {
    expect(audiences.some((audience) => columnsFor(layer, audience).join() === columns.join())).toBe(true)
  })

  test('no staff column, and no status of what is not decided, is in what others are told', () => {
    for (const audience of ['public', 'reporter', 'admin'] as const) {
      if (!layer.audiences[audience]) continue
      const told = JSON.stringify(describeLayer(layer, audience))
      for (const column of columns.filter((name) => !columnsFor(layer, audience).includes(name))) {
        expect(told).not.toContain(`"${column}"`)
      }
      expect(told).not.toContain('internal_text')
      if (!layer.measure) continue
      for (const status of measureStatuses.filter((one) => !one.public)) {
        expect(describeLayer(layer, audience).legend.map((row) => row.value)).not.toContain(status.value)
        expect(told).not.toContain(`"${status.value}"`)
        expect(told).not.toContain(status.title.sv)
      }
    }
  })

  test('its categories can be told from the ground, light and dark', () => {
    for (const { value, colour } of layer.categories.values) {
      for (const flavour of flavours) {
        const ratio = contrast(colour[flavour], grounds[flavour].ground)
        expect(ratio, `${value} ${colour[flavour]} on ${flavour}`).toBeGreaterThanOrEqual(3)
      }
    }
  })

  test('its icon is a path in the box of fifteen', () => {
    const numbers = layer.icon.match(/-?\d*\.?\d+/g)?.map(Number) ?? []
    expect(layer.icon).toMatch(/^M[\d\s.,\-a-zA-Z]+$/)
    expect(Math.max(...numbers.map(Math.abs))).toBeLessThanOrEqual(15.1)
  })
})

describe.each(descriptions)('%s', (_name, description) => {
  test('its style is one MapLibre takes', () => {
    for (const flavour of flavours) {
      const problems = validateStyleMin({
        version: 8,
        sources: { tiles: { type: 'vector', tiles: ['https://map.example/{z}/{x}/{y}.mvt'] } },
        layers: description.style[flavour].map(
          (layer) =>
            ({ ...layer, source: 'tiles', 'source-layer': description.id }) as unknown as LayerSpecification,
        ),
      })
      expect(problems.map(({ message }) => message)).toEqual([])
    }
  })

  test('its style reads only what the audience has', () => {
    const fields = new Set(['id', ...description.fields.map((field) => field.name)])
    for (const flavour of flavours) {
      for (const name of propertiesRead(description.style[flavour])) expect(fields).toContain(name)
    }
  })

  test('its legend is its paint', () => {
    for (const flavour of flavours) {
      const arms = JSON.stringify(
        description.legend.flatMap(({ value, colour }) => [value, colour[flavour]]),
      ).slice(1, -1)
      expect(JSON.stringify(description.style[flavour])).toContain(
        `["match",["get","${description.categoryBy}"],${arms},`,
      )
    }
    expect(description.legend.length).toBeGreaterThan(1)
    const field = description.fields.find(({ name }) => name === description.categoryBy)
    expect(field?.options?.map(({ value }) => value)).toEqual(description.legend.map(({ value }) => value))
  })

  test('everything has a name in both languages', () => {
    const texts = textsIn(description)
    expect(texts.length).toBeGreaterThan(10)
    for (const text of texts) {
      expect(text.sv.trim()).not.toBe('')
      expect(text.en.trim()).not.toBe('')
    }
  })

  test('its table shows columns the audience has, the first of them always filled in', () => {
    const fields = new Map(description.fields.map((field) => [field.name, field]))
    expect(description.table.every((name) => fields.has(name))).toBe(true)
    expect(fields.get(description.table[0]!)?.required).toBe(true)
  })

  test('what cannot be changed has nothing to start from', () => {
    for (const field of description.fields) {
      if (field.readOnly || !description.editable) expect(field).not.toHaveProperty('initial')
    }
  })
})

test('steps lead between statuses, from idea to the end', () => {
  const values = measureStatuses.map(({ value }) => value)
  for (const { from, to } of statusSteps) expect(values).toEqual(expect.arrayContaining([from, to]))
  const reached = new Set(['idea'])
  for (const from of reached) for (const step of statusSteps) if (step.from === from) reached.add(step.to)
  expect([...reached].sort()).toEqual([...values].sort())
})

function propertiesRead(style: readonly StyleLayer[]): Set<string> {
  const read = new Set<string>()
  const walk = (node: unknown): void => {
    if (Array.isArray(node) && (node[0] === 'get' || node[0] === 'has')) read.add(String(node[1]))
    if (node && typeof node === 'object') for (const child of Object.values(node)) walk(child)
  }
  walk(style)
  return read
}

function textsIn(node: unknown): Text[] {
  if (!node || typeof node !== 'object') return []
  if ('sv' in node) return [node as Text]
  return Object.values(node).flatMap(textsIn)
}

/** WCAG 2.1 contrast ratio of two #rrggbb colours. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
