import { describe, expect, it } from 'vitest'
import { apply, type Change, differences, type PlanObject, type PlanState, sameValue } from './changes.ts'

const lamp: PlanObject = {
  id: '0d7f3c0e-8e0f-4a55-8d4c-3f0a9cf1a001',
  layer: 'lighting_upgrades',
  geometry: { type: 'Point', coordinates: [14.1567, 56.0294] },
  properties: { title: 'Lampa vid gångtunneln', status: 'idea', cost_sek: 45_000 },
}
const state: PlanState = new Map([[lamp.id, lamp]])

const changes: Change[] = [
  { type: 'create', object: { ...lamp, id: 'new' } },
  { type: 'change', id: lamp.id, properties: { title: 'Två lampor', cost_sek: 90_000 } },
  { type: 'change', id: lamp.id, geometry: { type: 'Point', coordinates: [14.16, 56.03] } },
  { type: 'delete', id: lamp.id },
  { type: 'status', id: lamp.id, to: 'proposed' },
]

describe('a change', () => {
  it.each(changes)('of type $type is taken back by its reverse', (change) => {
    const { state: after, reverse } = apply(state, change)
    expect(after).not.toEqual(state)
    expect(apply(after, reverse).state).toEqual(state)
  })

  it('is taken back to nothing where there was nothing', () => {
    const { state: after, reverse } = apply(state, {
      type: 'change',
      id: lamp.id,
      properties: { responsible: 'Gatukontoret' },
    })
    expect(reverse).toMatchObject({ properties: { responsible: null } })
    expect(apply(after, reverse).state.get(lamp.id)?.properties.responsible).toBeNull()
  })

  it('leaves the state it was given as it was', () => {
    apply(state, { type: 'delete', id: lamp.id })
    expect(state.get(lamp.id)).toBe(lamp)
  })

  it('about an object that is not there is misuse', () => {
    expect(() => apply(state, { type: 'delete', id: 'gone' })).toThrow('No object gone')
    expect(() => apply(state, { type: 'create', object: lamp })).toThrow('already')
  })

  it('can be reversed many times over, in order', () => {
    const done = changes.slice(1, 3).reduce<{ state: PlanState; reverses: Change[] }>(
      (so, change) => {
        const { state: next, reverse } = apply(so.state, change)
        return { state: next, reverses: [reverse, ...so.reverses] }
      },
      { state, reverses: [] },
    )
    expect(done.reverses.reduce((s, reverse) => apply(s, reverse).state, done.state)).toEqual(state)
  })
})

it('names what differs, geometry among it, and takes nothing for the same nothing', () => {
  expect(
    differences(lamp, { ...lamp, properties: { ...lamp.properties, title: 'X', responsible: '' } }),
  ).toEqual(['title'])
  expect(differences(lamp, { ...lamp, geometry: { type: 'Point', coordinates: [14, 56] } })).toEqual([
    'geometry',
  ])
  expect(sameValue(undefined, null)).toBe(true)
  expect(sameValue([], null)).toBe(true)
  expect(sameValue([1, 2], [1, 2])).toBe(true)
})
