import { describe, expect, it } from 'vitest'
import { type KnownBuilding, useOfBuilding } from './building-use.ts'

const known = (more: Partial<KnownBuilding>): KnownBuilding => ({
  ...{ kind: 'yes', footprint: 300, levels: null, height: null, addresses: 0, interests: [] },
  ...more,
})

describe('what a building is used for, and how many homes are in it', () => {
  it('one home to a house, however large', () => {
    expect(useOfBuilding(known({ kind: 'house', footprint: 400 }))).toEqual({ use: 'home', homes: 1 })
  })

  it('flats by floor area: storeys as told, by the height, or as assumed', () => {
    const flats = (more: Partial<KnownBuilding>) =>
      useOfBuilding(known({ kind: 'apartments', ...more })).homes
    expect(flats({ levels: 6 })).toBe(20)
    expect(flats({ height: 19.2 })).toBe(20)
    expect(flats({})).toBe(10)
    // A shop takes the ground floor.
    expect(flats({ levels: 6, interests: ['shop'] })).toBe(17)
  })

  it('as many terraced homes as there are addresses', () => {
    expect(useOfBuilding(known({ kind: 'terrace', addresses: 7 })).homes).toBe(7)
  })

  it('a preschool in a block of flats is both', () => {
    expect(useOfBuilding(known({ kind: 'apartments', interests: ['kindergarten'] }))).toEqual({
      use: 'preschool',
      homes: 7,
    })
  })

  it('a building of no kind lives by its address, and a shed does not', () => {
    expect(useOfBuilding(known({ addresses: 1 })).use).toBe('home')
    expect(useOfBuilding(known({}))).toEqual({ use: 'other', homes: 0 })
    expect(useOfBuilding(known({ addresses: 1, footprint: 20 }))).toEqual({ use: 'other', homes: 0 })
    expect(useOfBuilding(known({ addresses: 1, interests: ['school'] }))).toEqual({ use: 'school', homes: 0 })
  })

  it('people live in a nursing home, and it is care', () => {
    expect(useOfBuilding(known({ interests: ['nursing_home'], levels: 3, addresses: 1 }))).toEqual({
      use: 'care',
      homes: 7,
    })
  })
})
