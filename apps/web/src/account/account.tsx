import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Me } from '@trygghetskartan/api/contract'
import type { SessionInfo } from '@trygghetskartan/api/contract-identity'
import { account as words } from '../messages/account.ts'
import { audienceTitles } from '../messages/audiences.ts'
import { useFormat } from '../messages/format.ts'
import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { saveJson } from '../ui/save-file.ts'
import { useSignOut } from '../use-sign-out.ts'
import styles from './account.module.css'
import { accountApi } from './account-api.ts'
import { SessionList } from './session-list.tsx'

interface AccountProps {
  readonly me: Me
  readonly account: NonNullable<Me['account']>
}

/** Who one is here, where one is signed in, and what is kept about oneself. */
export function Account({ me, account }: AccountProps) {
  const t = useText()
  const format = useFormat()
  const { signOut, busy, error } = useSignOut()
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <div className={styles.column}>
        <header className={styles.head}>
          <span className={styles.initials} aria-hidden="true">
            {account.name
              .split(' ')
              .map((part) => part[0])
              .join('')
              .slice(0, 2)}
          </span>
          <div>
            <h2>{account.name}</h2>
            <p>{t(me.audience === 'public' ? frame.waitingForRole : audienceTitles[me.audience])}</p>
          </div>
          <Button icon={<Icon name="leave" />} busy={busy} onClick={signOut}>
            {t(frame.signOut)}
          </Button>
        </header>
        {error !== null && <ErrorNote error={error} />}
        {me.audience === 'public' && (
          <Note tone="warning" title={t(frame.waitingForRole)}>
            {t(words.noRole)}
          </Note>
        )}
        <Sessions />
        {me.session && (
          <p className={styles.limits}>
            {t(
              words.limits(format.dateTime(me.session.idleUntil), format.dateTime(me.session.absoluteUntil)),
            )}
          </p>
        )}
        <Extract account={account} />
      </div>
    </main>
  )
}

function Sessions() {
  const t = useText()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const { signOut } = useSignOut()
  const { data, error, refetch } = useQuery({
    queryKey: ['own-sessions'],
    queryFn: ({ signal }) => accountApi.sessions(signal),
  })
  const done = () => {
    announce(t(words.ended), { show: true })
    return queries.invalidateQueries({ queryKey: ['own-sessions'] })
  }
  const end = useMutation({
    mutationFn: (session: SessionInfo) => accountApi.endSession(session.id),
    onSuccess: done,
  })
  const endOthers = useMutation({ mutationFn: accountApi.endOthers, onSuccess: done })
  const others = data?.filter(({ current }) => !current) ?? []
  return (
    <section className={styles.card} aria-labelledby="sessions">
      <header>
        <h3 id="sessions">{t(words.sessions)}</h3>
        {others.length > 0 && (
          <Button size="s" busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t(words.endOthers)}
          </Button>
        )}
      </header>
      <p>{t(words.sessionsHelp)}</p>
      {(end.error || endOthers.error) && <ErrorNote error={end.error ?? endOthers.error} />}
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={3} />}
      {data && (
        <SessionList
          sessions={data.toSorted((a, b) => Number(b.current) - Number(a.current))}
          ending={end.isPending ? end.variables.id : null}
          onEnd={(session) => (session.current ? signOut() : end.mutate(session))}
        />
      )}
    </section>
  )
}

function Extract({ account }: Pick<AccountProps, 'account'>) {
  const t = useText()
  const extract = useMutation({
    mutationFn: accountApi.extract,
    onSuccess: (kept) => saveJson(`registerutdrag-${account.id.slice(0, 8)}.json`, kept),
  })
  return (
    <section className={styles.card} aria-labelledby="own-data">
      <header>
        <h3 id="own-data">{t(words.ownData)}</h3>
        <Button
          size="s"
          icon={<Icon name="download" size={16} />}
          busy={extract.isPending}
          onClick={() => extract.mutate()}
        >
          {t(words.downloadExtract)}
        </Button>
      </header>
      <p>{t(words.ownDataHelp)}</p>
      {extract.error && <ErrorNote error={extract.error} />}
    </section>
  )
}
