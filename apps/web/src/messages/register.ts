import type { Catalogue } from './text.ts'

/** Words of the register of camera surveillance (förteckning). */
export const register = {
  title: { sv: 'Förteckning över kamerabevakning', en: 'Register of camera surveillance' },
  titleFor: (municipality: string) => ({
    sv: `Kamerabevakning i ${municipality}`,
    en: `Camera surveillance in ${municipality}`,
  }),
  leadPublic: {
    sv: 'Här står varje kamera som kommunen har beslutat om och ansvarar för: varför den finns, när den bevakar, hur länge bilderna sparas och vem du kan fråga. En kamera står kvar i fem år efter att bevakningen har upphört.',
    en: 'Every camera the municipality has decided on and is responsible for: why it is there, when it watches, how long pictures are kept and whom you can ask. A camera stays here for five years after its surveillance has ended.',
  },
  leadStaff: {
    sv: 'Följer av sig själv ur kartan: beslutade kameror, i drift och avslutade de senaste fem åren.',
    en: 'Follows by itself from the map: cameras decided, in operation, and ended in the last five years.',
  },
  open: { sv: 'Förteckning över kameror', en: 'Register of cameras' },
  none: { sv: 'Ingen kamerabevakning att redovisa', en: 'No camera surveillance to show' },
  camera: { sv: 'Kamera', en: 'Camera' },
  /** The map shows no camera that has ended: its legend has no word for it. */
  ended: { sv: 'Avslutad', en: 'Ended' },
  status: { sv: 'Status', en: 'Status' },
  purpose: { sv: 'Varför', en: 'Why' },
  hours: { sv: 'När', en: 'When' },
  aroundTheClock: { sv: 'Dygnet runt', en: 'Around the clock' },
  storage: { sv: 'Sparas', en: 'Kept' },
  storageDays: (n: number) => ({
    sv: n === 0 ? 'Inget spelas in' : n === 1 ? '1 dygn' : `${n} dygn`,
    en: n === 0 ? 'Nothing is recorded' : n === 1 ? '1 day' : `${n} days`,
  }),
  sound: { sv: 'Ljud', en: 'Sound' },
  soundOn: { sv: 'Ljud spelas in', en: 'Sound is recorded' },
  soundOff: { sv: 'Inget ljud', en: 'No sound' },
  responsible: { sv: 'Ansvarig', en: 'Responsible' },
  contact: { sv: 'Kontakt', en: 'Contact' },
  period: { sv: 'Tid', en: 'Time' },
  since: (day: string) => ({ sv: `sedan ${day}`, en: `since ${day}` }),
  endedOn: (day: string) => ({ sv: `avslutad ${day}`, en: `ended ${day}` }),
  keptUntil: (day: string) => ({
    sv: `dokumentationen sparas till ${day}`,
    en: `documentation kept until ${day}`,
  }),
  dossier: { sv: 'Intresseavvägning', en: 'Balancing of interests' },
  dossierOf: (name: string) => ({
    sv: `Intresseavvägning för ${name}`,
    en: `Balancing of interests for ${name}`,
  }),
  dossierMissing: { sv: 'Saknas', en: 'Missing' },
  dossierOutdated: {
    sv: 'Kameran har ändrats sedan signeringen',
    en: 'The camera has changed since it was signed',
  },
  dossierSigned: (version: number, day: string) => ({
    sv: `Version ${version}, signerad ${day}`,
    en: `Version ${version}, signed ${day}`,
  }),
  decision: { sv: 'Beslut', en: 'Decision' },
  homes: { sv: 'Bostäder i bild', en: 'Homes in view' },
  unknown: { sv: 'Inte angivet', en: 'Not said' },
  onMap: { sv: 'Visa på kartan', en: 'Show on the map' },
  onMapNamed: (name: string) => ({ sv: `Visa ${name} på kartan`, en: `Show ${name} on the map` }),
  csv: { sv: 'Hämta som CSV', en: 'Download as CSV' },
  print: { sv: 'Skriv ut', en: 'Print' },
  lacking: (n: number) => ({
    sv:
      n === 1
        ? 'En kamera i drift saknar signerad intresseavvägning.'
        : `${n} kameror i drift saknar signerad intresseavvägning.`,
    en:
      n === 1
        ? 'One camera in operation has no signed balancing of interests.'
        : `${n} cameras in operation have no signed balancing of interests.`,
  }),
  backToMap: { sv: 'Till kartan', en: 'To the map' },
} satisfies Catalogue
