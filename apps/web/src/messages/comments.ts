import type { Catalogue } from './text.ts'

export const comments = {
  title: { sv: 'Kommentarer', en: 'Comments' },
  onlyOpen: { sv: 'Bara olösta', en: 'Unresolved only' },
  none: { sv: 'Inga kommentarer ännu', en: 'No comments yet' },
  noneHelp: {
    sv: 'Skriv om planen i stort, eller fäst en fråga på en plats eller en åtgärd.',
    en: 'Write about the plan as a whole, or pin a question to a place or a measure.',
  },
  noneOpen: { sv: 'Allt är löst', en: 'Everything is resolved' },
  newComment: { sv: 'Ny kommentar', en: 'New comment' },
  pinnedTo: { sv: 'Gäller', en: 'About' },
  aboutPlan: { sv: 'Planen i stort', en: 'The plan as a whole' },
  aboutPlace: { sv: 'Platsen du pekade ut', en: 'The place you pointed out' },
  aPlace: { sv: 'en plats på kartan', en: 'a place on the map' },
  goneMeasure: { sv: 'en åtgärd som inte längre är i planen', en: 'a measure no longer in the plan' },
  pinOnMap: { sv: 'Peka på kartan', en: 'Point on the map' },
  pinning: {
    sv: 'Klicka där kommentaren ska sitta, eller flytta kartan så att platsen är i mitten. Esc avbryter.',
    en: 'Click where the comment is to be, or move the map so that the place is in the middle. Esc cancels.',
  },
  pinInMiddle: { sv: 'Fäst i kartans mitt', en: 'Pin in the middle of the map' },
  unpin: { sv: 'Ta bort nålen', en: 'Remove the pin' },
  send: { sv: 'Skicka', en: 'Send' },
  textMissing: { sv: 'Skriv något först.', en: 'Write something first.' },
  answer: { sv: 'Svara', en: 'Answer' },
  answerTo: (name: string) => ({ sv: `Svar till ${name}`, en: `Answer to ${name}` }),
  answers: (n: number) => ({
    sv: n === 1 ? '1 svar' : `${n} svar`,
    en: n === 1 ? '1 answer' : `${n} answers`,
  }),
  resolve: { sv: 'Markera som löst', en: 'Mark as resolved' },
  reopen: { sv: 'Öppna igen', en: 'Reopen' },
  resolvedBy: (name: string, when: string) => ({
    sv: `Löst av ${name}, ${when}`,
    en: `Resolved by ${name}, ${when}`,
  }),
  remove: { sv: 'Ta bort min kommentar', en: 'Delete my comment' },
  showOnMap: { sv: 'Visa på kartan', en: 'Show on the map' },
  pin: (number: number, name: string, text: string) => ({
    sv: `Kommentar ${number} av ${name}: ${text}`,
    en: `Comment ${number} by ${name}: ${text}`,
  }),
  pinResolved: (number: number, name: string, text: string) => ({
    sv: `Löst kommentar ${number} av ${name}: ${text}`,
    en: `Resolved comment ${number} by ${name}: ${text}`,
  }),
} satisfies Catalogue
