import { describe, expect, it } from 'vitest'
import { differencesBetween, firstChoices, merge, type Revision } from './merge.ts'

const base: Revision = {
  geometry: { type: 'Point', coordinates: [14.15, 56.03] },
  properties: { title: 'Kamera', responsible: 'Teknik', cost_sek: 80_000, version: 3 },
}
const mine: Revision = {
  geometry: { type: 'Point', coordinates: [14.16, 56.03] },
  properties: { title: 'Kamera vid torget', responsible: 'Teknik', cost_sek: 90_000 },
}
const theirs: Revision = {
  geometry: base.geometry,
  properties: { title: 'Kamera vid stationen', responsible: 'Gatuavdelningen', cost_sek: 80_000, version: 4 },
}
const names = ['title', 'responsible', 'cost_sek']
const found = differencesBetween(base, mine, theirs, names)

describe('two versions of one object', () => {
  it('conflict only where both changed the same thing', () => {
    expect(found.map(({ field, conflict }) => [field, conflict])).toEqual([
      ['title', true],
      ['responsible', false],
      ['cost_sek', false],
      ['geometry', false],
    ])
  })

  it('start from whoever changed each field', () => {
    expect(firstChoices(base, found)).toEqual({
      title: 'mine',
      responsible: 'theirs',
      cost_sek: 'mine',
      geometry: 'mine',
    })
  })

  it('merge to what was chosen, on top of theirs', () => {
    const choices = { ...firstChoices(base, found), title: 'theirs' as const }
    expect(merge(found, choices)).toEqual({ geometry: mine.geometry, properties: { cost_sek: 90_000 } })
    expect(
      merge(found, { title: 'theirs', responsible: 'theirs', cost_sek: 'theirs', geometry: 'theirs' }),
    ).toEqual({})
  })

  it('show nothing where both did the same', () => {
    expect(differencesBetween(base, mine, mine, names)).toEqual([])
  })

  it('can empty a field', () => {
    const emptied = { ...base, properties: { ...base.properties, responsible: undefined } }
    const differences = differencesBetween(base, emptied, base, names)
    expect(merge(differences, { responsible: 'mine' })).toEqual({ properties: { responsible: null } })
  })
})
