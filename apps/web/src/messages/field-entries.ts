import type { Text } from '@trygghetskartan/api/contract'
import type { PeopleClass, WorksAs } from '@trygghetskartan/api/contract-observations'
import type { Catalogue } from './text.ts'

/** What was logged in the field, as planners and the police read it. */
export const fieldEntries = {
  title: { sv: 'Fältposter', en: 'Field entries' },
  open: { sv: 'Fältposter', en: 'Field entries' },
  leadPolice: {
    sv: 'Det som fältare, ordningsvakter och bovärdar har lagt in. De som är händelser räknas också med i analysen.',
    en: 'What field workers, guards and housing hosts have logged. Those that are events also count in the analysis.',
  },
  leadPlanner: {
    sv: 'Det som kommunens egna fältare har lagt in, och från ordningsvakter och bovärdar det som i regel inte är brott.',
    en: 'What the municipality’s own field workers have logged, and of guards and housing hosts what as a rule is no offence.',
  },
  period: { sv: 'Period', en: 'Period' },
  day: { sv: 'Ett dygn', en: 'A day' },
  week: { sv: '7 dagar', en: '7 days' },
  month: { sv: '28 dagar', en: '28 days' },
  quarter: { sv: '90 dagar', en: '90 days' },
  kind: { sv: 'Slag', en: 'Kind' },
  everyKind: { sv: 'Alla slag', en: 'Every kind' },
  count: (n: string) => ({ sv: `${n} poster`, en: `${n} entries` }),
  shown: (n: string, all: string) => ({
    sv: `De ${n} senaste av ${all} visas.`,
    en: `The latest ${n} of ${all} are shown.`,
  }),
  none: { sv: 'Inget inlagt i perioden', en: 'Nothing logged in the period' },
  noneHelp: { sv: 'Välj en längre period eller alla slag.', en: 'Choose a longer period, or every kind.' },
  legendEvent: { sv: 'Händelse', en: 'Event' },
  legendState: { sv: 'Platsens skick', en: 'State of the place' },
  street: { sv: 'plats ungefärlig', en: 'place approximate' },
} satisfies Catalogue

/** What reporters work as. */
export const worksAsTitles: Readonly<Record<WorksAs, Text>> = {
  field_worker: { sv: 'Fältare i kommunen', en: 'Field worker of the municipality' },
  guard: { sv: 'Ordningsvakt', en: 'Public-order guard' },
  housing_host: { sv: 'Bovärd', en: 'Housing host' },
}

/** How many were there. */
export const peopleTitles: Readonly<Record<PeopleClass, Text>> = {
  few: { sv: '1–4 personer', en: '1–4 people' },
  group: { sv: '5–14 personer', en: '5–14 people' },
  many: { sv: '15 eller fler', en: '15 or more' },
}
