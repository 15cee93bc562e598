import type { Catalogue } from './text.ts'

/** The way to reports from the planners' face. */
export const moderationLink = {
  open: { sv: 'Rapporter från invånare', en: 'Reports from residents' },
} satisfies Catalogue
