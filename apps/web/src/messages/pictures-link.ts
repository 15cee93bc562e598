import type { Catalogue } from './text.ts'

/** The way from a face to the weekly pictures: apart from their own words, which come with their pages. */
export const picturesLink = {
  open: { sv: 'Veckans lägesbild', en: 'The week’s picture' },
} satisfies Catalogue
