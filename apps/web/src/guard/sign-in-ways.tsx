import { useState } from 'react'
import { api } from '../api.ts'
import { guard as words } from '../messages/guard.ts'
import { useText } from '../messages/text.ts'
import { useConfig } from '../session.ts'
import buttons from '../ui/button.module.css'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { tabReturn } from './session-channel.ts'

interface SignInWaysProps {
  readonly account: { readonly id: string; readonly name: string }
  /** Where the account signs in: a provider's id, or 'demo'. */
  readonly provider: string | undefined
  /** Already signed in, but not freshly enough. */
  readonly stepUp: boolean
  readonly onSignedIn: () => void
}

/** The ways for an account to sign in again without leaving the page: its provider in a tab of its own, or one press in a demonstration. */
export function SignInWays({ account, provider, stepUp, onSignedIn }: SignInWaysProps) {
  const t = useText()
  const { data: config } = useConfig()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const demo =
    provider === 'demo' ? config?.demoAccounts.find(({ name }) => name === account.name) : undefined
  const signIn = (id: string) => {
    setBusy(true)
    setError(null)
    api
      .signIn(id)
      .then(onSignedIn, setError)
      .finally(() => setBusy(false))
  }
  const back = encodeURIComponent(tabReturn)
  const link = classNames(buttons.button, buttons.primary)
  if (demo)
    return (
      <>
        {error !== null && <ErrorNote error={error} />}
        <Button kind="primary" busy={busy} onClick={() => signIn(demo.id)}>
          {t(words.signInAs(account.name))}
        </Button>
      </>
    )
  // Its own, where that is still offered.
  const all = config?.providers ?? []
  const own = all.filter(({ id }) => id === provider)
  const offered = own.length > 0 ? own : all
  const providers = stepUp
    ? [{ id: '', title: words.signInAgain, href: `/auth/step-up?return_to=${back}` }]
    : offered.map(({ id, title }) => ({
        id,
        title: words.signInWith(t(title)),
        href: `/auth/login?provider=${encodeURIComponent(id)}&return_to=${back}`,
      }))
  return (
    <>
      {providers.map(({ id, title, href }) => (
        <a key={id} href={href} target="_blank" rel="noopener" className={link}>
          {t(title)}
          <Icon name="external" size={16} />
          <span className="sr-only">({t(words.newTab)})</span>
        </a>
      ))}
    </>
  )
}
