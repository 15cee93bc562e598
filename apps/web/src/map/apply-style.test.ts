import type { StyleSpecification } from 'maplibre-gl'
import { expect, test } from 'vitest'
import { namesOf, underLabels, withForeign } from './apply-style.ts'

const style = (...ids: string[]): StyleSpecification => ({
  version: 8,
  sources: Object.fromEntries(ids.map((id) => [id, { type: 'vector', tiles: [`/${id}`] }])),
  layers: ids.map((id) => ({ id, type: 'line', source: id, 'source-layer': id })),
})
const ids = (s: StyleSpecification) => [Object.keys(s.sources), s.layers.map(({ id }) => id)]

test('a drawing that others added survives a new style, on top', () => {
  const next = withForeign(style('roads', 'drawing'), style('roads', 'water'), namesOf(style('roads')))
  expect(ids(next)).toEqual([
    ['roads', 'water', 'drawing'],
    ['roads', 'water', 'drawing'],
  ])
})

test('what we took away ourselves does not come back', () => {
  const next = withForeign(style('roads', 'water'), style('roads'), namesOf(style('roads', 'water')))
  expect(ids(next)).toEqual([['roads'], ['roads']])
})

test('what lies on the ground stays below the names, whatever style comes', () => {
  const labelled: StyleSpecification = {
    ...style('roads'),
    layers: [
      ...style('roads').layers,
      { id: 'names', type: 'symbol', source: 'roads', layout: { 'text-field': 'a' } },
    ],
  }
  const current = style('roads', 'shade', 'drawing')
  current.layers[1]!.metadata = underLabels
  const next = withForeign(current, labelled, namesOf(labelled))
  expect(ids(next)[1]).toEqual(['roads', 'shade', 'names', 'drawing'])
})
