import type { Text } from '@trygghetskartan/api/contract'
import { createContext, useCallback, useContext } from 'react'
import type { Language } from '../url-state.ts'

/**
 * One part of the catalogue: every text in both languages, side by side, so a missing one does not compile.
 * Texts with figures in them are functions. A part is imported where it is shown and thus bundled with its face.
 */
export type Catalogue = Readonly<Record<string, Text | ((...values: never[]) => Text)>>

/** Which way each language is written. */
export const directions: Readonly<Record<Language, 'ltr' | 'rtl'>> = { sv: 'ltr', en: 'ltr' }

export const LanguageContext = createContext<Language>('sv')
export const useLanguage = (): Language => useContext(LanguageContext)

/** `t(text)`: the text in the reader's language; for the catalogue and for texts the server sends. */
export function useText(): (text: Text) => string {
  const language = useLanguage()
  return useCallback((text: Text) => text[language], [language])
}
