import type { Catalogue } from './text.ts'

/** Headings of the exported list, in their order. */
export const proposalColumns = {
  number: { sv: 'Nummer', en: 'Number' },
  kind: { sv: 'Åtgärd', en: 'Measure' },
  place: { sv: 'Plats', en: 'Place' },
  latitude: { sv: 'Latitud', en: 'Latitude' },
  longitude: { sv: 'Longitud', en: 'Longitude' },
  direction: { sv: 'Riktning', en: 'Direction' },
  investment: { sv: 'Investering (kr)', en: 'Investment (SEK)' },
  yearly: { sv: 'Per år (kr)', en: 'Per year (SEK)' },
  homes: { sv: 'Bostäder i bild', en: 'Homes in view' },
  added: { sv: 'Poäng den lägger till', en: 'Points it adds' },
  reached: { sv: 'Poäng inom räckhåll', en: 'Points within reach' },
  byExisting: { sv: 'Därav täckta av det som finns', en: 'Of them covered by what is there' },
  byOthers: { sv: 'Därav täckta av de andra', en: 'Of them covered by the others' },
  why: { sv: 'Varför', en: 'Why' },
} satisfies Catalogue
