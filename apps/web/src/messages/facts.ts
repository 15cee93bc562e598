import type { Text } from '@trygghetskartan/api/contract'
import type { Catalogue } from './text.ts'

/** What is known of a place. */
export const facts = {
  title: { sv: 'Fakta om platsen', en: 'Facts about the place' },
  unnamed: { sv: 'Platsen utan namn', en: 'A place without a name' },
  none: { sv: 'Ingen plats är vald', en: 'No place is chosen' },
  noneHelp: {
    sv: 'Klicka på kartan där ingenting ligger, eller fråga om kartans mitt.',
    en: 'Click the map where nothing lies, or ask about the middle of the map.',
  },
  middle: { sv: 'Fakta om kartans mitt', en: 'Facts about the map’s middle' },
  within: { sv: 'Det som finns inom 50 meter', en: 'What lies within 50 metres' },
  metres: (metres: string) => ({ sv: `${metres} m bort`, en: `${metres} m away` }),
  here: { sv: 'här', en: 'here' },
  inside: (what: string) => ({
    sv: `Platsen ligger i en byggnad${what ? ` (${what})` : ''}. Ljus och insyn räknas bara utomhus.`,
    en: `The place is in a building${what ? ` (${what})` : ''}. Light and view are reckoned outdoors only.`,
  }),

  happened: { sv: 'Vad har hänt här?', en: 'What has happened here?' },
  nothingHappened: {
    sv: 'Inga rapporter och inga händelser med säker plats.',
    en: 'No reports, and no incidents known to be here.',
  },
  incidents: (n: number, months: number) => ({
    sv: `${n} av polisens händelser i rutan på ${months} månader`,
    en: `${n} police incidents in the square in ${months} months`,
  }),
  events: (n: number) => ({
    sv: n === 1 ? '1 av polisens händelser' : `${n} av polisens händelser`,
    en: n === 1 ? '1 police incident' : `${n} police incidents`,
  }),
  suppressed: {
    sv: 'Så få händelser att antalet inte visas.',
    en: 'So few incidents that their number is not shown.',
  },
  byHour: { sv: 'Händelserna i rutan efter klockslag', en: 'Incidents in the square by time of day' },
  hours: (from: number) => ({
    sv: `${two(from)}–${two(from + 3)}`,
    en: `${two(from)}–${two(from + 3)}`,
  }),
  reports: (n: number) => ({
    sv: n === 1 ? '1 rapport om otrygghet' : `${n} rapporter om otrygghet`,
    en: n === 1 ? '1 report of an unsafe place' : `${n} reports of unsafe places`,
  }),
  more: (n: number) => ({ sv: `och ${n} till`, en: `and ${n} more` }),
  survey: (title: string, year: number, share: string, n: number) => ({
    sv: `${title} ${year}: ${share} % känner sig otrygga (${n} svarande)`,
    en: `${title} ${year}: ${share}% feel unsafe (${n} answered)`,
  }),
  walk: (title: string, when: string) => ({
    sv: `Trygghetsvandring: ${title}${when && `, ${when}`}`,
    en: `Safety walk: ${title}${when && `, ${when}`}`,
  }),

  stands: { sv: 'Vad finns här?', en: 'What is here?' },
  noMeasures: { sv: 'Inga egna åtgärder.', en: 'No measures of ours.' },
  ground: { sv: 'Marken', en: 'The ground' },
  planned: { sv: 'Vad planeras här?', en: 'What is planned here?' },
  nothingPlanned: { sv: 'Ingenting är planerat.', en: 'Nothing is planned.' },

  light: { sv: 'Vad lyser här?', en: 'What lights it?' },
  lux: (lux: string) => ({ sv: `${lux} lux på marken`, en: `${lux} lux on the ground` }),
  luxPlanned: (lux: string) => ({
    sv: `Med det som planeras: ${lux} lux`,
    en: `With what is planned: ${lux} lux`,
  }),
  dark: { sv: 'Det är mörkt: ingen känd lampa når hit.', en: 'It is dark: no known lamp reaches here.' },
  dim: {
    sv: 'Mörkare än lägsta klassen för gångväg, P6 (2 lux).',
    en: 'Darker than the lowest class for a path, P6 (2 lux).',
  },
  lampGives: (lux: string) => ({ sv: `${lux} lux`, en: `${lux} lux` }),
  lamp: { sv: 'Gatlampa', en: 'Street lamp' },
  assumed: { sv: 'antagen armatur', en: 'luminaire assumed' },
  assumedCamera: { sv: 'antagen optik', en: 'optics assumed' },
  plannedMark: { sv: 'planerad', en: 'planned' },

  sees: { sv: 'Vem ser platsen?', en: 'Who sees it?' },
  noCamera: { sv: 'Ingen känd kamera ser hit.', en: 'No known camera sees here.' },
  camera: { sv: 'Kamera på kartan', en: 'Camera on the map' },
  density: (density: string, zone: string) => ({
    sv: `${density} px/m${zone && `, räcker till att ${zone.toLowerCase()}`}`,
    en: `${density} px/m${zone && `, enough to ${zone.toLowerCase()}`}`,
  }),
  tooCoarse: (density: string) => ({
    sv: `${density} px/m, för grovt för att bevaka`,
    en: `${density} px/m, too coarse to monitor`,
  }),
  overlooked: (n: number, atLeast: boolean) => ({
    sv:
      n === 1
        ? '1 byggnad kan ha fönster mot platsen'
        : `${atLeast ? 'Minst ' : ''}${n} byggnader kan ha fönster mot platsen`,
    en:
      n === 1
        ? '1 building may have windows towards it'
        : `${atLeast ? 'At least ' : ''}${n} buildings may have windows towards it`,
  }),
  notOverlooked: {
    sv: 'Ingen byggnad inom 60 m har fasad mot platsen.',
    en: 'No building within 60 m faces it.',
  },
  homes: (n: number) => ({
    sv: n === 1 ? 'varav 1 bostadshus' : `varav ${n} bostadshus`,
    en: n === 1 ? 'one of them a residential building' : `${n} of them residential buildings`,
  }),
  openView: (area: string) => ({
    sv: `Härifrån ser man ${area} m² mark inom 60 m.`,
    en: `From here one sees ${area} m² of ground within 60 m.`,
  }),
  copy: { sv: 'Kopiera länk', en: 'Copy link' },
  copied: { sv: 'Länken är kopierad', en: 'The link is copied' },
  lookCloser: { sv: 'Zooma hit', en: 'Zoom here' },
} satisfies Catalogue

const two = (hour: number) => String(hour % 24).padStart(2, '0')

/** Themes of the imported ground, where it names them. */
export const groundThemes: Readonly<Record<string, Text>> = {
  road: { sv: 'Gata eller väg', en: 'Street or road' },
  building: { sv: 'Byggnad', en: 'Building' },
  poi: { sv: 'Verksamhet', en: 'Place of interest' },
  lamp: { sv: 'Gatlampa', en: 'Street lamp' },
  camera: { sv: 'Kamera', en: 'Camera' },
  landuse: { sv: 'Mark', en: 'Land' },
  water: { sv: 'Vatten', en: 'Water' },
  railway: { sv: 'Järnväg', en: 'Railway' },
  address: { sv: 'Adress', en: 'Address' },
  place: { sv: 'Ort', en: 'Place' },
  green: { sv: 'Grönt', en: 'Green' },
}
