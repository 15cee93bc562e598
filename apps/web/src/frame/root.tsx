import { Outlet } from '@tanstack/react-router'
import { useLayoutEffect } from 'react'
import { speak } from '../api.ts'
import { FlavourContext } from '../map/map-context.ts'
import { LanguageContext } from '../messages/text.ts'
import { useChosenFlavour, useChosenLanguage, useShownFlavour } from '../preferences.ts'
import { AnnounceProvider } from '../ui/announce.tsx'
import { useUrlState } from '../url-state.ts'
import { ErrorBoundary } from './error-boundary.tsx'

/** Language, flavour and the live region around every page. */
export function Root() {
  const [view] = useUrlState()
  const language = useChosenLanguage(view)
  const flavour = useShownFlavour(view)
  const chosen = useChosenFlavour(view)
  speak(language)
  // Before anything is painted: no flash of the other flavour.
  useLayoutEffect(() => {
    document.documentElement.lang = language
    if (chosen) document.documentElement.dataset.flavour = chosen
    else delete document.documentElement.dataset.flavour
  }, [language, chosen])
  return (
    <LanguageContext value={language}>
      <FlavourContext value={flavour}>
        <AnnounceProvider>
          <ErrorBoundary>
            <Outlet />
          </ErrorBoundary>
        </AnnounceProvider>
      </FlavourContext>
    </LanguageContext>
  )
}
