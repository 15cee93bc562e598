import { metresBetween } from '@trygghetskartan/geo'
import { describe, expect, it } from 'vitest'
import { coordinateSystems, readCoordinates, splitPasted, writeCoordinates } from './coordinates.ts'
import type { Position } from './sketch.ts'

const square: Position = [14.15667, 56.02937]
const [wgs84, national, local] = coordinateSystems

describe('coordinates', () => {
  it.each(coordinateSystems)('come back from $title as they were typed', (system) => {
    const back = readCoordinates(writeCoordinates(square, system), system) as Position
    expect(metresBetween(back, square)).toBeLessThan(0.15)
  })

  it('are read with decimal comma and spaces between thousands', () => {
    const typed = writeCoordinates(square, local)
    const swedish = { first: typed.first.replace('.', ','), second: typed.second.replace(/^(\d{3})/, '$1 ') }
    expect(readCoordinates(swedish, local)).toEqual(readCoordinates(typed, local))
  })

  it('stand in the ranges of Kristianstad', () => {
    const { first, second } = writeCoordinates(square, national)
    expect(Number(first)).toBeGreaterThan(6_205_000)
    expect(Number(first)).toBeLessThan(6_215_000)
    expect(Number(second)).toBeGreaterThan(440_000)
    expect(Number(second)).toBeLessThan(455_000)
  })

  it('are refused where they are no numbers or not on Earth', () => {
    expect(readCoordinates({ first: '', second: '14' }, wgs84)).toBeNull()
    expect(readCoordinates({ first: '56.0.1', second: '14' }, wgs84)).toBeNull()
    expect(readCoordinates({ first: '156', second: '14' }, wgs84)).toBeNull()
  })

  it.each([
    ['56.02937, 14.15667', { first: '56.02937', second: '14.15667' }],
    ['56.02937,14.15667', { first: '56.02937', second: '14.15667' }],
    ['56,02937; 14,15667', { first: '56,02937', second: '14,15667' }],
    ['6212345,5\t447567,2', { first: '6212345,5', second: '447567,2' }],
    ['6212345 447567', { first: '6212345', second: '447567' }],
  ])('are split when pasted together: %s', (text, expected) => {
    expect(splitPasted(text)).toEqual(expected)
  })

  it('are left alone when one number is pasted', () => {
    expect(splitPasted('56,02937')).toBeNull()
    expect(splitPasted('Vasagatan')).toBeNull()
  })
})
