import type { Catalogue } from './text.ts'

/** Somebody else wrote the evaluation while one was about to sign it. */
export const promisesClash = {
  title: { sv: 'Utvärderingen har ändrats', en: 'The evaluation has been changed' },
  help: {
    sv: 'Någon annan skrev om den sedan du öppnade den. Inget har signerats. Läs vad som står nu, och signera igen om ni står för det.',
    en: 'Somebody else has rewritten it since you opened it. Nothing has been signed. Read what stands now, and sign again if you stand by it.',
  },
} satisfies Catalogue
