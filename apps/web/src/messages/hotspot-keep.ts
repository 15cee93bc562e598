import type { Catalogue } from './text.ts'

/** Saving and taking away what the hotspot face answers. */
export const hotspotKeep = {
  title: { sv: 'Spara och ladda ner', en: 'Save and download' },
  save: { sv: 'Spara analysen', en: 'Save the analysis' },
  name: { sv: 'Namn', en: 'Name' },
  nameMissing: { sv: 'Skriv ett namn.', en: 'Write a name.' },
  shared: { sv: 'Dela med alla inom polisen', en: 'Share with all of the police' },
  saved: { sv: 'Analysen är sparad', en: 'The analysis is saved' },
  csv: { sv: 'CSV', en: 'CSV' },
  geojson: { sv: 'GeoJSON', en: 'GeoJSON' },
  picture: { sv: 'Bild', en: 'Picture' },
  asFile: (kind: string) => ({ sv: `Ladda ner som ${kind}`, en: `Download as ${kind}` }),
  failed: { sv: 'Det gick inte att ta fram filen.', en: 'The file could not be made.' },
  list: { sv: 'Sparade analyser', en: 'Saved analyses' },
  none: { sv: 'Inga sparade analyser', en: 'No saved analyses' },
  noneHelp: {
    sv: 'Det som sparas kan öppnas, göras om siffra för siffra och visas för andra.',
    en: 'What is saved can be opened, made again figure by figure and shown to others.',
  },
  by: (name: string, when: string) => ({ sv: `${name}, ${when}`, en: `${name}, ${when}` }),
  incidents: (n: string) => ({ sv: `${n} händelser`, en: `${n} incidents` }),
  sharedMark: { sv: 'delad', en: 'shared' },
  rename: (title: string) => ({ sv: `Byt namn på ${title}`, en: `Rename ${title}` }),
  remove: (title: string) => ({ sv: `Ta bort ${title}`, en: `Delete ${title}` }),
  removed: { sv: 'Analysen är borttagen', en: 'The analysis is deleted' },
  removeSure: (title: string) => ({ sv: `Ta bort ”${title}”?`, en: `Delete “${title}”?` }),
  removeHelp: {
    sv: 'Den går inte att få tillbaka. Lägesbilder som redan är signerade ändras inte.',
    en: 'It cannot be brought back. Pictures that are signed already do not change.',
  },
  whole: (title: string) => ({ sv: `Ladda ner ${title} hel`, en: `Download ${title} whole` }),
  cannotOpen: {
    sv: 'Den här analysen har ett område eller slag som inte ryms i en länk. Ladda ner den i stället.',
    en: 'This analysis has an area or a kind that does not fit in a link. Download it instead.',
  },
  opened: (title: string) => ({ sv: `${title} är öppnad`, en: `${title} is open` }),
  working: { sv: 'Tar fram …', en: 'Making …' },
  madeOn: (when: string) => ({ sv: `Framtagen ${when}`, en: `Made ${when}` }),
  internal: { sv: 'Polisens uppgifter. Sprid inte vidare.', en: 'Police data. Do not pass on.' },
} satisfies Catalogue
