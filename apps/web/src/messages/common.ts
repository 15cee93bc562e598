import type { Catalogue } from './text.ts'

/** Words that several parts share. */
export const common = {
  close: { sv: 'Stäng', en: 'Close' },
  cancel: { sv: 'Avbryt', en: 'Cancel' },
  save: { sv: 'Spara', en: 'Save' },
  remove: { sv: 'Ta bort', en: 'Delete' },
  retry: { sv: 'Försök igen', en: 'Try again' },
  loading: { sv: 'Hämtar…', en: 'Loading…' },
  yes: { sv: 'Ja', en: 'Yes' },
  no: { sv: 'Nej', en: 'No' },
  required: { sv: 'obligatoriskt', en: 'required' },
  somethingWrong: { sv: 'Något gick fel', en: 'Something went wrong' },
  areas: (n: number) => ({
    sv: n === 1 ? '1 yta' : `${n} ytor`,
    en: n === 1 ? '1 area' : `${n} areas`,
  }),
  tryAgainIn: (seconds: number) => ({
    sv: `Försök igen om ${seconds} s.`,
    en: `Try again in ${seconds} s.`,
  }),
} satisfies Catalogue
