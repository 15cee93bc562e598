import type { Language } from '../url-state.ts'

/** "november 2026" of a day in it. */
export const monthName = (day: string | Date, language: Language): string =>
  new Date(day).toLocaleDateString(language === 'sv' ? 'sv-SE' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Stockholm',
  })
