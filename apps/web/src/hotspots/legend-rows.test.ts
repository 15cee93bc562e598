import { expect, test } from 'vitest'
import { classPaint } from './gi-ramp.ts'
import type { CellsFigure } from './hotspot-protocol.ts'
import { legendRows } from './legend-rows.ts'

const figure = (classes: CellsFigure['classes']): CellsFigure => ({
  kind: 'cells',
  of: 'cells',
  cells: 100,
  classes,
  features: [],
  spots: [],
})

test('the legend says in words what is certain, and in the colours of the map', () => {
  const rows = legendRows(figure({ 3: 4, 0: 96 }), false, 'light')
  expect(rows.map(({ title, n }) => [title.sv, n])).toEqual([
    ['Hotspot, 99 % säker', 4],
    ['Hotspot, 95 % säker', 0],
    ['Trolig hotspot, 90 % säker', 0],
    ['Ofärgat: inte skilt från slumpen', 96],
  ])
  expect(rows[0]!.paint).toEqual(classPaint(3, 'light'))
  expect(rows[3]!.paint.cover).toBe(0)
})

test('what is fewer than expected has its rows where there is any', () => {
  const rows = legendRows(figure({ 3: 1, [-2]: 7, 0: 92 }), false, 'dark')
  expect(rows.map(({ title }) => title.en)).toContain('Fewer than expected, 95% certain')
})

test('compared periods speak of more and fewer, not of hotspots', () => {
  const rows = legendRows(figure({ 1: 2, 0: 98 }), true, 'light')
  expect(rows.map(({ title }) => title.sv)).toEqual([
    'Troligen fler, 90 % säkert',
    'Ofärgat: ingen säker skillnad',
  ])
})
