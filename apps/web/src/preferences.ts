import type { Flavour } from '@trygghetskartan/api/contract'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Language, UrlState } from './url-state.ts'

const key = 'trygghetskartan.preferences'

interface Preferences {
  language?: Language
  flavour?: Flavour
  /** Edition of EN/IEC 62676-4 that zones of a camera are told by. */
  densityEdition?: 2014 | 2025
  /** Beside the language: easy Swedish (messages/wording.ts). */
  wording?: string
}

/** What the reader chose last on this device. A browser that keeps nothing is fine: the address carries the choice too. */
function keptText(): string {
  try {
    return localStorage.getItem(key) ?? '{}'
  } catch {
    return '{}'
  }
}

function parse(text: string): Preferences {
  try {
    return JSON.parse(text) as Preferences
  } catch {
    return {}
  }
}

const listeners = new Set<() => void>()
const whenKept = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

type Change = { readonly [Key in keyof Preferences]?: Preferences[Key] | undefined }

export function keepPreferences(change: Change): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...parse(keptText()), ...change }))
  } catch {
    return
  }
  for (const listener of listeners) listener()
}

/** As they are now, and again when they change: an address that says nothing of them stays the same then. */
function usePreferences(): Preferences {
  const text = useSyncExternalStore(whenKept, keptText)
  return useMemo(() => parse(text), [text])
}

/** The later edition until another is chosen. */
export function useDensityEdition(): 2014 | 2025 {
  return usePreferences().densityEdition === 2014 ? 2014 : 2025
}

/** As it was chosen last; null: the language's own. */
export const useWording = (): string | null => usePreferences().wording ?? null

const arrivedKey = 'trygghetskartan.arrived-in'

/** The language of the address somebody came by: it lasts for the visit, though links from page to page do not carry it. */
function arrivedIn(): Language | undefined {
  try {
    const language = sessionStorage.getItem(arrivedKey)
    return language === 'sv' || language === 'en' ? language : undefined
  } catch {
    return undefined
  }
}

/** The address first, then what was chosen last, then what one came by; Swedish otherwise. */
export function useChosenLanguage(view: UrlState): Language {
  const kept = usePreferences()
  useEffect(() => {
    if (!view.language) return
    try {
      sessionStorage.setItem(arrivedKey, view.language)
    } catch {
      // Then the address alone carries it.
    }
  }, [view.language])
  return view.language ?? kept.language ?? arrivedIn() ?? 'sv'
}

const dark = window.matchMedia('(prefers-color-scheme: dark)')
const whenSchemeChanges = (listener: () => void) => {
  dark.addEventListener('change', listener)
  return () => dark.removeEventListener('change', listener)
}

/** The chosen flavour, or null where it follows the system. */
export function useChosenFlavour(view: UrlState): Flavour | null {
  const kept = usePreferences()
  return view.flavour ?? kept.flavour ?? null
}

/** What is shown: the chosen flavour or the system's, as it changes. */
export function useShownFlavour(view: UrlState): Flavour {
  const chosen = useChosenFlavour(view)
  const system = useSyncExternalStore(whenSchemeChanges, () => dark.matches)
  return chosen ?? (system ? 'dark' : 'light')
}
