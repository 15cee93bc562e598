import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readArray, writeArray } from './array-types.ts'

describe('array literals', () => {
  it('come back as they were written, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string())), (items) => {
        expect(readArray(writeArray(items))).toEqual(items)
      }),
    )
  })

  it('come back nested', () => {
    const rows = fc.array(fc.array(fc.string(), { minLength: 1 }), { minLength: 1 })
    fc.assert(
      fc.property(rows, (items) => {
        expect(readArray(writeArray(items))).toEqual(items)
      }),
    )
  })

  it('are read as the server writes them: numbers bare, words quoted where they must be', () => {
    expect(readArray('{1,2,NULL}', Number)).toEqual([1, 2, null])
    expect(readArray('{å,"b c","NULL","\\"x\\\\"}')).toEqual(['å', 'b c', 'NULL', '"x\\'])
    expect(readArray('{}')).toEqual([])
  })
})
