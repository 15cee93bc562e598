import { Link } from '@tanstack/react-router'
import type { Audience, Config } from '@trygghetskartan/api/contract'
import { useEffect, useState } from 'react'
import { api } from '../api.ts'
import type { FacePath } from '../frame/faces.ts'
import { SettingsMenu } from '../frame/settings-menu.tsx'
import { frame } from '../messages/frame.ts'
import { signIn as words } from '../messages/sign-in.ts'
import { useText } from '../messages/text.ts'
import { useConfig } from '../session.ts'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import styles from './sign-in.module.css'

interface SignInProps {
  /** Where one was going. */
  readonly face: FacePath
  readonly words: string
}

type Account = Config['demoAccounts'][number]

/** Where each audience works; others go to the map. */
const home: Partial<Record<Audience, FacePath>> = { planner: '/planera', police: '/lagesbild' }

/** The way in. In a demonstration: choose whom to be. */
export function SignIn({ face, words: lead }: SignInProps) {
  const t = useText()
  const { data: config, error: configError, refetch } = useConfig()
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)

  useEffect(() => {
    document.title = `${t(frame.signIn)} · ${t(frame.name)}`
  }, [t])

  // A whole new page: nothing fetched as the public may be left for the signed in.
  const enter = (account: Account) => {
    setBusy(account.id)
    setError(null)
    api.signIn(account.id).then(
      (me) => {
        const wanted = home[me.audience] ?? '/'
        const target = face !== '/' && me.faces.includes(face) ? face : wanted
        location.assign(target + location.search.replace(/till=[^&]*&?/, '').replace(/[?&]$/, ''))
      },
      (reason: unknown) => {
        setBusy(null)
        setError(reason)
      },
    )
  }

  return (
    <main className={styles.page}>
      <div className={styles.corner}>
        <SettingsMenu />
      </div>
      <div className={styles.card}>
        <img src="/icon.svg" width={44} height={44} alt="" />
        <h1>{t(frame.signIn)}</h1>
        <p className={styles.lead}>{lead}</p>
        {configError && <ErrorNote error={configError} onRetry={() => void refetch()} />}
        {error !== null && <ErrorNote error={error} />}
        {!config && !configError && <Skeleton lines={4} />}
        {config && config.demoAccounts.length === 0 && (
          <Note title={t(words.closed)}>{t(words.closedHelp)}</Note>
        )}
        {config && config.demoAccounts.length > 0 && (
          <section aria-labelledby="demo-accounts">
            <h2 id="demo-accounts">{t(words.demo)}</h2>
            <p className={styles.help}>{t(words.demoHelp)}</p>
            <ul className={styles.accounts}>
              {config.demoAccounts.map((account) => (
                <li key={account.id}>
                  <button
                    type="button"
                    className={styles.account}
                    aria-busy={busy === account.id || undefined}
                    disabled={busy !== null}
                    onClick={() => enter(account)}
                  >
                    <span className={styles.initials} aria-hidden="true">
                      {initialsOf(account.name)}
                    </span>
                    <span>
                      <strong>{account.name}</strong>
                      <small>{t(account.title)}</small>
                    </span>
                    <Icon name="right" />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p>
          <Link to="/" search={{}}>
            {t(words.without)}
          </Link>
        </p>
      </div>
    </main>
  )
}

const initialsOf = (name: string) =>
  name
    .split(' ')
    .map((part) => part[0])
    .join('')
