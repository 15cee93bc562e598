import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import type { StyleSpecification } from 'maplibre-gl'
import { describe, expect, test } from 'vitest'
import { composeStyle, dayAfter, type MapLayer, viewFilter } from './map-style.ts'

const text = (word: string) => ({ sv: word, en: word })
const colour = { light: '#0b5a6b', dark: '#74cbdb' }
const section = text('Vad')
const style = (id: string) => [
  { id: `${id}-area`, type: 'fill', paint: { 'fill-color': '#0b5a6b' } },
  {
    id: `${id}-point`,
    type: 'circle',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 5 },
  },
  { id: `${id}-label`, type: 'symbol', layout: { 'text-field': ['get', 'title'], visibility: 'visible' } },
]
const layer = (id: string): MapLayer => ({
  id,
  title: text(id),
  description: text(id),
  group: 'measures',
  geometry: ['Point', 'LineString', 'Polygon'],
  measure: true,
  editable: false,
  fields: [
    { name: 'status', title: text('status'), control: 'choice', required: true, readOnly: false, section },
    {
      name: 'created_at',
      title: text('created'),
      control: 'datetime',
      required: false,
      readOnly: true,
      section,
    },
    {
      name: 'occurred_at',
      title: text('when'),
      control: 'datetime',
      required: false,
      readOnly: false,
      section,
    },
  ],
  table: ['status'],
  categoryBy: 'status',
  legend: [
    { value: 'idea', title: text('idea'), colour },
    { value: 'built', title: text('built'), colour },
  ],
  style: { light: style(id), dark: style(id) },
  icon: 'M0 0L15 0L15 15Z',
  minzoom: 8,
  maxzoom: 22,
  count: 3,
  version: 1,
  tiles: `/api/tiles/${id}/{z}/{x}/{y}.mvt`,
})
const layers = [layer('lamps'), layer('cameras')]
const view = { hidden: [], without: {} }
const origin = 'https://karta.example'
const ids = (composed: StyleSpecification) => composed.layers.map(({ id }) => id)

describe('the composed style', () => {
  test.each(['light', 'dark'] as const)('is valid in %s, with filters, a selection and a mark', (flavour) => {
    const composed = composeStyle({
      flavour,
      layers,
      origin,
      mark: [14.15, 56.03],
      view: {
        hidden: ['cameras'],
        without: { lamps: ['idea'] },
        from: '2026-01-01',
        to: '2026-01-31',
        selected: { layer: 'lamps', id: '1b4e28ba-2fa1-11d2-883f-0016d3cca427' },
      },
    })
    expect(validateStyleMin(composed)).toEqual([])
  })

  test('asks no one but its own server, and for no glyphs', () => {
    const composed = composeStyle({ flavour: 'light', layers, origin, view })
    expect(composed.glyphs).toBeUndefined()
    expect(composed.sprite).toBeUndefined()
    for (const source of Object.values(composed.sources))
      if (source.type === 'vector')
        for (const url of source.tiles ?? []) expect(url).toMatch(/^https:\/\/karta\.example\//)
  })

  test('draws areas under the names of streets and points over them', () => {
    const order = ids(composeStyle({ flavour: 'light', layers, origin, view }))
    expect(order.indexOf('cameras-area')).toBeLessThan(order.indexOf('label-road'))
    expect(order.indexOf('lamps-point')).toBeGreaterThan(order.indexOf('label-road'))
    expect(order.indexOf('lamps-point')).toBeLessThan(order.indexOf('cameras-point'))
  })

  test('keeps a hidden layer, so that showing it again is a change of one word', () => {
    const hidden = composeStyle({ flavour: 'light', layers, origin, view: { ...view, hidden: ['lamps'] } })
    expect(hidden.layers.find(({ id }) => id === 'lamps-label')?.layout?.visibility).toBe('none')
    expect(hidden.layers.find(({ id }) => id === 'cameras-label')?.layout?.visibility).toBe('visible')
  })

  test("keeps a style layer's own filter beside the view's", () => {
    const composed = composeStyle({
      flavour: 'light',
      layers,
      origin,
      view: { ...view, without: { lamps: ['idea'] } },
    })
    const point = composed.layers.find(({ id }) => id === 'lamps-point')
    expect(JSON.stringify(point)).toContain('geometry-type')
    expect(JSON.stringify(point)).toContain('idea')
  })
})

describe("the view's filter of a layer", () => {
  test('is none where nothing is switched off', () => {
    expect(viewFilter(layers[0]!, { without: { other: ['x'] } })).toBeNull()
  })

  test('reads the time of the event, not of the record', () => {
    const filter = JSON.stringify(viewFilter(layers[0]!, { without: {}, from: '2026-01-01' }))
    expect(filter).toContain('occurred_at')
    expect(filter).not.toContain('created_at')
  })

  test('includes the last day whole, over the end of a month and a year', () => {
    expect(dayAfter('2026-12-31')).toBe('2027-01-01')
    expect(dayAfter('2028-02-28')).toBe('2028-02-29')
  })
})
