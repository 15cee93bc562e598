import type { Catalogue } from './text.ts'

/** The administrators' menu. */
export const adminSections = {
  people: { sv: 'Personer', en: 'People' },
  sessions: { sv: 'Sessioner', en: 'Sessions' },
  tokens: { sv: 'Nycklar', en: 'Keys' },
  imports: { sv: 'Importer', en: 'Imports' },
  retention: { sv: 'Gallring', en: 'Retention' },
  audit: { sv: 'Spårlogg', en: 'Audit trail' },
  operation: { sv: 'Drift', en: 'Operation' },
} satisfies Catalogue

/** People, sessions and keys; the other sections have catalogues of their own. */
export const admin = {
  ...adminSections,
  sections: { sv: 'Delar av administrationen', en: 'Parts of the administration' },
  section: { sv: 'Del', en: 'Part' },
  saved: { sv: 'Sparat', en: 'Saved' },
  never: { sv: 'aldrig', en: 'never' },
  name: { sv: 'Namn', en: 'Name' },
  email: { sv: 'E-post', en: 'E-mail' },
  download: { sv: 'Hämta', en: 'Download' },
  showMore: { sv: 'Visa fler', en: 'Show more' },
  shown: (n: string, total: string) => ({ sv: `Visar ${n} av ${total}`, en: `Showing ${n} of ${total}` }),

  peopleLead: {
    sv: 'Alla som har loggat in, och vad de får göra. En ändrad roll gäller inom några sekunder.',
    en: 'Everyone who has signed in, and what they may do. A changed role holds within seconds.',
  },
  findPeople: { sv: 'Sök namn eller e-post', en: 'Search name or e-mail' },
  role: { sv: 'Roll', en: 'Role' },
  everyRole: { sv: 'Alla roller', en: 'Every role' },
  noRole: { sv: 'Ingen roll', en: 'No role' },
  waitsForRole: { sv: 'Väntar på roll', en: 'Waiting for a role' },
  waiting: { sv: 'Väntar på roll', en: 'Waiting for a role' },
  worksAs: { sv: 'Arbetar som', en: 'Works as' },
  worksAsHelp: {
    sv: 'Avgör vem som läser det som läggs in. Planerare läser allt från kommunens egna fältare, av andra bara det som i regel inte är brott.',
    en: 'Decides who reads what is logged. Planners read all of the municipality’s own field workers, of others only what as a rule is no offence.',
  },
  worksUntold: { sv: 'Inte angivet', en: 'Not told' },
  giveRole: { sv: 'Ge roll', en: 'Give role' },
  giveRoleTo: (name: string) => ({ sv: `Ge roll till ${name}`, en: `Give a role to ${name}` }),
  roleOf: (name: string) => ({ sv: `Roll för ${name}`, en: `Role of ${name}` }),
  roleGiven: (name: string, role: string) => ({ sv: `${name} är nu ${role}`, en: `${name} is now ${role}` }),
  since: (when: string) => ({ sv: `sedan ${when}`, en: `since ${when}` }),
  disabled: { sv: 'Avstängd', en: 'Disabled' },
  erased: { sv: 'Raderad', en: 'Erased' },
  erasedAt: (when: string) => ({
    sv: `Kontot raderades ${when}. Det som beslutats står kvar under en pseudonym.`,
    en: `The account was erased ${when}. What was decided stays under a pseudonym.`,
  }),
  demo: { sv: 'Demonstration', en: 'Demonstration' },
  signsInBy: { sv: 'Loggar in via', en: 'Signs in by' },
  firstSeen: { sv: 'Första gången', en: 'First seen' },
  lastSeen: { sv: 'Senast här', en: 'Last seen' },
  openSessions: { sv: 'Öppna sessioner', en: 'Open sessions' },
  manage: { sv: 'Hantera', en: 'Manage' },
  manageNamed: (name: string) => ({ sv: `Hantera ${name}`, en: `Manage ${name}` }),
  nobodyFound: { sv: 'Ingen att visa', en: 'Nobody to show' },
  nobodyFoundHelp: { sv: 'Ändra sökningen eller rollen ovan.', en: 'Change the search or the role above.' },
  nobodyYet: {
    sv: 'Här står de som loggat in, från och med första gången.',
    en: 'Those who have signed in stand here, from the first time on.',
  },
  roleByProvider: {
    sv: 'Styrs av organisationens grupper. Väljer du en roll här gäller den i stället.',
    en: 'Decided by the organisation’s groups. A role chosen here holds instead.',
  },
  roleByAdmin: { sv: 'Satt av en administratör.', en: 'Set by an administrator.' },
  handBack: { sv: 'Låt organisationens grupper styra', en: 'Let the organisation’s groups decide' },
  maySignIn: { sv: 'Får logga in', en: 'May sign in' },
  maySignInHelp: {
    sv: 'Stängs kontot av avslutas dess sessioner genast.',
    en: 'If the account is disabled, its sessions end at once.',
  },
  extract: { sv: 'Registerutdrag', en: 'Data extract' },
  extractHelp: {
    sv: 'Allt som sparas om personen, som en fil. Lämnas ut när personen begär det.',
    en: 'Everything kept about the person, as a file. Handed out when the person asks for it.',
  },
  erase: { sv: 'Radera personen', en: 'Erase the person' },
  eraseHelp: {
    sv: 'Namn och adress tas bort. Det går inte att ångra.',
    en: 'Name and address are removed. It cannot be undone.',
  },
  eraseOpen: { sv: 'Radera…', en: 'Erase…' },
  eraseTitle: (name: string) => ({ sv: `Radera ${name}?`, en: `Erase ${name}?` }),
  eraseWhat: {
    sv: 'Namn, e-post och sessioner tas bort för alltid. Åtgärder, beslut och spårlogg står kvar, under en pseudonym: de är allmänna handlingar.',
    en: 'Name, e-mail and sessions are removed for ever. Measures, decisions and the audit trail stay, under a pseudonym: they are public records.',
  },
  typeName: (name: string) => ({
    sv: `Skriv ”${name}” för att bekräfta`,
    en: `Type “${name}” to confirm`,
  }),
  nameDiffers: { sv: 'Namnet stämmer inte.', en: 'The name is not the same.' },
  eraseNow: { sv: 'Radera för alltid', en: 'Erase for ever' },

  sessionsLead: {
    sv: 'Alla som är inloggade nu. En avslutad session slutar gälla inom två sekunder.',
    en: 'Everyone who is signed in now. An ended session stops holding within two seconds.',
  },
  sessionCount: (n: number, words: string) => ({
    sv: n === 1 ? '1 öppen session' : `${words} öppna sessioner`,
    en: n === 1 ? '1 open session' : `${words} open sessions`,
  }),
  findSession: { sv: 'Sök namn, adress eller enhet', en: 'Search name, address or device' },
  noSessions: { sv: 'Inga öppna sessioner', en: 'No open sessions' },
  sessionEnded: (name: string) => ({ sv: `${name} är utloggad`, en: `${name} is signed out` }),

  tokensLead: {
    sv: 'Låter andra program läsa eller skriva: QGIS, Origo, felanmälan. Ge varje program en egen nyckel.',
    en: 'Let other programs read or write: QGIS, Origo, issue reports. Give each program a key of its own.',
  },
  newToken: { sv: 'Ny nyckel', en: 'New key' },
  noTokens: { sv: 'Inga nycklar ännu', en: 'No keys yet' },
  noTokensHelp: {
    sv: 'Gör en nyckel för varje program som ska hämta eller lämna uppgifter.',
    en: 'Make a key for each program that is to fetch or hand in data.',
  },
  madeBy: (who: string) => ({ sv: `gjord av ${who}`, en: `made by ${who}` }),
  sees: { sv: 'Ser', en: 'Sees' },
  mayDo: { sv: 'Får', en: 'May' },
  readOnly: { sv: 'Bara läsa', en: 'Read only' },
  readWrite: { sv: 'Läsa och skriva', en: 'Read and write' },
  lastUsed: { sv: 'Senast använd', en: 'Last used' },
  holdsUntil: { sv: 'Gäller till', en: 'Holds until' },
  revokedAt: (when: string) => ({ sv: `Återkallad ${when}`, en: `Revoked ${when}` }),
  expiredAt: (when: string) => ({ sv: `Gick ut ${when}`, en: `Expired ${when}` }),
  revoke: { sv: 'Återkalla', en: 'Revoke' },
  revokeNamed: (name: string) => ({ sv: `Återkalla ${name}`, en: `Revoke ${name}` }),
  revokeTitle: (name: string) => ({ sv: `Återkalla ${name}?`, en: `Revoke ${name}?` }),
  revokeHelp: {
    sv: 'Programmet som använder nyckeln slutar fungera inom två sekunder. En återkallad nyckel kan inte tas tillbaka; gör en ny i stället.',
    en: 'The program that uses the key stops working within two seconds. A revoked key cannot be brought back; make a new one instead.',
  },
  revoked: { sv: 'Nyckeln är återkallad', en: 'The key is revoked' },
  tokenName: { sv: 'Vad nyckeln är till för', en: 'What the key is for' },
  tokenNameHelp: {
    sv: 'Till exempel ”QGIS på stadsbyggnadskontoret”. Namnet syns i spårloggen.',
    en: 'Such as “QGIS at the planning office”. The name appears in the audit trail.',
  },
  tokenNameMissing: { sv: 'Skriv vad nyckeln är till för.', en: 'Write what the key is for.' },
  seesAs: { sv: 'Ser samma som', en: 'Sees the same as' },
  seesAsHelp: {
    sv: 'Välj så lite som programmet behöver. Till en öppen webbkarta räcker allmänheten.',
    en: 'Choose as little as the program needs. For an open web map the public is enough.',
  },
  whichLayers: { sv: 'Lager', en: 'Layers' },
  allLayers: { sv: 'Alla lager', en: 'All layers' },
  someLayers: { sv: 'Bara de här', en: 'Only these' },
  holdsFor: { sv: 'Gäller i', en: 'Holds for' },
  holdsForHelp: {
    sv: 'Därefter slutar nyckeln gälla av sig själv.',
    en: 'After that the key stops holding by itself.',
  },
  days: (days: number) =>
    days === 365
      ? { sv: '1 år', en: '1 year' }
      : days === 730
        ? { sv: '2 år', en: '2 years' }
        : { sv: `${days} dagar`, en: `${days} days` },
  makeToken: { sv: 'Gör nyckel', en: 'Make key' },
  tokenMade: { sv: 'Nyckeln är klar', en: 'The key is ready' },
  secretOnce: { sv: 'Nyckeln visas bara nu', en: 'The key is shown only now' },
  secretOnceHelp: {
    sv: 'Kopiera den till programmet som ska använda den. Vi sparar den inte och kan inte visa den igen.',
    en: 'Copy it to the program that is to use it. We do not keep it and cannot show it again.',
  },
  secret: { sv: 'Nyckel', en: 'Key' },
  secretCopied: { sv: 'Nyckeln är kopierad', en: 'The key is copied' },
  copy: { sv: 'Kopiera', en: 'Copy' },
  copied: { sv: 'Kopierad', en: 'Copied' },
  tokenKept: { sv: 'Jag har sparat nyckeln', en: 'I have kept the key' },
  tokenHolds: (name: string, until: string) => ({
    sv: `”${name}” gäller till ${until}.`,
    en: `“${name}” holds until ${until}.`,
  }),
  guide: { sv: 'Så används en nyckel', en: 'How a key is used' },
  guideLead: {
    sv: 'Programmet skickar nyckeln i varje fråga, i huvudet Authorization:',
    en: 'The program sends the key with each request, in the Authorization header:',
  },
  guideNames: (placeholder: string) => ({
    sv: `Byt ${placeholder} nedan mot lagrets namn för program, som står i tabellen under`,
    en: `Replace ${placeholder} below with the layer’s name for programs, in the table under`,
  }),
  qgisAuth: {
    sv: 'Inställningar → Alternativ → Autentisering → Lägg till: typ ”API Header”, namn Authorization, värde Bearer och din nyckel.',
    en: 'Settings → Options → Authentication → Add: type “API Header”, name Authorization, value Bearer and your key.',
  },
  qgisTiles: {
    sv: 'Lager → Lägg till lager → Vektorrutor, ny generisk anslutning med autentiseringen ovan:',
    en: 'Layer → Add Layer → Vector Tile Layer, new generic connection with the authentication above:',
  },
  qgisItems: {
    sv: 'Eller Lägg till vektorlager, protokoll HTTP(S), GeoJSON:',
    en: 'Or Add Vector Layer, protocol HTTP(S), GeoJSON:',
  },
  origoHelp: {
    sv: 'Lägg nyckeln i webbserverns proxy, aldrig i kartans egen inställning: där kan alla läsa den. Till exempel i nginx:',
    en: 'Put the key in the web server’s proxy, never in the map’s own configuration: everyone can read it there. In nginx, for example:',
  },
} satisfies Catalogue
