import type { Catalogue } from './text.ts'

/** What stands where the map of a page cannot be shown. */
export const mapInstead = {
  list: {
    sv: 'Kartan kan inte visas just nu. Allt finns i listan nedanför.',
    en: 'The map cannot be shown right now. All of it is in the list below.',
  },
  search: {
    sv: 'Kartan kan inte visas just nu. Sök platsen eller använd din position i stället.',
    en: 'The map cannot be shown right now. Search for the place or use your position instead.',
  },
} satisfies Catalogue
