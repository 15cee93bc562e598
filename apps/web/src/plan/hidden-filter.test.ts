import { featureFilter } from '@maplibre/maplibre-gl-style-spec'
import type { FilterSpecification } from 'maplibre-gl'
import { expect, it } from 'vitest'
import { hiddenFilter, hidesIn, shownFilter } from './hidden-filter.ts'

const own: FilterSpecification = ['==', ['get', 'status'], 'idea']
const passes = (filter: FilterSpecification, properties: Record<string, unknown>) =>
  featureFilter(filter as never, 'layers[0].filter').filter(
    { zoom: 15 } as never,
    { type: 1, properties } as never,
  )

it('leaves out the named objects and keeps the layer’s own filter', () => {
  const filter = hiddenFilter(own, ['a'])
  expect(passes(filter, { id: 'a', status: 'idea' })).toBe(false)
  expect(passes(filter, { id: 'b', status: 'idea' })).toBe(true)
  expect(passes(filter, { id: 'b', status: 'built' })).toBe(false)
  expect(passes(hiddenFilter(undefined, ['a']), { id: 'b' })).toBe(true)
})

it('gives the layer’s own filter back', () => {
  expect(shownFilter(hiddenFilter(own, ['a', 'b']))).toEqual(own)
  expect(shownFilter(hiddenFilter(undefined, ['a']))).toBeUndefined()
  expect(shownFilter(own)).toBe(own)
  expect(hidesIn(hiddenFilter(own, ['a', 'b']))).toEqual(['a', 'b'])
  expect(hidesIn(own)).toEqual([])
})
