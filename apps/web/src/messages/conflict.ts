import type { Catalogue } from './text.ts'

/** Two have written in the same at once. */
export const conflict = {
  title: { sv: 'Någon annan skrev samtidigt', en: 'Somebody else wrote at the same time' },
  help: {
    sv: 'Det här står nu i fält som du också har ändrat. Spara igen för att skriva över, eller avbryt så står deras kvar. Inget har sparats.',
    en: 'This stands now in fields that you have changed too. Save again to write over it, or cancel and theirs stays. Nothing has been saved.',
  },
  place: { sv: 'Läge eller tid', en: 'Place or time' },
} satisfies Catalogue
