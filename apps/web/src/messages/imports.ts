import type { Text } from '@trygghetskartan/api/contract'
import type { Catalogue } from './text.ts'

export const imports = {
  lead: {
    sv: 'Filer in i kartan. Först ser du vad filen skulle göra; ingenting ändras förrän du säger till.',
    en: 'Files into the map. First you see what the file would do; nothing changes until you say so.',
  },
  bringIn: { sv: 'Importera en fil', en: 'Import a file' },
  file: { sv: 'Fil', en: 'File' },
  dropHelp: { sv: 'Välj en fil eller släpp den här.', en: 'Choose a file or drop it here.' },
  fileMissing: { sv: 'Välj en fil.', en: 'Choose a file.' },
  format: { sv: 'Format', en: 'Format' },
  layer: { sv: 'Lager', en: 'Layer' },
  chooseLayer: { sv: 'Välj lager', en: 'Choose a layer' },
  layerMissing: { sv: 'Välj vilket lager filen hör till.', en: 'Choose which layer the file belongs to.' },
  preview: { sv: 'Förhandsgranska', en: 'Preview' },
  sending: (percent: string) => ({ sv: `Skickar filen: ${percent} %`, en: `Sending the file: ${percent}%` }),
  reading: (n: string) => ({ sv: `Läser: ${n} objekt`, en: `Reading: ${n} objects` }),
  writing: (n: string) => ({ sv: `Skriver: ${n} objekt`, en: `Writing: ${n} objects` }),
  looked: { sv: 'Filen är granskad', en: 'The file has been previewed' },
  imported: { sv: 'Importen är klar', en: 'The import is done' },
  stopped: { sv: 'Avbruten. Ingenting ändrades.', en: 'Stopped. Nothing was changed.' },
  previewTitle: { sv: 'Det här skulle hända', en: 'This would happen' },
  previewHelp: {
    sv: 'Ingenting är ändrat ännu. Importen görs i ett svep: allt eller inget.',
    en: 'Nothing has been changed yet. The import is done in one go: all or nothing.',
  },
  previewNothing: {
    sv: 'Filen ger inget nytt: allt som kunde läsas finns redan.',
    en: 'The file brings nothing new: all that could be read is there already.',
  },
  doneTitle: { sv: 'Importen är klar', en: 'The import is done' },
  doneHelp: {
    sv: 'Kartan visar det redan. Importen står i listan nedan och i spårloggen.',
    en: 'The map shows it already. The import is in the list below and in the audit trail.',
  },
  read: { sv: 'Lästa', en: 'Read' },
  wouldWrite: { sv: 'Nya eller ändrade', en: 'New or changed' },
  written: { sv: 'Skrivna', en: 'Written' },
  unchanged: { sv: 'Oförändrade', en: 'Unchanged' },
  wouldRemove: { sv: 'Tas bort', en: 'Would go' },
  removed: { sv: 'Borttagna', en: 'Removed' },
  refused: { sv: 'Avvisade', en: 'Refused' },
  firstRejects: (n: number, all: string) => ({
    sv: `De första ${n} av ${all} avvisade`,
    en: `The first ${n} of ${all} refused`,
  }),
  line: { sv: 'Rad', en: 'Line' },
  element: { sv: 'Objekt', en: 'Object' },
  reason: { sv: 'Skäl', en: 'Reason' },
  importNow: (n: string) => ({ sv: `Importera ${n} objekt`, en: `Import ${n} objects` }),
  another: { sv: 'Välj en annan fil', en: 'Choose another file' },
  earlier: { sv: 'Tidigare importer', en: 'Earlier imports' },
  noneYet: { sv: 'Inga importer ännu', en: 'No imports yet' },
  noneYetHelp: {
    sv: 'Importer som gjorts här eller från kommandoraden står här.',
    en: 'Imports made here or from the command line stand here.',
  },
  when: { sv: 'När', en: 'When' },
  outcome: { sv: 'Utfall', en: 'Outcome' },
  doneOutcome: { sv: 'Klar', en: 'Done' },
  refusedOutcome: { sv: 'Avvisad', en: 'Refused' },
  failedOutcome: { sv: 'Misslyckades', en: 'Failed' },
  rejects: { sv: 'Avvisade, CSV', en: 'Refused, CSV' },
  rejectsOf: (name: string) => ({ sv: `Avvisade i ${name}, CSV`, en: `Refused in ${name}, CSV` }),
} satisfies Catalogue

export const importFormatTitles: Readonly<Record<'geojson' | 'csv' | 'osm' | 'polisen' | 'survey', Text>> = {
  geojson: { sv: 'GeoJSON', en: 'GeoJSON' },
  csv: { sv: 'CSV, semikolon eller komma', en: 'CSV, semicolon or comma' },
  osm: { sv: 'OpenStreetMap (kartans grund)', en: 'OpenStreetMap (the map’s ground)' },
  polisen: { sv: 'Polisens händelser (JSON)', en: 'The police’s events (JSON)' },
  survey: {
    sv: 'Trygghetsmätning (CSV, en rad per område, år och fråga)',
    en: 'Safety survey (CSV, a row per area, year and question)',
  },
}
