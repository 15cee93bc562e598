import type { HistoryEntry } from '@trygghetskartan/api/contract'
import { expect, it } from 'vitest'
import { changeBackTo } from './restore.ts'

const entry = (version: number, changes: HistoryEntry['changes'], op: HistoryEntry['op'] = 'update') =>
  ({ version, op, at: `2026-03-0${version}T10:00:00Z`, by: 'Planerare', changes }) as HistoryEntry
const here = { type: 'Point', coordinates: [14.1, 56] }
const there = { type: 'Point', coordinates: [14.2, 56] }
const history = [
  entry(4, { title: ['B', 'C'], updated_at: ['x', 'y'] }),
  entry(3, { geometry: [here, there], status: ['idea', 'proposed'] }),
  entry(2, { title: ['A', 'B'], cost_sek: [null, 100] }),
  entry(1, { title: [null, 'A'] }, 'insert'),
]
const names = new Set(['title', 'cost_sek'])

it('takes each field back to what it was before a version', () => {
  expect(changeBackTo(history, 4, names)).toEqual({ properties: { title: 'B' } })
  expect(changeBackTo(history, 3, names)).toEqual({ geometry: here, properties: { title: 'B' } })
  expect(changeBackTo(history, 2, names)).toEqual({
    geometry: here,
    properties: { title: 'A', cost_sek: null },
  })
})

it('leaves alone what a form does not hold, and the making of the object', () => {
  expect(changeBackTo(history, 1, new Set())).toEqual({ geometry: here })
})
