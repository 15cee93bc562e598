import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeHotspotView } from './hotspots/hotspot-view.ts'
import { weekPresets } from './hotspots/week-hours.ts'
import {
  parseSearch,
  readUrlState,
  stringifySearch,
  type UrlState,
  validateSearch,
  writeUrlState,
} from './url-state.ts'

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/)
const value = fc.stringMatching(/^[a-z0-9_]{1,12}$/)
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const set = <T>(of: fc.Arbitrary<T>) => fc.uniqueArray(of, { maxLength: 4 })

const states: fc.Arbitrary<UrlState> = fc.record(
  {
    camera: fc.record({
      lon: fc.integer({ min: -180_00000, max: 180_00000 }).map((n) => n / 1e5),
      lat: fc.integer({ min: -85_00000, max: 85_00000 }).map((n) => n / 1e5),
      zoom: fc.integer({ min: 0, max: 2200 }).map((n) => n / 100),
    }),
    hidden: set(name),
    without: fc.dictionary(name, fc.uniqueArray(value, { minLength: 1, maxLength: 4 }), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
    from: day,
    to: day,
    q: fc.string({ minLength: 1, maxLength: 40 }),
    selected: fc.record({ layer: name, id: fc.uuid() }),
    list: name,
    task: fc.record({ name, of: fc.oneof(fc.constant(''), fc.uuid(), fc.constant('14.157,56.03')) }),
    hotspots: fc
      .record(
        { method: value, kinds: value, area: fc.constant('box:14.1,56,14.2,56.05') },
        { requiredKeys: [] },
      )
      .filter((texts) => Object.keys(texts).length > 0),
    inView: fc.boolean(),
    language: fc.constantFrom('sv' as const, 'en' as const),
    flavour: fc.constantFrom('light' as const, 'dark' as const),
  },
  { requiredKeys: ['without', 'inView'] },
)

describe('a view', () => {
  test('comes back from its link as it was', () => {
    fc.assert(
      fc.property(states, (state) => {
        const link = stringifySearch(writeUrlState(state))
        expect(readUrlState(validateSearch(parseSearch(link)))).toEqual(state)
      }),
    )
  })

  test('that is the default has an empty link', () => {
    expect(stringifySearch(validateSearch({}))).toBe('')
  })

  test('makes a link that people can read', () => {
    const state = readUrlState({
      at: '14.157,56.03,15',
      off: 'camera_sites',
      without: 'safety_walks:planned,done',
    })
    expect(stringifySearch(writeUrlState(state))).toBe(
      '?at=14.157,56.03,15&off=camera_sites&without=safety_walks:planned,done',
    )
  })

  test('makes a link to hotspots that people can read', () => {
    const hours = weekPresets.find(({ id }) => id === 'weekend_nights')!.hours
    const state = {
      ...readUrlState({ from: '2026-01-01' }),
      hotspots: writeHotspotView({ method: 'gi', hours, cell: 100 }),
    }
    expect(stringifySearch(writeUrlState(state))).toBe(
      '?from=2026-01-01&method=gi&hours=5:18-24,6:0-6.18-24,7:0-6&cell=100',
    )
  })

  test('tells nothing switched off from nothing said', () => {
    expect(readUrlState({}).hidden).toBeUndefined()
    expect(readUrlState(writeUrlState({ hidden: [], without: {}, inView: false })).hidden).toEqual([])
  })

  test('keeps words that are also signs of an address', () => {
    const link = stringifySearch({ q: 'Å & Ö = 100 % #1' })
    expect(parseSearch(link)).toEqual({ q: 'Å & Ö = 100 % #1' })
  })
})

describe('what is malformed in a link is left out', () => {
  test.each([
    ['a camera off the earth', { at: '200,56,15' }],
    ['a camera with a part missing', { at: '14,,15' }],
    ['a camera of words', { at: 'här' }],
    ['a selection without an id', { sel: 'camera_sites' }],
    ['a selection with a path', { sel: 'camera_sites:../../auth' }],
    ['a day that does not exist', { from: '2026-02-30' }],
    ['a language we do not speak', { lang: 'xx' }],
    ['a layer that is markup', { off: '<b>', list: '<script>' }],
    ['a field that is no text', { q: { $ne: 1 } }],
    ['a field that is not ours', { utm_source: 'brev' }],
  ])('%s', (_, search) => {
    expect(validateSearch(search)).toEqual({})
  })

  test('and the rest of the link still holds', () => {
    expect(validateSearch({ at: 'x', sel: 'camera_sites:42', inview: '1' })).toEqual({
      sel: 'camera_sites:42',
      inview: '1',
    })
  })
})
