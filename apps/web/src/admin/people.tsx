import type { AccountInfo } from '@trygghetskartan/api/contract-admin'
import { admin as words } from '../messages/admin.ts'
import { audienceTitles } from '../messages/audiences.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import styles from './people.module.css'
import { PersonDialog } from './person-dialog.tsx'
import { roles } from './role-select.tsx'
import { RowsTable } from './rows-table.tsx'
import { SearchField } from './search-field.tsx'
import { Card, Chip, SectionPage } from './section.tsx'
import { useFilters } from './use-filters.ts'
import { usePeople, useProviderTitle } from './use-people.ts'
import { WaitingPeople } from './waiting-people.tsx'

/** Who may sign in, as what. Those who wait for a role stand first. */
export function People() {
  const t = useText()
  const format = useFormat()
  const providerTitle = useProviderTitle()
  const [{ find = '', role = '', person }, update] = useFilters()
  const { people, total, data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePeople({
    q: find,
    audience: role,
  })
  const open = (account: AccountInfo) => update({ person: account.id })
  return (
    <SectionPage title={t(words.people)} lead={t(words.peopleLead)}>
      <WaitingPeople />
      <Card>
        <div className={styles.filters}>
          <SearchField
            label={t(words.findPeople)}
            value={find}
            onChange={(next) => update({ find: next }, { replace: true })}
          />
          <label className={styles.role}>
            {t(words.role)}
            <select value={role} onChange={(event) => update({ role: event.target.value })}>
              <option value="">{t(words.everyRole)}</option>
              {roles.map((one) => (
                <option key={one} value={one}>
                  {t(audienceTitles[one])}
                </option>
              ))}
              <option value="waiting">{t(words.noRole)}</option>
            </select>
          </label>
        </div>
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={6} />}
        {data && people.length === 0 && (
          <Empty title={t(words.nobodyFound)}>
            <p>{t(find || role ? words.nobodyFoundHelp : words.nobodyYet)}</p>
          </Empty>
        )}
        {people.length > 0 && (
          <RowsTable
            label={t(words.people)}
            rows={people}
            keyOf={({ id }) => id}
            dimmed={({ enabled }) => !enabled}
            columns={[
              {
                title: t(words.name),
                cell: (account) => (
                  <button type="button" className={styles.name} onClick={() => open(account)}>
                    <strong>{account.name}</strong>
                    {account.email && <small>{account.email}</small>}
                  </button>
                ),
              },
              { title: t(words.role), cell: (account) => <Role account={account} /> },
              { title: t(words.signsInBy), cell: ({ provider }) => providerTitle(provider) },
              {
                title: t(words.lastSeen),
                cell: ({ lastSeenAt }) => (lastSeenAt ? format.dateTime(lastSeenAt) : t(words.never)),
              },
              {
                title: t(words.openSessions),
                figures: true,
                cell: ({ openSessions }) => format.number(openSessions),
              },
              {
                title: t(words.manage),
                quiet: true,
                cell: (account) => (
                  <Button
                    size="s"
                    aria-label={t(words.manageNamed(account.name))}
                    onClick={() => open(account)}
                  >
                    {t(words.manage)}
                  </Button>
                ),
              },
            ]}
          />
        )}
        {people.length > 0 && (
          <footer className={styles.foot}>
            {t(words.shown(format.number(people.length), format.number(total)))}
            {hasNextPage && (
              <Button size="s" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t(words.showMore)}
              </Button>
            )}
          </footer>
        )}
      </Card>
      {person && <PersonDialog id={person} onClose={() => update({ person: '' })} />}
    </SectionPage>
  )
}

function Role({ account }: { readonly account: AccountInfo }) {
  const t = useText()
  if (account.erasedAt) return <Chip>{t(words.erased)}</Chip>
  if (!account.enabled) return <Chip tone="danger">{t(words.disabled)}</Chip>
  if (!account.audience) return <Chip tone="warning">{t(words.waitsForRole)}</Chip>
  return <Chip tone="accent">{t(audienceTitles[account.audience])}</Chip>
}
