import type { WordedCatalogue } from './wording.ts'

/** What of a report becomes public and what does not, before it is sent. */
export const reportReview = {
  maybePublic: {
    sv: 'Det här kan bli synligt för alla',
    en: 'This may become visible to everybody',
    easy: 'Det här kan alla få se',
  },
  maybePublicHelp: {
    sv: 'Först när en handläggare har läst din rapport.',
    en: 'Only once an officer has read your report.',
    easy: 'En person på kommunen läser först.',
  },
  neverPublic: {
    sv: 'Det här visas aldrig för alla',
    en: 'This is never shown to everybody',
    easy: 'Det här får inte alla se',
  },
  neverPublicHelp: {
    sv: 'Bara kommunens handläggare och polisen ser det.',
    en: 'Only the municipality’s officers and the police see it.',
    easy: 'Bara kommunen och polisen ser det.',
  },
  nearPlace: (near: string) => ({ sv: `I närheten av ${near}`, en: `Near ${near}` }),
  nearUnknown: {
    sv: 'En punkt i närheten, aldrig exakt var',
    en: 'A point nearby, never exactly where',
    easy: 'Nära platsen, men inte exakt var',
  },
  month: (month: string) => ({ sv: `Månaden: ${month}`, en: `The month: ${month}` }),
  wordsIfReleased: {
    sv: 'Dina ord och ditt foto, om handläggaren släpper dem',
    en: 'Your words and your photo, if the officer releases them',
    easy: 'Det du skrev och ditt foto, om kommunen säger ja',
  },
  noReasonPublic: {
    sv: 'Inga av skälen: de kan peka ut människor',
    en: 'None of the reasons: they may point at people',
    easy: 'Inte varför det är otryggt',
  },
  exactPlace: { sv: 'Den exakta platsen', en: 'The exact place' },
  exactTime: {
    sv: 'Dagen du skickar, och tider och dagar du valt',
    en: 'The day you send it, and the hours and days you chose',
    easy: 'Dag och tid',
  },
  reasonsHidden: (reasons: string) => ({
    sv: `Skäl som kan peka ut människor: ${reasons}`,
    en: `Reasons that may point at people: ${reasons}`,
    easy: `Att du valde: ${reasons}`,
  }),
  whoYouAre: {
    sv: 'Vem du är: det vet ingen, inte heller vi',
    en: 'Who you are: nobody knows, nor do we',
    easy: 'Vem du är. Det vet ingen.',
  },
  yourReport: { sv: 'Din rapport', en: 'Your report' },
  changePlace: { sv: 'Ändra plats', en: 'Change the place' },
  changeWhy: { sv: 'Ändra skäl', en: 'Change the reasons' },
  changeWhen: { sv: 'Ändra tid', en: 'Change the time' },
  changeWords: { sv: 'Ändra ord och foto', en: 'Change words and photo' },
  noWords: { sv: 'Inga ord', en: 'No words' },
  withPhoto: { sv: 'Ett foto', en: 'A photo' },
} satisfies WordedCatalogue
