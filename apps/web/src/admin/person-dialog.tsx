import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountInfo } from '@trygghetskartan/api/contract-admin'
import type { SessionInfo } from '@trygghetskartan/api/contract-identity'
import type { WorksAs } from '@trygghetskartan/api/contract-observations'
import { useId, useState } from 'react'
import { SessionList } from '../account/session-list.tsx'
import { admin as words } from '../messages/admin.ts'
import { common } from '../messages/common.ts'
import { decisions } from '../messages/decisions.ts'
import { worksAsTitles } from '../messages/field-entries.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { saveJson } from '../ui/save-file.ts'
import { Switch } from '../ui/switch.tsx'
import { adminApi } from './admin-api.ts'
import { ErasePerson } from './erase-person.tsx'
import styles from './person-dialog.module.css'
import select from './role-select.module.css'
import { RoleSelect } from './role-select.tsx'
import { refreshAccounts, useAccountChange, useProviderTitle } from './use-people.ts'

interface PersonDialogProps {
  readonly id: string
  readonly onClose: () => void
}

/** Everything one may do with one account. */
export function PersonDialog({ id, onClose }: PersonDialogProps) {
  const t = useText()
  const { data, error, refetch } = useQuery({
    queryKey: ['account', id],
    queryFn: ({ signal }) => adminApi.account(id, signal),
  })
  return (
    <Dialog wide title={data?.name ?? t(common.loading)} onClose={onClose}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && <Person account={data} />}
    </Dialog>
  )
}

function Person({ account }: { readonly account: AccountInfo }) {
  const t = useText()
  const format = useFormat()
  const providerTitle = useProviderTitle()
  const announce = useAnnounce()
  const id = useId()
  const [erasing, setErasing] = useState(false)
  const change = useAccountChange()
  const extract = useMutation({
    mutationFn: () => adminApi.extract(account.id),
    onSuccess: (kept) => saveJson(`registerutdrag-${account.id.slice(0, 8)}.json`, kept),
  })
  const set = (next: Parameters<typeof change.mutate>[0]['change']) =>
    change.mutate(
      { id: account.id, change: next },
      { onSuccess: () => announce(t(words.saved), { show: true }) },
    )
  if (account.erasedAt)
    return <Note title={t(words.erased)}>{t(words.erasedAt(format.dateTime(account.erasedAt)))}</Note>
  return (
    <div className={styles.person}>
      <dl className={styles.facts}>
        <dt>{t(words.email)}</dt>
        <dd>{account.email ?? '–'}</dd>
        <dt>{t(words.signsInBy)}</dt>
        <dd>{providerTitle(account.provider)}</dd>
        <dt>{t(words.firstSeen)}</dt>
        <dd>{format.dateTime(account.createdAt)}</dd>
        <dt>{t(words.lastSeen)}</dt>
        <dd>{account.lastSeenAt ? format.dateTime(account.lastSeenAt) : t(words.never)}</dd>
      </dl>
      {change.error && <ErrorNote error={change.error} />}
      <section className={styles.row}>
        <div>
          <h3>{t(words.role)}</h3>
          <p>{t(account.audienceBy === 'claims' ? words.roleByProvider : words.roleByAdmin)}</p>
        </div>
        <RoleSelect
          label={t(words.roleOf(account.name))}
          value={account.audience}
          disabled={change.isPending}
          onChange={(audience) => set({ audience })}
        />
        {account.audienceBy === 'admin' && account.provider !== 'demo' && (
          <Button size="s" kind="quiet" onClick={() => set({ audience: 'by-claims' })}>
            {t(words.handBack)}
          </Button>
        )}
      </section>
      <section className={styles.row}>
        <div>
          <h3>
            <label htmlFor={id}>{t(words.maySignIn)}</label>
          </h3>
          <p>{t(words.maySignInHelp)}</p>
        </div>
        <Switch
          id={id}
          checked={account.enabled}
          disabled={change.isPending}
          onChange={(event) => set({ enabled: event.target.checked })}
        />
      </section>
      {account.audience === 'reporter' && (
        <section className={styles.row}>
          <div>
            <h3>
              <label htmlFor={`${id}-works`}>{t(words.worksAs)}</label>
            </h3>
            <p>{t(words.worksAsHelp)}</p>
          </div>
          <select
            id={`${id}-works`}
            className={select.select}
            value={account.worksAs ?? ''}
            disabled={change.isPending}
            onChange={(event) => set({ worksAs: (event.target.value || null) as WorksAs | null })}
          >
            <option value="">{t(words.worksUntold)}</option>
            {Object.entries(worksAsTitles).map(([value, title]) => (
              <option key={value} value={value}>
                {t(title)}
              </option>
            ))}
          </select>
        </section>
      )}
      {(account.audience === 'planner' || account.audience === 'police') && (
        <section className={styles.row}>
          <div>
            <h3>
              <label htmlFor={`${id}-decides`}>{t(decisions.decides)}</label>
            </h3>
            <p>{t(decisions.decidesHelp)}</p>
          </div>
          <Switch
            id={`${id}-decides`}
            checked={account.decides ?? false}
            disabled={change.isPending}
            onChange={(event) => set({ decides: event.target.checked })}
          />
        </section>
      )}
      <Sessions account={account} />
      <section className={styles.row}>
        <div>
          <h3>{t(words.extract)}</h3>
          <p>{t(words.extractHelp)}</p>
        </div>
        <Button
          size="s"
          icon={<Icon name="download" size={16} />}
          busy={extract.isPending}
          onClick={() => extract.mutate()}
        >
          {t(words.download)}
        </Button>
      </section>
      {extract.error && <ErrorNote error={extract.error} />}
      <section className={styles.row}>
        <div>
          <h3>{t(words.erase)}</h3>
          <p>{t(words.eraseHelp)}</p>
        </div>
        <Button size="s" kind="danger" onClick={() => setErasing(true)}>
          {t(words.eraseOpen)}
        </Button>
      </section>
      {erasing && <ErasePerson account={account} onClose={() => setErasing(false)} />}
    </div>
  )
}

function Sessions({ account }: { readonly account: AccountInfo }) {
  const t = useText()
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: ['account-sessions', account.id],
    queryFn: ({ signal }) => adminApi.accountSessions(account.id, signal),
  })
  const end = useMutation({
    mutationFn: (session: SessionInfo) => adminApi.endSession(session.id),
    onSettled: () => refreshAccounts(queries),
  })
  return (
    <section>
      <h3>{t(words.openSessions)}</h3>
      {end.error && <ErrorNote error={end.error} />}
      {data?.length === 0 && <p className={styles.none}>{t(words.noSessions)}</p>}
      {data && data.length > 0 && (
        <SessionList
          sessions={data}
          ending={end.isPending ? end.variables.id : null}
          onEnd={(session) => end.mutate(session)}
        />
      )}
    </section>
  )
}
