import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useLayoutEffect, useState } from 'react'
import { speak } from '../api.ts'
import { FlavourContext } from '../map/map-context.ts'
import { directions, LanguageContext } from '../messages/text.ts'
import { useChosenFlavour, useChosenLanguage, useShownFlavour } from '../preferences.ts'
import { useAccount } from '../session.ts'
import { AnnounceProvider } from '../ui/announce.tsx'
import { useUrlState } from '../url-state.ts'
import { ErrorBoundary } from './error-boundary.tsx'

/** Fetched only where somebody is signed in. */
const SessionGuard = lazy(() =>
  import('../guard/session-guard.tsx').then(({ SessionGuard }) => ({ default: SessionGuard })),
)

/** Language, flavour and the live region around every page. */
export function Root() {
  const [view] = useUrlState()
  const language = useChosenLanguage(view)
  const flavour = useShownFlavour(view)
  const chosen = useChosenFlavour(view)
  const account = useAccount()
  // There one goes on without a session: nobody has one, or what is written waits.
  const standsAlone = useLocation({
    select: ({ pathname }) => /^\/(lagg-in|rapportera|kvitto)/.test(pathname),
  })
  const [guarded, setGuarded] = useState(false)
  // Once somebody has been signed in, the end of it is told.
  if (account && !guarded) setGuarded(true)
  speak(language)
  // Before anything is painted: no flash of the other flavour.
  useLayoutEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = directions[language]
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
          {guarded && !standsAlone && (
            <Suspense>
              <SessionGuard />
            </Suspense>
          )}
        </AnnounceProvider>
      </FlavourContext>
    </LanguageContext>
  )
}
