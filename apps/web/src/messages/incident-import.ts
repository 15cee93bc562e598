import type { Text } from '@trygghetskartan/api/contract'
import type { IncidentMapping } from '@trygghetskartan/api/contract-incidents'
import type { Catalogue } from './text.ts'

type Role = keyof IncidentMapping['columns']

export const incidentImport = {
  title: { sv: 'Läs in händelser', en: 'Import incidents' },
  lead: {
    sv: 'En tabell med händelser, som CSV eller Excel. Först pekas kolumnerna ut, sedan visas vad som skulle hända; ingenting ändras förrän du säger till.',
    en: 'A table of incidents, as CSV or Excel. First its columns are pointed out, then you see what would happen; nothing changes until you say so.',
  },
  refused: {
    sv: 'Händelser läses in av polisen. Logga in som polis för att fortsätta.',
    en: 'Incidents are imported by the police. Sign in as police to go on.',
  },
  backToMap: { sv: 'Till kartan', en: 'To the map' },
  steps: { sv: 'Steg', en: 'Steps' },
  chooseStep: { sv: 'Välj fil', en: 'Choose a file' },
  mapStep: { sv: 'Kolumner', en: 'Columns' },
  previewStep: { sv: 'Granska', en: 'Review' },
  doneStep: { sv: 'Klart', en: 'Done' },
  file: { sv: 'Fil med händelser', en: 'File of incidents' },
  dropHelp: {
    sv: 'Välj en fil eller släpp den här: .csv eller .xlsx. Den ligger kvar på servern högst en timme.',
    en: 'Choose a file or drop it here: .csv or .xlsx. The server keeps it for an hour at most.',
  },
  sending: (percent: string) => ({ sv: `Skickar filen: ${percent} %`, en: `Sending the file: ${percent}%` }),
  reading: (rows: string) => ({
    sv: `Läser igenom filen: ${rows} rader`,
    en: `Reading the file through: ${rows} rows`,
  }),
  comparing: (rows: string) => ({
    sv: `Jämför med det som finns: ${rows} rader`,
    en: `Comparing with what there is: ${rows} rows`,
  }),
  writing: (rows: string) => ({ sv: `Läser in: ${rows} rader`, en: `Importing: ${rows} rows` }),
  stopped: { sv: 'Avbrutet. Ingenting har ändrats.', en: 'Stopped. Nothing has been changed.' },
  another: { sv: 'Välj en annan fil', en: 'Choose another file' },

  columnsTitle: { sv: 'Vad säger kolumnerna?', en: 'What do the columns say?' },
  columnsHelp: {
    sv: 'Förslagen bygger på rubrikerna och de första raderna. Ändra det som inte stämmer.',
    en: 'The suggestions come from the headings and the first rows. Change what is not right.',
  },
  column: { sv: 'Kolumn i filen', en: 'Column of the file' },
  sample: { sv: 'De första raderna', en: 'The first rows' },
  meaning: { sv: 'Betyder', en: 'Means' },
  meaningOf: (column: string) => ({ sv: `Vad ${column} betyder`, en: `What ${column} means` }),
  unused: { sv: 'Används inte', en: 'Not used' },
  emptyCells: { sv: 'tomt', en: 'empty' },
  dateMissing: { sv: 'Peka ut kolumnen med datum.', en: 'Point out the column with the date.' },
  numberMissing: {
    sv: 'Peka ut kolumnen med händelsens nummer.',
    en: 'Point out the column with the number of the incident.',
  },
  placeHalf: {
    sv: 'Läget behöver båda kolumnerna, öst–väst och nord–syd.',
    en: 'A position needs both columns, east–west and north–south.',
  },
  saved: { sv: 'Sparad mappning', en: 'Saved mapping' },
  savedHelp: {
    sv: 'Filer av samma slag läses likadant varje gång.',
    en: 'Files of the same kind are read alike each time.',
  },
  guess: { sv: 'Förslaget för filen', en: 'The suggestion for the file' },
  notFitting: (columns: string) => ({
    sv: `Mappningen passar inte filen: ${columns} saknas. Förslaget står kvar.`,
    en: `The mapping does not fit the file: ${columns} is missing. The suggestion stands.`,
  }),
  settings: { sv: 'Inställningar', en: 'Settings' },
  dateForm: { sv: 'Datum skrivs', en: 'Dates are written' },
  byFile: { sv: 'Ta reda på det ur filen', en: 'Find out from the file' },
  system: { sv: 'Referenssystem', en: 'Reference system' },
  defaultPrecision: { sv: 'Noggrannhet där raden inte säger', en: 'Precision where the row does not say' },
  otherKind: { sv: 'Slag som är okända', en: 'Kinds that are not known' },
  refuseRows: { sv: 'Avvisa raderna', en: 'Refuse the rows' },
  readAs: (kind: string) => ({ sv: `Läs in som ${kind}`, en: `Import as ${kind}` }),
  repeats: { sv: 'Lika rader utan nummer', en: 'Rows alike without a number' },
  once: { sv: 'Är samma händelse', en: 'Are the same incident' },
  each: { sv: 'Är en händelse var', en: 'Are an incident each' },
  source: { sv: 'System som filen kommer ur', en: 'System the file comes from' },
  sourceHelp: {
    sv: 'Numren är systemets egna: samma nummer ur samma system är samma händelse.',
    en: 'Numbers are the system’s own: the same number of the same system is the same incident.',
  },
  withdraws: {
    sv: 'Filen är en lista på nummer som ska återkallas',
    en: 'The file is a list of numbers to withdraw',
  },
  preview: { sv: 'Granska', en: 'Review' },
  back: { sv: 'Tillbaka till kolumnerna', en: 'Back to the columns' },
  again: { sv: 'Granska igen', en: 'Review again' },

  previewTitle: { sv: 'Det här skulle hända', en: 'This would happen' },
  previewHelp: {
    sv: 'Ingenting är ändrat ännu. Inläsningen görs i ett svep: allt eller inget.',
    en: 'Nothing has been changed yet. The import is done in one go: all or nothing.',
  },
  previewStops: {
    sv: 'Filen kan inte läsas in så här. Rätta det som står nedan och granska igen.',
    en: 'The file cannot be imported like this. Put right what stands below and review again.',
  },
  previewNothing: {
    sv: 'Filen ger inget nytt: allt som kunde läsas finns redan.',
    en: 'The file brings nothing new: all that could be read is there already.',
  },
  doneTitle: { sv: 'Händelserna är inlästa', en: 'The incidents are imported' },
  doneHelp: {
    sv: 'De finns redan i analysen. Att de lästes in står i spårloggen.',
    en: 'They are in the analysis already. That they were imported stands in the audit trail.',
  },
  read: { sv: 'Rader', en: 'Rows' },
  added: { sv: 'Nya', en: 'New' },
  corrected: { sv: 'Rättade', en: 'Corrected' },
  unchanged: { sv: 'Oförändrade', en: 'Unchanged' },
  duplicates: { sv: 'Dubbletter', en: 'Duplicates' },
  refusedRows: { sv: 'Avvisade', en: 'Refused' },
  noticed: { sv: 'Att se över', en: 'To look over' },
  lines: (list: string) => ({ sv: `rad ${list}`, en: `line ${list}` }),
  chooseForm: { sv: 'Läs datumen som', en: 'Read the dates as' },
  lowerTo: { sv: 'Sätt noggrannheten där till', en: 'Set the precision there to' },
  asIs: { sv: 'Låt stå', en: 'Leave it' },
  kindsTitle: { sv: 'Slag av händelser i filen', en: 'Kinds of incidents in the file' },
  inFile: { sv: 'I filen', en: 'In the file' },
  count: { sv: 'Antal', en: 'Count' },
  readsAs: { sv: 'Läses in som', en: 'Is imported as' },
  readsAsOf: (text: string) => ({ sv: `${text} läses in som`, en: `${text} is imported as` }),
  guessed: { sv: 'gissat', en: 'a guess' },
  unknown: { sv: 'Okänt: avvisas', en: 'Not known: refused' },
  noText: { sv: '(tomt)', en: '(empty)' },
  changedSince: {
    sv: 'Du har ändrat något sedan granskningen. Granska igen innan du läser in.',
    en: 'You have changed something since the review. Review again before you import.',
  },
  period: (from: string, to: string) => ({ sv: `Från ${from} till ${to}.`, en: `From ${from} to ${to}.` }),
  extentTitle: { sv: 'Var de ligger', en: 'Where they lie' },
  extent: (across: string, up: string) => ({
    sv: `Lägena täcker ${across} × ${up} km. Den streckade ramen är det kartan öppnas på.`,
    en: `The positions cover ${across} × ${up} km. The dashed frame is what the map opens on.`,
  }),
  placedShare: (placed: string, coarse: string) => ({
    sv: `${placed} är platser, ${coarse} är kända bara till ort, kommun eller län och går inte in i hotspots.`,
    en: `${placed} are places; ${coarse} are known only to locality, municipality or county and enter no hotspot.`,
  }),
  firstRejects: (n: number, all: string) => ({
    sv: `De första ${n} av ${all} avvisade`,
    en: `The first ${n} of ${all} refused`,
  }),
  line: { sv: 'Rad', en: 'Line' },
  reason: { sv: 'Skäl', en: 'Reason' },
  rejectsFile: { sv: 'Avvisade rader, CSV', en: 'Refused rows, CSV' },
  importNow: (n: string) => ({ sv: `Läs in ${n} händelser`, en: `Import ${n} incidents` }),
  withdrawNow: (n: string) => ({ sv: `Återkalla ${n} händelser`, en: `Withdraw ${n} incidents` }),
  saveAs: { sv: 'Spara mappningen som', en: 'Save the mapping as' },
  saveHelp: { sv: 'Till nästa fil av samma slag.', en: 'For the next file of its kind.' },
  keep: { sv: 'Spara', en: 'Save' },
  kept: (name: string) => ({
    sv: `Mappningen är sparad som ${name}.`,
    en: `The mapping is saved as ${name}.`,
  }),
  resent: {
    sv: 'Filen hade gått ut på servern och skickades igen.',
    en: 'The file had expired on the server and was sent again.',
  },
} satisfies Catalogue

export const roleTitles: Readonly<Record<Role, Text>> = {
  kind: { sv: 'Vad som hände (slag)', en: 'What happened (kind)' },
  from: { sv: 'Datum, eller början', en: 'Date, or beginning' },
  fromTime: { sv: 'Klockslag, eller början', en: 'Time, or beginning' },
  to: { sv: 'Datum, slut', en: 'Date, end' },
  toTime: { sv: 'Klockslag, slut', en: 'Time, end' },
  x: { sv: 'Läge öst–väst (E, longitud)', en: 'Position east–west (E, longitude)' },
  y: { sv: 'Läge nord–syd (N, latitud)', en: 'Position north–south (N, latitude)' },
  precision: { sv: 'Lägets noggrannhet', en: 'Precision of the position' },
  place: { sv: 'Plats eller adress', en: 'Place or address' },
  note: { sv: 'Fritext', en: 'Free text' },
  id: { sv: 'Händelsens nummer', en: 'Number of the incident' },
  withdrawn: { sv: 'Återkallad (ja/nej)', en: 'Withdrawn (yes/no)' },
}

export const precisionTitles: Readonly<Record<IncidentMapping['defaultPrecision'], Text>> = {
  exact: { sv: 'Exakt', en: 'Exact' },
  street: { sv: 'Gata', en: 'Street' },
  locality: { sv: 'Ort', en: 'Locality' },
  municipality: { sv: 'Kommun', en: 'Municipality' },
  county: { sv: 'Län', en: 'County' },
}

export const dateFormTitles: Readonly<Record<NonNullable<IncidentMapping['dateForm']>, Text>> = {
  ymd: { sv: 'År-månad-dag (2026-05-01)', en: 'Year-month-day (2026-05-01)' },
  compact: { sv: 'Åtta siffror (20260501)', en: 'Eight figures (20260501)' },
  yymd: { sv: 'År med två siffror först (26-05-01)', en: 'Year in two figures first (26-05-01)' },
  dmy: { sv: 'Dag först (1/5/2026)', en: 'Day first (1/5/2026)' },
  mdy: { sv: 'Månad först (5/1/2026)', en: 'Month first (5/1/2026)' },
  named: { sv: 'Månaden i ord (1 maj 2026)', en: 'Month in words (1 May 2026)' },
  serial: { sv: 'Excels dagnummer (46143)', en: 'Excel’s day number (46143)' },
  month: { sv: 'Månad (2026-05)', en: 'Month (2026-05)' },
}

export const flagTitles: Readonly<Record<string, Text>> = {
  outside: { sv: 'Utanför kartans område', en: 'Outside what the map covers' },
  unplaced: {
    sv: 'Utan läge: sätts mitt i kommunen och går inte in i hotspots',
    en: 'Without a position: put in the middle of the municipality, and in no hotspot',
  },
  'in-water': { sv: 'I vatten på kartan', en: 'In water on the map' },
  'note-cut': {
    sv: 'Meningar som kan peka ut en person tas bort ur fritexten',
    en: 'Sentences that may point out a person are taken out of the free text',
  },
  'long-interval': { sv: 'Kända bara inom mer än en månad', en: 'Known only to within more than a month' },
}

export const systemTitles: readonly (readonly [number, Text])[] = [
  [3006, { sv: 'SWEREF 99 TM', en: 'SWEREF 99 TM' }],
  [3008, { sv: 'SWEREF 99 13 30', en: 'SWEREF 99 13 30' }],
  [4326, { sv: 'WGS 84 (longitud, latitud)', en: 'WGS 84 (longitude, latitude)' }],
  ...[
    [3007, '12 00'],
    [3009, '15 00'],
    [3010, '16 30'],
    [3011, '18 00'],
    [3012, '14 15'],
    [3013, '15 45'],
    [3014, '17 15'],
    [3015, '18 45'],
    [3016, '20 15'],
    [3017, '21 45'],
    [3018, '23 15'],
  ].map(([srid, zone]) => [Number(srid), { sv: `SWEREF 99 ${zone}`, en: `SWEREF 99 ${zone}` }] as const),
]
