import type { Catalogue } from './text.ts'

/** The police's face. */
export const police = {
  title: { sv: 'Lägesbild', en: 'Joint picture' },
  lead: {
    sv: 'Händelser i tid och rum, och var närvaron planeras.',
    en: 'Events in time and space, and where presence is planned.',
  },
  period: { sv: 'Period', en: 'Period' },
  days30: { sv: '30 dagar', en: '30 days' },
  days90: { sv: '90 dagar', en: '90 days' },
  year: { sv: '1 år', en: '1 year' },
  everything: { sv: 'Allt', en: 'All' },
  own: { sv: 'Egna datum', en: 'Own dates' },
  events: (n: number, words: string) => ({
    sv: n === 1 ? '1 händelse' : `${words} händelser`,
    en: n === 1 ? '1 event' : `${words} events`,
  }),
  inPeriod: (from: string, to: string) => ({ sv: `${from} – ${to}`, en: `${from} – ${to}` }),
  byKind: { sv: 'Efter slag', en: 'By kind' },
  byTime: { sv: 'När det händer', en: 'When it happens' },
  byTimeHelp: {
    sv: 'Antal händelser per veckodag och timme, svensk tid.',
    en: 'Number of events by weekday and hour, Swedish time.',
  },
  weekday: { sv: 'Veckodag', en: 'Weekday' },
  cell: (day: string, hour: string, n: number) => ({
    sv: `${day} kl. ${hour}: ${n} ${n === 1 ? 'händelse' : 'händelser'}`,
    en: `${day} at ${hour}: ${n} ${n === 1 ? 'event' : 'events'}`,
  }),
  peak: (day: string, from: string, to: string, n: number) => ({
    sv: `Flest på ${day} kl. ${from}–${to}: ${n} st.`,
    en: `Most on ${day} at ${from}–${to}: ${n}.`,
  }),
  fewest: { sv: 'Få', en: 'Few' },
  most: (n: number) => ({ sv: `Flest (${n})`, en: `Most (${n})` }),
  leftOut: { sv: 'Vad som inte räknas på platsen', en: 'What is not counted at its place' },
  coarse: (n: string, all: string, precision: string) => ({
    sv: `${n} av ${all} händelser är bara kända till ${precision}. De visas som stora tomma märken och räknas aldrig in i en täthetskarta.`,
    en: `${n} of ${all} events are known only to ${precision}. They are shown as large hollow marks and never enter a density map.`,
  }),
  allPlaced: {
    sv: 'Alla händelser i urvalet har känd plats.',
    en: 'All events in the selection have a known place.',
  },
  noTime: (n: string) => ({
    sv: `${n} saknar klockslag och är inte med i rutnätet.`,
    en: `${n} have no time of day and are not in the grid.`,
  }),
  tooMany: (n: string) => ({
    sv: `Siffrorna bygger på de ${n} senaste händelserna. Välj en kortare period för att räkna alla.`,
    en: `The figures rest on the ${n} latest events. Choose a shorter period to count all.`,
  }),
  noEvents: { sv: 'Inga händelser i perioden', en: 'No events in the period' },
  noEventsHelp: {
    sv: 'Välj en längre period eller tänd fler slag.',
    en: 'Choose a longer period or turn on more kinds.',
  },
  zones: { sv: 'Patrullområden', en: 'Patrol zones' },
  noZones: { sv: 'Inga patrullområden är ritade', en: 'No patrol zones are drawn' },
} satisfies Catalogue
