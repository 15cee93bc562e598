import { useState } from 'react'
import { api } from './api.ts'
import { forgetReporter } from './reporter/forget-reporter.ts'

/** The way out, at the provider too where one signed in there. */
export function useSignOut() {
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const signOut = () => {
    setBusy(true)
    api.signOut().then(
      // A whole new page: nothing fetched as one caller may be left for the next.
      async (out) => {
        await forgetReporter()
        location.assign(out?.endSessionUrl ?? '/')
      },
      (reason: unknown) => {
        setBusy(false)
        setError(reason)
      },
    )
  }
  return { signOut, busy, error }
}
