import type { Catalogue } from './text.ts'

/** The ways in to proposals and facts, from faces and panels. */
export const proposeWords = {
  propose: { sv: 'Föreslå placering', en: 'Propose places' },
  saved: { sv: 'Sparade förslag på placering', en: 'Saved proposals of places' },
  factsHere: { sv: 'Fakta om kartans mitt', en: 'Facts about the map’s middle' },
  factsOf: { sv: 'Fakta om platsen', en: 'Facts about the place' },
} satisfies Catalogue
