import { expect, it } from 'vitest'
import { faultReportOf } from './municipality.ts'

const settings = { faults: null, municipality: { name: 'Borås', code: '1490' } }

it('faults are reported where the environment says, else where the settings do, else to the municipality', () => {
  expect(faultReportOf({}, settings)).toEqual({ name: 'Borås kommun', url: null })
  expect(faultReportOf({ MUNICIPALITY_NAME: 'Kristianstad' }, settings).name).toBe('Kristianstads kommun')
  const told = { ...settings, faults: 'kommunens kontaktcenter' }
  expect(faultReportOf({}, told)).toEqual({ name: 'kommunens kontaktcenter', url: null })
  const given = { FAULT_REPORT_NAME: 'Borås Energi', FAULT_REPORT_URL: 'https://energi.example.se/fel' }
  expect(faultReportOf(given, told)).toEqual({ name: 'Borås Energi', url: 'https://energi.example.se/fel' })
})
