import type { Text } from '@trygghetskartan/api/contract'
import type { Catalogue } from './text.ts'

/** Where and when the police are present, and what came of it. */
export const patrol = {
  title: { sv: 'Patrullområden', en: 'Patrol zones' },
  open: { sv: 'Patrullområden och närvaro', en: 'Patrol zones and presence' },
  parts: { sv: 'Delar', en: 'Parts' },
  zones: { sv: 'Områden', en: 'Zones' },
  propose: { sv: 'Föreslå', en: 'Propose' },
  sheet: { sv: 'Passblad', en: 'Shift sheet' },
  about: (from: string, to: string, kinds: string) => ({
    sv: `Siffrorna gäller ${kinds}, ${from}–${to}, på varje områdes egna tider. Urvalet följer lägesbilden.`,
    en: `The figures are of ${kinds}, ${from}–${to}, in each zone’s own hours. They follow the choices of the picture.`,
  }),
  aboutProposal: (from: string, to: string, kinds: string) => ({
    sv: `Sökt i ${kinds}, ${from}–${to}: urvalet följer lägesbilden.`,
    en: `Sought in ${kinds}, ${from}–${to}: as chosen in the picture.`,
  }),
  allKinds: { sv: 'alla slag', en: 'all kinds' },
  someKinds: (n: number) => ({
    sv: n === 1 ? 'ett valt slag' : `${n} valda slag`,
    en: n === 1 ? 'one chosen kind' : `${n} chosen kinds`,
  }),
  none: { sv: 'Inga patrullområden än', en: 'No patrol zones yet' },
  noneHelp: {
    sv: 'Rita ett på kartan, eller låt kartan föreslå områden ur det som har hänt.',
    en: 'Draw one on the map, or let the map propose zones from what has happened.',
  },
  held: (share: string, low: string, high: string) => ({
    sv: `Håller ${share} % (${low}–${high})`,
    en: `Holds ${share}% (${low}–${high})`,
  }),
  ofAll: (n: string, of: string, pai: string) => ({
    sv: `${n} av ${of} händelser · PAI ${pai}`,
    en: `${n} of ${of} incidents · PAI ${pai}`,
  }),
  paiHelp: {
    sv: 'PAI är hur många gånger mer som händer i området än om allt vore jämnt spritt över ytan. Intervallet är 95 %.',
    en: 'PAI is how many times more happens in the zone than if all were spread evenly over the ground. The interval is 95%.',
  },
  heldOfAllHours: (share: string) => ({
    sv: `${share} % av allt som händer, dygnet runt, händer här på de här tiderna.`,
    en: `${share}% of all that happens, around the clock, happens here in these hours.`,
  }),
  few: { sv: 'Få händelser: siffran är osäker.', en: 'Few incidents: the figure is uncertain.' },
  leftOut: (n: string) => ({
    sv: `${n} händelser är inte med: platsen eller klockslaget är för osäkert.`,
    en: `${n} incidents are left out: their place or hour is too uncertain.`,
  }),
  aroundTheClock: { sv: 'dygnet runt', en: 'around the clock' },
  back: { sv: 'Alla områden', en: 'All zones' },
  details: { sv: 'Öppna området', en: 'Open the zone' },
  edit: { sv: 'Visa och ändra', en: 'Show and change' },
  basis: { sv: 'Underlag', en: 'Basis' },

  wereHere: { sv: 'Vi var här', en: 'We were here' },
  wereHereWhen: { sv: 'När var ni här?', en: 'When were you here?' },
  otherTime: { sv: 'Annan tid', en: 'Other time' },
  logged: (title: string, hours: string) => ({
    sv: `Antecknat: ${title} ${hours}`,
    en: `Logged: ${title} ${hours}`,
  }),
  undo: { sv: 'Ångra', en: 'Undo' },
  undone: { sv: 'Ångrat direkt', en: 'Undone at once' },
  day: { sv: 'Dag', en: 'Day' },
  from: { sv: 'Från klockan', en: 'From' },
  to: { sv: 'Till klockan', en: 'Until' },
  nextDay: {
    sv: 'En sluttid före starttiden är nästa dygn.',
    en: 'An end before the start is on the next day.',
  },
  officers: { sv: 'Antal poliser', en: 'Officers' },
  kind: { sv: 'Slag av närvaro', en: 'Kind of presence' },
  note: { sv: 'Anteckning', en: 'Note' },
  noteHelp: { sv: 'Inga personuppgifter.', en: 'No personal data.' },
  sensitive: (text: string) => ({
    sv: `”${text}” kan peka ut en person. Ta bort det först.`,
    en: `“${text}” may point out a person. Remove it first.`,
  }),
  log: { sv: 'Anteckna', en: 'Log' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  badTimes: { sv: 'Ange dag, från och till.', en: 'Give the day, from and until.' },

  presence: { sv: 'Närvaro', en: 'Presence' },
  noPresence: { sv: 'Ingen närvaro är antecknad.', en: 'No presence has been logged.' },
  presenceSum: (times: number, hours: string, weeks: number) => ({
    sv: `${times} ${times === 1 ? 'gång' : 'gånger'}, ${hours} timmar på ${weeks} veckor`,
    en: `${times} ${times === 1 ? 'time' : 'times'}, ${hours} hours in ${weeks} weeks`,
  }),
  lastPresence: (when: string) => ({ sv: `Senast på plats ${when}`, en: `Last there ${when}` }),
  neverPresence: { sv: 'Ingen närvaro antecknad', en: 'No presence logged' },
  byWhom: (who: string, n: number | null) => ({
    sv: n ? `${who}, ${n} poliser` : who,
    en: n ? `${who}, ${n} officers` : who,
  }),
  withdraw: { sv: 'Återta', en: 'Withdraw' },
  withdrawWhy: { sv: 'Varför återtas anteckningen?', en: 'Why is the entry withdrawn?' },
  withdrawHelp: {
    sv: 'Anteckningen står kvar som återtagen och räknas inte längre.',
    en: 'The entry stays as withdrawn, and counts no longer.',
  },
  withdrawn: (why: string) => ({ sv: `Återtagen: ${why}`, en: `Withdrawn: ${why}` }),
  older: (n: number) => ({ sv: `Visa ${n} äldre`, en: `Show ${n} older` }),

  effect: { sv: 'Före och efter', en: 'Before and after' },
  effectOff: {
    sv: 'Effekten kan räknas när närvaro är antecknad.',
    en: 'The effect can be reckoned once presence is logged.',
  },
  fewer: (n: string) => ({ sv: `${n} färre`, en: `${n} fewer` }),
  more: (n: string) => ({ sv: `${n} fler`, en: `${n} more` }),
  effectIs: (estimate: string, low: string, high: string) => ({
    sv: `${estimate} händelser än väntat (95 %-intervall ${low} till ${high})`,
    en: `${estimate} incidents than expected (95% interval ${low} to ${high})`,
  }),
  effectUnsure: {
    sv: 'Intervallet rymmer noll: skillnaden kan vara en slump.',
    en: 'The interval holds zero: the difference may be chance.',
  },
  effectSure: {
    sv: 'Intervallet rymmer inte noll: skillnaden är troligen ingen slump.',
    en: 'The interval does not hold zero: the difference is likely no chance.',
  },
  effectHow: (weeks: number, buffer: number) => ({
    sv: `${weeks} veckor från första närvaron mot ${weeks} veckor före, på områdets tider. Väntat är vad resten av området som visas gör, lagt på områdets nivå. Omgivningen är ${buffer} m runt om, dit händelser kan flytta (WDD).`,
    en: `${weeks} weeks from the first presence against ${weeks} weeks before, in the zone’s hours. Expected is what the rest of the study area does, at the zone’s level. The surroundings are ${buffer} m about it, where incidents may move (WDD).`,
  }),
  where: { sv: 'Var', en: 'Where' },
  before: { sv: 'Före', en: 'Before' },
  after: { sv: 'Efter', en: 'After' },
  inZone: { sv: 'I området', en: 'In the zone' },
  around: { sv: 'Omgivningen', en: 'Around it' },
  rest: { sv: 'Resten', en: 'The rest' },

  proposeLead: {
    sv: 'Kartan söker sammanhängande områden som håller mest av det som har hänt på tiderna du väljer, inom en budget av yta.',
    en: 'The map seeks connected zones that hold most of what happened in the hours you choose, within a budget of ground.',
  },
  weekdays: { sv: 'Veckodagar', en: 'Weekdays' },
  total: { sv: 'Yta tillsammans', en: 'Ground in all' },
  totalStreet: { sv: 'Gata tillsammans', en: 'Street in all' },
  measure: { sv: 'Budgeten räknas i', en: 'The budget is of' },
  ofGround: { sv: 'yta', en: 'ground' },
  ofStreet: { sv: 'meter gata', en: 'metres of street' },
  streetsCut: {
    sv: 'Gatorna läses i mitten av området, 4 km². Välj ett mindre område i lägesbilden för en annan del.',
    en: 'Streets are read in the middle of the area, 4 km². Choose a smaller area in the picture for another part.',
  },
  zonesMost: { sv: 'Antal områden, högst', en: 'Zones, at most' },
  least: { sv: 'Minsta område', en: 'Least zone' },
  most: { sv: 'Största område', en: 'Largest zone' },
  hectares: {
    sv: '1 hektar är 100 × 100 m, ungefär ett kvarter.',
    en: '1 hectare is 100 × 100 m, about a block.',
  },
  seek: { sv: 'Föreslå områden', en: 'Propose zones' },
  badBudget: { sv: 'Fyll i alla tal, större än noll.', en: 'Fill in all figures, above zero.' },
  badHours: { sv: 'Ange både från och till, eller ingetdera.', en: 'Give both from and until, or neither.' },
  found: (n: number, share: string, bound: string) => ({
    sv: `${n} områden håller ${share} % av händelserna på tiderna. Inga områden inom budgeten kan hålla mer än ${bound} %.`,
    en: `${n} zones hold ${share}% of the incidents in the hours. No zones within the budget can hold more than ${bound}%.`,
  }),
  foundGround: (size: string) => ({ sv: `De tar ${size}.`, en: `They take ${size}.` }),
  hectaresOf: (n: string) => ({ sv: `${n} ha`, en: `${n} ha` }),
  metresOf: (n: string) => ({ sv: `${n} m gata`, en: `${n} m of street` }),
  tried: (from: string, share: string, low: string, high: string) => ({
    sv: `Prövat framåt: områden föreslagna ur tiden före ${from} höll ${share} % (${low}–${high}) av det som hände sedan. Det är ungefär vad man kan vänta sig.`,
    en: `Tried forward: zones proposed from the time before ${from} held ${share}% (${low}–${high}) of what came after. That is about what to expect.`,
  }),
  notTried: {
    sv: 'För få händelser för att pröva förslaget framåt i tiden.',
    en: 'Too few incidents to try the proposal forward in time.',
  },
  take: { sv: 'Spara som utkast', en: 'Save as a draft' },
  taken: (title: string) => ({ sv: `Sparat som idé: ${title}`, en: `Saved as an idea: ${title}` }),
  takenShort: { sv: 'Sparat', en: 'Saved' },
  draftTitle: (place: string, hours: string) => ({
    sv: `${place}, ${hours}`,
    en: `${place}, ${hours}`,
  }),
  unnamed: (n: number) => ({ sv: `Föreslaget område ${n}`, en: `Proposed zone ${n}` }),
  draftBasis: (
    day: string,
    n: string,
    of: string,
    period: string,
    hours: string,
    share: string,
    pai: string,
  ) => ({
    sv: `Föreslaget ${day} ur händelser ${period}, ${hours}: håller ${n} av ${of} (${share} %), PAI ${pai}.`,
    en: `Proposed ${day} from incidents ${period}, ${hours}: holds ${n} of ${of} (${share}%), PAI ${pai}.`,
  }),
  old: { sv: 'Frågan har ändrats sedan förslaget.', en: 'The question has changed since the proposal.' },

  sheetLead: {
    sv: 'Passets områden att skriva ut: karta, tider, varför, och rader att anteckna på.',
    en: 'The zones of a shift to print: map, hours, why, and lines to write on.',
  },
  shift: { sv: 'Pass', en: 'Shift' },
  getSheet: { sv: 'Hämta passblad (PDF)', en: 'Download the shift sheet (PDF)' },
} satisfies Catalogue

export const shiftTitles: Readonly<Record<'day' | 'evening' | 'night', Text>> = {
  day: { sv: 'Dag 07–15', en: 'Day 07–15' },
  evening: { sv: 'Kväll 15–23', en: 'Evening 15–23' },
  night: { sv: 'Natt 22–07', en: 'Night 22–07' },
}
