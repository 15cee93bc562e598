import { expect, test } from 'vitest'
import { onlyStatus, statusInView } from './status-filter.ts'

const row = (value: string) => ({
  value,
  title: { sv: value, en: value },
  colour: { light: '#000', dark: '#fff' },
})
const layers = ['lamps', 'cameras'].map((id) => ({ id, legend: ['idea', 'decided', 'built'].map(row) }))

test('choosing a status leaves just that one in every layer and other layers alone', () => {
  expect(onlyStatus({ walks: ['done'] }, layers, 'decided')).toEqual({
    walks: ['done'],
    lamps: ['idea', 'built'],
    cameras: ['idea', 'built'],
  })
})

test('the chosen status is read back from the view', () => {
  expect(statusInView(onlyStatus({}, layers, 'built'), layers)).toBe('built')
})

test('no status is chosen where several are seen', () => {
  expect(statusInView({}, layers)).toBeNull()
  expect(statusInView({ lamps: ['idea', 'decided'] }, layers)).toBeNull()
})
