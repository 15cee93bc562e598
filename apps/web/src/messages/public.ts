import type { Catalogue } from './text.ts'

/** What everyone sees. */
export const open = {
  title: { sv: 'Vad görs här?', en: 'What is being done here?' },
  lead: {
    sv: 'Trygghetsåtgärder i kartvyn, de närmaste mitten först. Flytta kartan eller sök en plats.',
    en: 'Safety measures in the map’s view, those nearest the middle first. Move the map or search for a place.',
  },
  report: { sv: 'Rapportera otrygg plats', en: 'Report an unsafe place' },
  reportShort: { sv: 'Rapportera', en: 'Report' },
  follow: { sv: 'Följ din rapport', en: 'Follow your report' },
  done: { sv: 'Klart', en: 'Done' },
  underWay: { sv: 'På gång', en: 'Under way' },
  planned: { sv: 'Beslutat', en: 'Decided' },
  prepared: { sv: 'Under beredning', en: 'Being prepared' },
  why: { sv: 'Varför', en: 'Why' },
  doneOn: (day: string) => ({ sv: `Klart ${day}`, en: `Done ${day}` }),
  startedOn: (day: string) => ({ sv: `Påbörjat ${day}`, en: `Begun ${day}` }),
  startsOn: (day: string) => ({ sv: `Börjar ${day}`, en: `Begins ${day}` }),
  readyOn: (day: string) => ({ sv: `väntas klart ${day}`, en: `expected done ${day}` }),
  away: (distance: string) => ({ sv: `${distance} bort`, en: `${distance} away` }),
  showMore: (n: number) => ({ sv: `Visa ${n} till`, en: `Show ${n} more` }),
  none: { sv: 'Inga åtgärder i kartvyn', en: 'No measures in view' },
  noneHelp: {
    sv: 'Zooma ut, flytta kartan eller sök en annan plats.',
    en: 'Zoom out, move the map or search for another place.',
  },
  showWhole: { sv: 'Visa hela området', en: 'Show the whole area' },
  also: { sv: 'Också här', en: 'Also here' },
  emergency: { sv: 'Brott eller fara?', en: 'Crime or danger?' },
  call112: { sv: 'Ring 112', en: 'Call 112' },
  callPolice: { sv: 'inte akut 114 14', en: 'not urgent 114 14' },
  about: { sv: 'Om kartan', en: 'About the map' },
  aboutWhat: (municipality: string) => ({
    sv: `Här visar ${municipality}s kommun och polisen vad som görs för att alla ska vara och känna sig trygga: belysning, röjning av buskage, kamerabevakning, ordningsvakter, grannsamverkan, trygghetsvandringar och mer.`,
    en: `Here the municipality of ${municipality} and the police show what is done for everyone to be and feel safe: lighting, cutting of shrubbery, cameras, guards, neighbourhood watch, safety walks and more.`,
  }),
  aboutList: {
    sv: 'Allt på kartan finns också som lista, med samma filter. Varje vy är en länk som går att dela.',
    en: 'Everything on the map is also in a list, with the same filters. Every view is a link that can be shared.',
  },
  aboutDemo: {
    sv: 'Det här är en demonstration. Åtgärder, händelser och siffror är påhittade.',
    en: 'This is a demonstration. Measures, events and figures are made up.',
  },
  staffView: {
    sv: 'Du är inloggad och ser mer än allmänheten gör.',
    en: 'You are signed in and see more than the public does.',
  },
} satisfies Catalogue
