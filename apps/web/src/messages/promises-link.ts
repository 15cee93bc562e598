import type { Catalogue } from './text.ts'

/** On the way to the promises. */
export const promisesLink = { open: { sv: 'Löften', en: 'Promises' } } satisfies Catalogue
