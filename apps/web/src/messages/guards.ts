import type { Catalogue } from './text.ts'

/** Guards' permits, and field workers held against where young people gather. */
export const guards = {
  title: { sv: 'Ordningsvakter och fältare', en: 'Guards and field workers' },
  titleToDo: (n: number) => ({
    sv: `Ordningsvakter och fältare (${n})`,
    en: `Guards and field workers (${n})`,
  }),
  parts: { sv: 'Delar', en: 'Parts' },
  permits: { sv: 'Förordnanden', en: 'Permits' },
  allPermits: { sv: 'Ordningsvaktsförordnanden', en: 'Permits of public-order guards' },
  cover: { sv: 'Fältare och unga', en: 'Field workers and the young' },
  permitsLead: (days: number, years: number) => ({
    sv: `Ett områdestillstånd gäller högst ${years} år. Sök nytt i god tid: här varnas från ${days} dagar före.`,
    en: `An area permit lasts at most ${years} years. Apply for a new one in time: the warning comes ${days} days ahead.`,
  }),
  none: { sv: 'Inga förordnanden är inlagda', en: 'No permits are recorded' },
  noneHelp: {
    sv: 'Planerare ritar ordningsvakternas områden på kartan.',
    en: 'Planners draw the guards’ areas on the map.',
  },
  toDo: (n: number) => ({
    sv: n === 1 ? '1 förordnande behöver åtgärdas' : `${n} förordnanden behöver åtgärdas`,
    en: n === 1 ? '1 permit needs attention' : `${n} permits need attention`,
  }),
  allWell: { sv: 'Alla förordnanden gäller.', en: 'Every permit is valid.' },
  daysLeft: (n: number) => ({
    sv: n === 0 ? 'sista dagen i dag' : n === 1 ? '1 dag kvar' : `${n} dagar kvar`,
    en: n === 0 ? 'last day today' : n === 1 ? '1 day left' : `${n} days left`,
  }),
  expired: (n: number) => ({
    sv: n === 1 ? 'gick ut i går' : `gick ut för ${n} dagar sedan`,
    en: n === 1 ? 'expired yesterday' : `expired ${n} days ago`,
  }),
  notYet: (day: string) => ({ sv: `gäller från ${day}`, en: `valid from ${day}` }),
  until: (day: string) => ({ sv: `till ${day}`, en: `until ${day}` }),
  outside: (hours: string) => ({
    sv: `Tjänstgör ${hours} timmar i veckan utanför tillståndets tider.`,
    en: `Serves ${hours} hours a week outside the hours of the permit.`,
  }),
  expiredHelp: {
    sv: 'Ordningsvakter får inte tjänstgöra här utan nytt tillstånd.',
    en: 'Guards may not serve here without a new permit.',
  },
  soonHelp: { sv: 'Ansök om förlängning.', en: 'Apply for renewal.' },

  coverLead: (from: string) => ({
    sv: `Ungdomar samlade sedan ${from}, mot de områden och tider där fältare är i dag.`,
    en: `Young people gathered since ${from}, against the areas and hours of field workers today.`,
  }),
  sourcePolice: {
    sv: 'Underlag: fältposter och polisens händelser med säker plats och tid.',
    en: 'From: field entries and police incidents of certain place and time.',
  },
  sourcePlanner: {
    sv: 'Underlag: de fältposter som kommunen får läsa.',
    en: 'From: the field entries that the municipality may read.',
  },
  covered: (n: string, of: string, share: string) => ({
    sv: `${n} av ${of} (${share} %) var där och då fältare är`,
    en: `${n} of ${of} (${share}%) were where and when field workers are`,
  }),
  noYoung: {
    sv: 'Inget är inlagt om ungdomar som samlas.',
    en: 'Nothing is recorded of young people gathering.',
  },
  noYoungHelp: {
    sv: 'Fältare och andra lägger in vad de ser under Lägg in.',
    en: 'Field workers and others log what they see.',
  },
  byTime: {
    sv: 'När det händer, och hur mycket av det fältare täcker',
    en: 'When it happens, and how much of it is covered',
  },
  cellHelp: { sv: 'I varje ruta: täckta av alla.', en: 'In each cell: covered of all.' },
  cell: (covered: string, all: string) => ({
    sv: `${covered} av ${all} täckta`,
    en: `${covered} of ${all} covered`,
  }),
  uncovered: {
    sv: 'Platser utan fältare när det händer',
    en: 'Places without field workers when it happens',
  },
  uncoveredPlace: (n: number, from: string, to: string) => ({
    sv: `${n} gånger, mest kl. ${from}–${to}`,
    en: `${n} times, mostly ${from}–${to}`,
  }),
  place: (n: number) => ({ sv: `Plats ${n}`, en: `Place ${n}` }),
  noUncovered: { sv: 'Ingen plats återkommer utan fältare.', en: 'No place recurs without field workers.' },
  leftOut: (n: number) => ({
    sv: `${n} är inte med: platsen eller klockslaget är för osäkert.`,
    en: `${n} are left out: their place or hour is too uncertain.`,
  }),
  areas: { sv: 'Fältarnas områden', en: 'Areas of field workers' },
  endsOn: (day: string) => ({ sv: `till ${day}`, en: `until ${day}` }),
  day: { sv: 'Dag', en: 'Day' },
} satisfies Catalogue
