import { expect, test } from 'vitest'
import { publishedFile } from './publication.ts'

test('a path has one file, whatever the order of its parameters', () => {
  expect(publishedFile('/api/layers')).toBe('api/layers.json')
  expect(publishedFile('/api/serving?layer=a&id=1')).toBe('api/serving@id=1+layer=a.json')
  expect(publishedFile('/api/serving?id=1&layer=a')).toBe(publishedFile('/api/serving?layer=a&id=1'))
  expect(publishedFile('/api/x?q=../..%2Fy')).toBe('api/x@q=..-..-y.json')
})
