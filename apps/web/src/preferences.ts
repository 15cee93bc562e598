import type { Flavour } from '@trygghetskartan/api/contract'
import { useSyncExternalStore } from 'react'
import type { Language, UrlState } from './url-state.ts'

const key = 'trygghetskartan.preferences'

interface Preferences {
  language?: Language
  flavour?: Flavour
}

/** What the reader chose last on this device. A browser that keeps nothing is fine: the address carries the choice too. */
function readPreferences(): Preferences {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Preferences
  } catch {
    return {}
  }
}

export function keepPreferences(change: { language?: Language; flavour?: Flavour | undefined }): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...readPreferences(), ...change }))
  } catch {
    return
  }
}

/** The address first, then what was chosen last; Swedish otherwise. */
export const languageOf = (view: UrlState): Language => view.language ?? readPreferences().language ?? 'sv'

const dark = window.matchMedia('(prefers-color-scheme: dark)')
const whenSchemeChanges = (listener: () => void) => {
  dark.addEventListener('change', listener)
  return () => dark.removeEventListener('change', listener)
}

/** The chosen flavour, or null where it follows the system. */
export const chosenFlavour = (view: UrlState): Flavour | null =>
  view.flavour ?? readPreferences().flavour ?? null

/** What is shown: the chosen flavour or the system's, as it changes. */
export function useShownFlavour(view: UrlState): Flavour {
  const system = useSyncExternalStore(whenSchemeChanges, () => dark.matches)
  return chosenFlavour(view) ?? (system ? 'dark' : 'light')
}
