import { describe, expect, test } from 'vitest'
import { itemsPath } from '../api.ts'
import type { MapLayer } from '../map/map-style.ts'
import { itemsQuery } from './items-query.ts'

const colour = { light: '#000', dark: '#fff' }
const text = (word: string) => ({ sv: word, en: word })
const layer = {
  id: 'police_events',
  categoryBy: 'kind',
  legend: ['theft', 'violence', 'other'].map((value) => ({ value, title: text(value), colour })),
  fields: [
    {
      name: 'kind',
      control: 'choice',
      title: text('kind'),
      required: true,
      readOnly: false,
      section: text('what'),
    },
    {
      name: 'at',
      control: 'datetime',
      title: text('at'),
      required: true,
      readOnly: false,
      section: text('when'),
    },
  ],
} as unknown as MapLayer

const path = (view: Parameters<typeof itemsQuery>[1], bbox?: [number, number, number, number]) =>
  decodeURIComponent(itemsPath(layer.id, itemsQuery(layer, view, bbox)))

describe('the list asks for what the map shows', () => {
  test('everything, where nothing is filtered', () => {
    expect(path({ without: {} })).toBe('/api/layers/police_events/items')
  })

  test('the categories left when some are switched off', () => {
    expect(path({ without: { police_events: ['other'] } })).toContain('kind=theft,violence')
  })

  test('nothing, when all are switched off', () => {
    expect(path({ without: { police_events: ['theft', 'violence', 'other'] } })).toMatch(/\?kind=$/)
  })

  test('a period with both ends included', () => {
    expect(path({ without: {}, from: '2026-01-01', to: '2026-01-31' })).toContain('at=2026-01-01..2026-02-01')
  })

  test('an open period', () => {
    expect(path({ without: {}, to: '2026-02-28' })).toContain('at=..2026-03-01')
  })

  test('words and the view of the map', () => {
    expect(path({ without: {}, q: 'Östra' }, [14.1, 56, 14.2, 56.1])).toBe(
      '/api/layers/police_events/items?bbox=14.100000,56.000000,14.200000,56.100000&q=Östra',
    )
  })
})
