import type { Catalogue } from './text.ts'

/** The way to problems from the faces that work on them. */
export const problemsLink = {
  open: { sv: 'Problem och åtgärdsplan', en: 'Problems and action plan' },
} satisfies Catalogue
