import type { Text } from '@trygghetskartan/api/contract'
import type { Catalogue } from './text.ts'

export const audit = {
  lead: {
    sv: 'Vem som gjort vad, med vad och varifrån. Även läsning av känsliga uppgifter. Ingen kan ändra i loggen.',
    en: 'Who did what, to what and from where. The reading of sensitive data too. Nobody can change the log.',
  },
  exportCsv: { sv: 'Hämta CSV', en: 'Download CSV' },
  chain: { sv: 'Är loggen orörd?', en: 'Is the log untouched?' },
  chainHelp: {
    sv: 'Varje rad är låst vid den före. Kontrollen räknar om hela kedjan och jämför med de avtryck som sparats utanför databasen.',
    en: 'Each entry is locked to the one before. The check recomputes the whole chain and compares it with the heads kept outside the database.',
  },
  verify: { sv: 'Kontrollera kedjan', en: 'Check the chain' },
  whole: {
    sv: 'Kedjan är hel: ingenting är ändrat, borttaget eller omkastat',
    en: 'The chain is whole: nothing is changed, removed or reordered',
  },
  broken: { sv: 'Kedjan är bruten', en: 'The chain is broken' },
  checked: (entries: string, heads: string) => ({
    sv: `${entries} rader och ${heads} sparade avtryck kontrollerade.`,
    en: `${entries} entries and ${heads} kept heads were checked.`,
  }),
  head: (seq: string, when: string) => ({
    sv: `Senaste raden är nummer ${seq}, ${when}. Avtryck:`,
    en: `The last entry is number ${seq}, ${when}. Hash:`,
  }),
  find: { sv: 'Sök i loggen', en: 'Search the log' },
  kind: { sv: 'Slag', en: 'Kind' },
  everyKind: { sv: 'Alla slag', en: 'Every kind' },
  since: { sv: 'Från och med', en: 'From' },
  until: { sv: 'Till och med', en: 'To' },
  actor: { sv: 'Vem', en: 'Who' },
  action: { sv: 'Händelse', en: 'Event' },
  object: { sv: 'Objekt', en: 'Object' },
  clear: { sv: 'Töm filtren', en: 'Clear the filters' },
  without: (what: string, value: string) => ({
    sv: `Ta bort filtret ${what}: ${value}`,
    en: `Remove the filter ${what}: ${value}`,
  }),
  none: { sv: 'Inget att visa', en: 'Nothing to show' },
  noneHelp: { sv: 'Ingen rad stämmer med filtren.', en: 'No entry fits the filters.' },
  older: { sv: 'Visa äldre', en: 'Show older' },
  number: { sv: 'Nummer', en: 'Number' },
  address: { sv: 'Adress', en: 'Address' },
  hash: { sv: 'Avtryck', en: 'Hash' },
  changes: { sv: 'Före och efter', en: 'Before and after' },
  field: { sv: 'Uppgift', en: 'Detail' },
  before: { sv: 'Före', en: 'Before' },
  after: { sv: 'Efter', en: 'After' },
  detail: { sv: 'Mer', en: 'More' },
  empty: { sv: 'tomt', en: 'empty' },
  onlyActor: (name: string) => ({ sv: `Bara ${name}`, en: `Only ${name}` }),
  onlyAction: { sv: 'Bara sådana händelser', en: 'Only such events' },
  onlyObject: { sv: 'Bara det här objektet', en: 'Only this object' },
} satisfies Catalogue

/** What an entry is about. */
export const auditKinds: Readonly<Record<string, Text>> = {
  account: { sv: 'Konto', en: 'Account' },
  session: { sv: 'Session', en: 'Session' },
  token: { sv: 'Nyckel', en: 'Key' },
  layer: { sv: 'Läsning av lager', en: 'Reading of a layer' },
  import: { sv: 'Import', en: 'Import' },
  retention: { sv: 'Gallring', en: 'Retention' },
  plan: { sv: 'Plan', en: 'Plan' },
  note: { sv: 'Anteckning', en: 'Note' },
  photo: { sv: 'Foto', en: 'Photo' },
  audit: { sv: 'Spårlogg', en: 'Audit trail' },
  job: { sv: 'Jobb', en: 'Job' },
  backup: { sv: 'Säkerhetskopia', en: 'Backup' },
}

const nouns: Readonly<Record<string, Text>> = {
  ...auditKinds,
  object: { sv: 'Objekt', en: 'Object' },
  measure: { sv: 'Åtgärd', en: 'Measure' },
}

const verbs: Readonly<Record<string, Text>> = {
  opened: { sv: 'öppnad', en: 'opened' },
  ended: { sv: 'avslutad', en: 'ended' },
  made: { sv: 'gjord', en: 'made' },
  created: { sv: 'skapad', en: 'created' },
  inserted: { sv: 'skapad', en: 'created' },
  changed: { sv: 'ändrad', en: 'changed' },
  updated: { sv: 'ändrad', en: 'changed' },
  removed: { sv: 'borttagen', en: 'removed' },
  deleted: { sv: 'borttagen', en: 'removed' },
  read: { sv: 'läst', en: 'read' },
  run: { sv: 'genomförd', en: 'run' },
  revoked: { sv: 'återkallad', en: 'revoked' },
  erased: { sv: 'raderad', en: 'erased' },
  exported: { sv: 'hämtad', en: 'exported' },
  extracted: { sv: 'utdrag hämtat', en: 'extracted' },
  verified: { sv: 'kontrollerad', en: 'verified' },
  refused: { sv: 'avvisad', en: 'refused' },
  failed: { sv: 'misslyckades', en: 'failed' },
  previewed: { sv: 'granskad i förväg', en: 'previewed' },
}

/** 'session.opened' as people say it; a part without words stands as it is. */
export function actionWords(action: string): Text {
  const [noun = '', verb = ''] = action.split('.')
  const [what, done] = [nouns[noun], verbs[verb]]
  return {
    sv: `${what?.sv ?? noun} ${done?.sv ?? verb}`.trim(),
    en: `${what?.en ?? noun} ${done?.en ?? verb}`.trim(),
  }
}
