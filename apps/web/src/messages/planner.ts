import type { Catalogue } from './text.ts'

/** The planner's face; drawing and forms have words of their own. */
export const planner = {
  title: { sv: 'Planera', en: 'Plan' },
  lead: {
    sv: 'Rita en åtgärd, följ den från idé till utvärderad.',
    en: 'Draw a measure and follow it from idea to evaluated.',
  },
  measures: { sv: 'Åtgärder efter status', en: 'Measures by status' },
  all: { sv: 'Alla', en: 'All' },
  none: { sv: 'Inga åtgärder här ännu', en: 'No measures here yet' },
  noneHelp: { sv: 'Rita den första med knapparna ovan.', en: 'Draw the first one with the buttons above.' },
  noneOfStatus: { sv: 'Ingen åtgärd har den här statusen', en: 'No measure has this status' },
  changed: (when: string) => ({ sv: `Ändrad ${when}`, en: `Changed ${when}` }),
  more: (n: string) => ({
    sv: `Visar de 40 senast ändrade av ${n}.`,
    en: `Showing the 40 most recently changed of ${n}.`,
  }),
  openList: { sv: 'Öppna hela listan', en: 'Open the whole list' },
} satisfies Catalogue
