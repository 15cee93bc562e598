import type { Text } from '@trygghetskartan/api/contract'
import type {
  Activity,
  CommitmentOwner,
  CommitmentParty,
  CommitmentStatus,
  GroundKind,
  IndicatorWord,
} from '@trygghetskartan/api/contract-commitments'
import type { Catalogue } from './text.ts'

/** Promises to residents, as everybody reads them. */
export const promises = {
  title: { sv: 'Löften', en: 'Promises' },
  titleOf: (year: number) => ({ sv: `Löften ${year}`, en: `Promises ${year}` }),
  lead: (municipality: string) => ({
    sv: `Medborgarlöften: vad ${municipality}s kommun och polisen har lovat er, vad som är gjort och hur det går.`,
    en: `What the municipality of ${municipality} and the police have promised you, what is done, and how it goes.`,
  }),
  toMap: { sv: 'Till kartan', en: 'To the map' },
  print: { sv: 'Skriv ut', en: 'Print' },
  years: { sv: 'År', en: 'Years' },
  none: { sv: 'Inga löften är publicerade', en: 'No promises are published' },
  noneHelp: {
    sv: 'När kommunen och polisen har lovat något syns det här.',
    en: 'Once municipality and police have promised something it is shown here.',
  },
  noneOfYear: (year: number) => ({
    sv: `Inga löften är publicerade för ${year}`,
    en: `No promises are published for ${year}`,
  }),
  notFound: { sv: 'Löftet finns inte', en: 'There is no such promise' },
  example: { sv: 'Exempel', en: 'Example' },
  exampleHelp: {
    sv: 'Löftena är exempel för demonstrationen. Siffror och resultat är påhittade.',
    en: 'The promises are examples for the demonstration. Figures and results are made up.',
  },
  number: (n: number) => ({ sv: `Löfte ${n}`, en: `Promise ${n}` }),
  under: (title: string, from: string, to: string) => ({
    sv: `Lovat enligt ${title}, som gäller ${from} till ${to}.`,
    en: `Promised under ${title}, which holds from ${from} to ${to}.`,
  }),
  parties: (who: string) => ({ sv: `Parter: ${who}.`, en: `Parties: ${who}.` }),
  done: (done: number, all: number) => ({
    sv: `${done} av ${all} ${all === 1 ? 'aktivitet' : 'aktiviteter'} ${done === 1 || all === 1 ? 'är klar' : 'är klara'}`,
    en: `${done} of ${all} ${all === 1 ? 'activity is' : 'activities are'} done`,
  }),
  keptOf: (kept: number, all: number) => ({
    sv: `${kept} av ${all} löften är ${kept === 1 || all === 1 ? 'uppfyllt' : 'uppfyllda'}`,
    en: `${kept} of ${all} ${all === 1 ? 'promise' : 'promises'} ${kept === 1 ? 'is' : 'are'} kept`,
  }),
  onMap: { sv: 'Visa på kartan', en: 'Show on the map' },
  onMapOf: (title: string, n: number) => ({
    sv: `Visa på kartan: ${title}, ${n} ${n === 1 ? 'plats' : 'platser'}`,
    en: `Show on the map: ${title}, ${n} ${n === 1 ? 'place' : 'places'}`,
  }),
  objectOnMap: (title: string) => ({ sv: `Visa ${title} på kartan`, en: `Show ${title} on the map` }),
  all: (year: number) => ({ sv: `Alla löften ${year}`, en: `All promises ${year}` }),
  howItGoes: { sv: 'Hur det går', en: 'How it goes' },
  noStatus: { sv: 'Ingen rad är skriven än.', en: 'No line has been written yet.' },
  what: { sv: 'Det här gör vi', en: 'What we do' },
  noActivity: { sv: 'Inga aktiviteter är inlagda än.', en: 'No activities yet.' },
  doneOn: (day: string) => ({ sv: `Klart ${day}`, en: `Done ${day}` }),
  dueOn: (day: string) => ({ sv: `Ska vara klart ${day}`, en: `To be done by ${day}` }),
  lateSince: (day: string) => ({ sv: `Skulle ha varit klart ${day}`, en: `Was to be done by ${day}` }),
  where: { sv: 'På kartan', en: 'On the map' },
  measuring: { sv: 'Så mäter vi', en: 'How we measure' },
  way: (base: string, day: string, target: string, by: string) => ({
    sv: `Från ${base} (${day}) till ${target} senast ${by}`,
    en: `From ${base} (${day}) to ${target} by ${by}`,
  }),
  now: (value: string, day: string) => ({ sv: `Nu ${value} (${day})`, en: `Now ${value} (${day})` }),
  readings: { sv: 'Mätvärden', en: 'Readings' },
  day: { sv: 'Dag', en: 'Day' },
  value: { sv: 'Värde', en: 'Value' },
  note: { sv: 'Kommentar', en: 'Comment' },
  base: { sv: 'Utgångsvärde', en: 'Base value' },
  target: { sv: 'Mål', en: 'Target' },
  why: { sv: 'Varför', en: 'Why' },
  grounds: { sv: 'Vad löftet bygger på', en: 'What it rests on' },
  source: (source: string) => ({ sv: `Källa: ${source}`, en: `Source: ${source}` }),
  evaluation: { sv: 'Utvärdering', en: 'Evaluation' },
  signed: (role: string, day: string) => ({ sv: `${role}, ${day}`, en: `${role}, ${day}` }),
  closed: (day: string) => ({
    sv: `Utvärderat och signerat ${day}. Löftet ändras inte mer.`,
    en: `Evaluated and signed ${day}. The promise does not change any more.`,
  }),
  changed: (day: string) => ({ sv: `Ändrat ${day}`, en: `Changed ${day}` }),
  earlier: { sv: 'Tidigare lydelser', en: 'What it said before' },
  until: (day: string) => ({ sv: `Till och med ${day}`, en: `Until ${day}` }),
  goalThen: (goal: string) => ({ sv: `Målet då: ${goal}`, en: `The target then: ${goal}` }),
  published: (day: string) => ({ sv: `Publicerat ${day}`, en: `Published ${day}` }),
  keep: { sv: 'Ändra löftena', en: 'Keep the promises' },
} satisfies Catalogue

export const statusWords: Readonly<Record<CommitmentStatus, Text>> = {
  not_begun: { sv: 'Inte påbörjat', en: 'Not begun' },
  on_way: { sv: 'På väg', en: 'On the way' },
  at_risk: { sv: 'I riskzonen', en: 'At risk' },
  kept: { sv: 'Uppfyllt', en: 'Kept' },
  partly_kept: { sv: 'Delvis uppfyllt', en: 'Partly kept' },
  not_kept: { sv: 'Inte uppfyllt', en: 'Not kept' },
}

export const ownerWords: Readonly<Record<CommitmentOwner, Text>> = {
  municipality: { sv: 'Kommunen', en: 'The municipality' },
  police: { sv: 'Polisen', en: 'The police' },
  both: { sv: 'Kommunen och polisen', en: 'Municipality and police' },
}

export const partyWords: Readonly<Record<CommitmentParty, Text>> = {
  municipality: ownerWords.municipality,
  police: ownerWords.police,
}

export const groundWords: Readonly<Record<GroundKind, Text>> = {
  dialogue: { sv: 'Dialog', en: 'Dialogue' },
  survey: { sv: 'Trygghetsmätning', en: 'Safety survey' },
  picture: { sv: 'Lägesbild', en: 'Joint picture' },
  other: { sv: 'Annan källa', en: 'Other source' },
}

export const indicatorWords: Readonly<Record<IndicatorWord, Text>> = {
  reached: { sv: 'Målet är nått.', en: 'The target is reached.' },
  missed: { sv: 'Målet nåddes inte i tid.', en: 'The target was not reached in time.' },
  right_way: { sv: 'Åt rätt håll.', en: 'The right way.' },
  unchanged: { sv: 'Oförändrat.', en: 'Unchanged.' },
  wrong_way: { sv: 'Åt fel håll.', en: 'The wrong way.' },
  unknown: { sv: 'Inte mätt än.', en: 'Not measured yet.' },
}

export const activityWords: Readonly<Record<Activity['state'], Text>> = {
  done: { sv: 'Klar', en: 'Done' },
  ahead: { sv: 'Återstår', en: 'To do' },
  late: { sv: 'Försenad', en: 'Late' },
}
