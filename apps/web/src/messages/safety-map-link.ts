import type { Catalogue } from './text.ts'

/** The way to the safety map: it is bundled with every page that has one. */
export const safetyMap = {
  title: { sv: 'Trygghetskarta', en: 'Safety map' },
} satisfies Catalogue
