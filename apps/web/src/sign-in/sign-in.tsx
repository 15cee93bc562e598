import { Link } from '@tanstack/react-router'
import type { Config, Me } from '@trygghetskartan/api/contract'
import { useEffect, useState } from 'react'
import { api } from '../api.ts'
import { targetOf } from '../frame/faces.ts'
import { SettingsMenu } from '../frame/settings-menu.tsx'
import { frame } from '../messages/frame.ts'
import { signInTroubles, signIn as words } from '../messages/sign-in.ts'
import { useText } from '../messages/text.ts'
import { useConfig } from '../session.ts'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import styles from './sign-in.module.css'

interface SignInProps {
  /** Where one was going: "/planera?at=13.19,55.7,14". */
  readonly target: string | undefined
  /** Why one is sent back here, as the server says it. */
  readonly trouble?: string | undefined
  readonly words: string
}

/** The way in: at one's own organisation, or in a demonstration by choosing whom to be. */
export function SignIn({ target, trouble, words: lead }: SignInProps) {
  const t = useText()
  const { data: config, error: configError, refetch } = useConfig()
  const providers = config?.providers ?? []
  const demo = config?.demoAccounts ?? []

  useEffect(() => {
    document.title = `${t(frame.signIn)} · ${t(frame.name)}`
  }, [t])

  return (
    <main className={styles.page}>
      <div className={styles.corner}>
        <SettingsMenu />
      </div>
      <div className={styles.card}>
        <img src="/icon.svg" width={44} height={44} alt="" />
        <h1>{t(frame.signIn)}</h1>
        <p className={styles.lead}>{lead}</p>
        {trouble && <Trouble code={trouble} />}
        {configError && <ErrorNote error={configError} onRetry={() => void refetch()} />}
        {!config && !configError && <Skeleton lines={4} />}
        {config && providers.length + demo.length === 0 && (
          <Note title={t(words.closed)}>{t(words.closedHelp)}</Note>
        )}
        {providers.length > 0 && (
          <ul className={styles.accounts} aria-label={t(words.providers)}>
            {providers.map(({ id, title }) => (
              <li key={id}>
                <a className={styles.provider} href={loginPath(id, target)}>
                  <Icon name="person" />
                  <span>{t(words.signInWith(t(title)))}</span>
                  <Icon name="right" />
                </a>
              </li>
            ))}
          </ul>
        )}
        {demo.length > 0 && <DemoAccounts accounts={demo} target={target} />}
        <p>
          <Link to="/" search={{}}>
            {t(words.without)}
          </Link>
        </p>
      </div>
    </main>
  )
}

const loginPath = (provider: string, target: string | undefined): string => {
  const back = target ? `/inloggad?${new URLSearchParams({ till: target })}` : '/inloggad'
  return `/auth/login?${new URLSearchParams({ provider, return_to: back })}`
}

function Trouble({ code }: { readonly code: string }) {
  const t = useText()
  const told = signInTroubles[code] ?? signInTroubles.refused!
  return (
    <Note tone="warning" title={t(told.title)}>
      <p>{t(told.help)}</p>
    </Note>
  )
}

function DemoAccounts({
  accounts,
  target,
}: {
  readonly accounts: Config['demoAccounts']
  readonly target: string | undefined
}) {
  const t = useText()
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const enter = (id: string) => {
    setBusy(id)
    setError(null)
    api.signIn(id).then(
      // A whole new page: nothing fetched as the public may be left for the signed in.
      (me: Me) => location.assign(targetOf(me, target)),
      (reason: unknown) => {
        setBusy(null)
        setError(reason)
      },
    )
  }
  return (
    <section aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t(words.demo)}</h2>
      <p className={styles.help}>{t(words.demoHelp)}</p>
      {error !== null && <ErrorNote error={error} />}
      <ul className={styles.accounts}>
        {accounts.map(({ id, name, title }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.account}
              aria-busy={busy === id || undefined}
              disabled={busy !== null}
              onClick={() => enter(id)}
            >
              <span className={styles.initials} aria-hidden="true">
                {initialsOf(name)}
              </span>
              <span>
                <strong>{name}</strong>
                <small>{t(title)}</small>
              </span>
              <Icon name="right" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const initialsOf = (name: string) =>
  name
    .split(' ')
    .map((part) => part[0])
    .join('')
