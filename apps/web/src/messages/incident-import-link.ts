import type { Catalogue } from './text.ts'

/** The way from the face of the police to the import: apart from its own words, which come with its page. */
export const incidentImportLink = {
  open: { sv: 'Läs in händelser', en: 'Import incidents' },
} satisfies Catalogue
