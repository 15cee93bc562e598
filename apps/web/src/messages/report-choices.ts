import type { ReportReason, ReportSeason } from '@trygghetskartan/api/contract-reports'
import type { SensitiveFind } from '@trygghetskartan/formats/sensitive-text'
import type { Worded } from './wording.ts'

/** What can be chosen in a report, and what its words are screened for. */

export const reasonWords: Readonly<Record<ReportReason, Worded>> = {
  darkness: { sv: 'Mörkt', en: 'Darkness' },
  broken_lamp: { sv: 'Trasig lampa', en: 'Broken lamp' },
  blocked_view: {
    sv: 'Igenväxt eller skymd sikt',
    en: 'Overgrown or blocked view',
    easy: 'Buskar och träd är i vägen',
  },
  hidden_corner: { sv: 'Undanskymt hörn', en: 'Hidden corner', easy: 'Någon kan gömma sig' },
  deserted: { sv: 'Öde', en: 'Deserted', easy: 'Inga människor' },
  people: { sv: 'Människor som skrämmer', en: 'Frightening people' },
  drugs: { sv: 'Droger eller berusade', en: 'Drugs or drunkenness', easy: 'Droger eller fulla personer' },
  traffic: { sv: 'Trafik', en: 'Traffic', easy: 'Bilar och trafik' },
  decay: { sv: 'Nedskräpat eller förstört', en: 'Litter or damage', easy: 'Skräp eller saker som är sönder' },
  other: { sv: 'Annat', en: 'Other', easy: 'Något annat' },
}

export const seasonWords: Readonly<Record<ReportSeason, Worded>> = {
  all_year: { sv: 'Hela året', en: 'All year' },
  spring: { sv: 'Vår', en: 'Spring' },
  summer: { sv: 'Sommar', en: 'Summer' },
  autumn: { sv: 'Höst', en: 'Autumn' },
  winter: { sv: 'Vinter', en: 'Winter' },
}

export const sensitiveWords: Readonly<Record<SensitiveFind['kind'], Worded>> = {
  'identity-number': { sv: 'Personnummer', en: 'Personal identity number' },
  phone: { sv: 'Telefonnummer', en: 'Phone number' },
  email: { sv: 'E-postadress', en: 'E-mail address' },
  plate: { sv: 'Registreringsnummer', en: 'Number plate' },
  name: { sv: 'Personnamn', en: 'Person’s name' },
}
