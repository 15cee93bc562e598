import type { Text } from '@trygghetskartan/api/contract'
import { createContext, useCallback, useContext } from 'react'
import { keepPreferences, useWording as useKeptWording } from '../preferences.ts'
import type { Language } from '../url-state.ts'
import { directions, useLanguage } from './text.ts'

/**
 * Ways to tell some parts of the product beside its two languages: easy Swedish now, and more languages as rows here. `language` is what
 * the server, figures and dates speak, and what a text is told in that has no wording of its own.
 */
const wordings = {
  easy: { language: 'sv', tag: 'sv', direction: 'ltr', title: 'Lätt svenska' },
} as const satisfies Record<
  string,
  { language: Language; tag: string; direction: 'ltr' | 'rtl'; title: string }
>

export type Wording = keyof typeof wordings

/** A text in both languages, and in those wordings that need one of their own. */
export type Worded = Text & Partial<Record<Wording, string>>

/** As `Catalogue`, where a text may have more wordings than the languages. */
export type WordedCatalogue = Readonly<Record<string, Worded | ((...values: never[]) => Worded)>>

const WordingContext = createContext<Wording | null>(null)
export const WordingProvider = WordingContext.Provider

/** `t(text)`: the text in the wording chosen, else in the reader's language. */
export function useWords(): (text: Worded) => string {
  const language = useLanguage()
  const wording = useContext(WordingContext)
  return useCallback(
    (text: Worded) => (wording === null ? undefined : text[wording]) ?? text[language],
    [language, wording],
  )
}

export interface WordingChoice {
  readonly value: Wording
  readonly title: string
  readonly tag: string
  readonly chosen: boolean
}

/** What can be chosen, what is, and how the page is marked for it. */
export function useWordingChoice() {
  const language = useLanguage()
  const kept = useKeptWording()
  const chosen = kept !== null && kept in wordings && wordings[kept as Wording].language === language
  const wording = chosen ? (kept as Wording) : null
  const { tag, direction } = wording ? wordings[wording] : { tag: language, direction: directions[language] }
  const choices = Object.entries(wordings).map(
    ([value, { title, tag }]): WordingChoice => ({
      value: value as Wording,
      title,
      tag,
      chosen: value === wording,
    }),
  )
  return {
    wording,
    tag,
    direction,
    choices,
    languageOf: (value: Wording): Language => wordings[value].language,
    keep: (value: Wording | null) => keepPreferences({ wording: value ?? undefined }),
  }
}
