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
  readAgain: {
    sv: 'Inget har sparats, och det du skrivit står kvar. Läs det som står nu och spara igen om ditt fortfarande gäller.',
    en: 'Nothing has been saved, and what you have written is still here. Read what stands now, and save again if yours still holds.',
  },
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
