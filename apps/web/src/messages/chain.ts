import type { Catalogue } from './text.ts'

/** What came of what residents have reported, in public words. */
export const chainWords = {
  led: { sv: 'Ledde till', en: 'Led to' },
  answers: { sv: 'Svarar mot det som invånare har rapporterat', en: 'Answers what residents have reported' },
  plannedFor: (when: string) => ({ sv: `planerad ${when}`, en: `planned ${when}` }),
  planned: { sv: 'planerad', en: 'planned' },
  underWay: { sv: 'på gång', en: 'under way' },
  doneOn: (when: string) => ({ sv: `klar ${when}`, en: `done ${when}` }),
  done: { sv: 'klar', en: 'done' },
  at_least_5: { sv: 'Minst 5 rapporter', en: 'At least 5 reports' },
  at_least_10: { sv: 'Minst 10 rapporter', en: 'At least 10 reports' },
  at_least_25: { sv: 'Minst 25 rapporter', en: 'At least 25 reports' },
  at_least_50: { sv: 'Minst 50 rapporter', en: 'At least 50 reports' },
  at_least_100: { sv: 'Minst 100 rapporter', en: 'At least 100 reports' },
  promises: { sv: 'Hör till löftet', en: 'Part of the promise' },
  photo: { sv: 'Foto av platsen, taget av en invånare', en: 'Photograph of the place, taken by a resident' },
  reportedPlace: { sv: 'Rapporterad plats', en: 'Reported place' },
} satisfies Catalogue
