import type { Catalogue } from './text.ts'

/** The table twin of the map. */
export const list = {
  title: { sv: 'Lista', en: 'List' },
  layer: { sv: 'Lager', en: 'Layer' },
  filter: { sv: 'Filtrera på text', en: 'Filter by text' },
  inView: { sv: 'Bara i kartvyn', en: 'Only in the map’s view' },
  exportCsv: { sv: 'Hämta CSV', en: 'Download CSV' },
  exportWhole: { sv: 'Hämta hela lagret (CSV)', en: 'Download the whole layer (CSV)' },
  exportAll: (layer: string) => ({ sv: `Hämta ${layer} som CSV`, en: `Download ${layer} as CSV` }),
  count: (n: number, words: string) => ({
    sv: n === 1 ? '1 objekt' : `${words} objekt`,
    en: n === 1 ? '1 object' : `${words} objects`,
  }),
  none: { sv: 'Inget att visa', en: 'Nothing to show' },
  noneHelp: {
    sv: 'Inga objekt stämmer med filtret. Töm textfiltret, tänd fler kategorier eller visa mer än kartvyn.',
    en: 'No objects match the filter. Clear the text filter, turn on more categories or show more than the map’s view.',
  },
  clear: { sv: 'Töm filtren', en: 'Clear the filters' },
  sortBy: (column: string) => ({ sv: `Sortera efter ${column}`, en: `Sort by ${column}` }),
  object: { sv: 'Objekt', en: 'Object' },
  more: { sv: 'Hämtar fler…', en: 'Fetching more…' },
  keys: {
    sv: 'Pil upp och ned flyttar mellan rader, Retur visar objektet på kartan.',
    en: 'Up and down arrows move between rows, Enter shows the object on the map.',
  },
  hiddenLayer: {
    sv: 'Lagret är släckt på kartan.',
    en: 'The layer is turned off on the map.',
  },
} satisfies Catalogue
