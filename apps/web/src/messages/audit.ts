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

/** What an entry is about, where it is about no layer of the map. */
export const auditKinds: Readonly<Record<string, Text>> = {
  account: { sv: 'Konto', en: 'Account' },
  session: { sv: 'Session', en: 'Session' },
  token: { sv: 'Nyckel', en: 'Key' },
  plan: { sv: 'Plan', en: 'Plan' },
  note: { sv: 'Anteckning', en: 'Note' },
  presence: { sv: 'Närvaro', en: 'Presence' },
  import: { sv: 'Import', en: 'Import' },
  retention: { sv: 'Gallring', en: 'Retention' },
  job: { sv: 'Jobb', en: 'Job' },
  audit: { sv: 'Spårlogg', en: 'Audit trail' },
}

const actions: Readonly<Record<string, Text>> = {
  'session.opened': { sv: 'Loggade in', en: 'Signed in' },
  'session.stepped-up': { sv: 'Bekräftade sin inloggning', en: 'Confirmed the sign-in' },
  'session.ended': { sv: 'Avslutade en session', en: 'Ended a session' },
  'account.changed': { sv: 'Ändrade ett konto', en: 'Changed an account' },
  'account.extracted': { sv: 'Hämtade ett registerutdrag', en: 'Took a data extract' },
  'account.erased': { sv: 'Raderade ett konto', en: 'Erased an account' },
  'token.made': { sv: 'Gjorde en nyckel', en: 'Made a key' },
  'token.revoked': { sv: 'Återkallade en nyckel', en: 'Revoked a key' },
  'plan.created': { sv: 'Skapade en plan', en: 'Made a plan' },
  'plan.changed': { sv: 'Bytte namn på en plan', en: 'Renamed a plan' },
  'plan.removed': { sv: 'Tog bort en plan', en: 'Deleted a plan' },
  'plan.member-set': { sv: 'Ändrade en medlem i en plan', en: 'Set a member of a plan' },
  'plan.member-removed': { sv: 'Tog bort en medlem ur en plan', en: 'Removed a member from a plan' },
  'note.added': { sv: 'Skrev en anteckning', en: 'Wrote a note' },
  'note.removed': { sv: 'Tog bort en anteckning', en: 'Deleted a note' },
  'presence.logged': { sv: 'Antecknade närvaro i ett patrullområde', en: 'Logged presence in a patrol zone' },
  'presence.withdrawn': { sv: 'Återtog en anteckning om närvaro', en: 'Withdrew an entry of presence' },
  'shift-sheet.exported': { sv: 'Hämtade ett passblad', en: 'Downloaded a shift sheet' },
  'photo.added': { sv: 'Lade till ett foto', en: 'Added a photograph' },
  'photo.removed': { sv: 'Tog bort ett foto', en: 'Deleted a photograph' },
  'object.created': { sv: 'Skapade ett objekt', en: 'Created an object' },
  'object.changed': { sv: 'Ändrade ett objekt', en: 'Changed an object' },
  'object.removed': { sv: 'Tog bort ett objekt', en: 'Deleted an object' },
  'object.read': { sv: 'Läste ett objekt', en: 'Read an object' },
  'object.expired': { sv: 'Gallrade objekt', en: 'Cleared objects' },
  'layer.read': { sv: 'Läste ett lager', en: 'Read a layer' },
  'layer.exported': { sv: 'Hämtade ett lager som fil', en: 'Exported a layer' },
  'import.run': { sv: 'Importerade en fil', en: 'Imported a file' },
  'retention.run': { sv: 'Gallrade', en: 'Ran the retention' },
  'accessibility.handled': {
    sv: 'Tog hand om en felanmälan om tillgänglighet',
    en: 'Dealt with a reported fault in accessibility',
  },
  'job.started': { sv: 'Startade ett jobb', en: 'Started a job' },
  'audit.verified': { sv: 'Kontrollerade spårloggen', en: 'Checked the audit trail' },
  'audit.exported': { sv: 'Hämtade spårloggen', en: 'Exported the audit trail' },
  'audit.trimmed': { sv: 'Gallrade spårloggen', en: 'Trimmed the audit trail' },
}

/** What was done, as people say it; what has no words here stands as it is. */
export const actionWords = (action: string): Text => actions[action] ?? { sv: action, en: action }
