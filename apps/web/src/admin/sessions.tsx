import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SessionInfo } from '@trygghetskartan/api/contract-identity'
import { SessionList } from '../account/session-list.tsx'
import { useInterval } from '../guard/use-active.ts'
import { admin as words } from '../messages/admin.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { useSignOut } from '../use-sign-out.ts'
import { adminApi } from './admin-api.ts'
import { SearchField } from './search-field.tsx'
import { Card, SectionPage } from './section.tsx'
import { useFilters } from './use-filters.ts'
import { refreshAccounts } from './use-people.ts'

/** How often the list is read anew while it is looked at, in milliseconds. */
const lookEvery = 15_000

/** Everybody who is signed in now. */
export function Sessions() {
  const t = useText()
  const format = useFormat()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const { signOut } = useSignOut()
  const [{ find = '' }, update] = useFilters()
  const { data, error, refetch } = useQuery({
    queryKey: ['all-sessions'],
    queryFn: ({ signal }) => adminApi.sessions(signal),
    refetchInterval: useInterval(lookEvery),
  })
  const end = useMutation({
    mutationFn: (session: SessionInfo) => adminApi.endSession(session.id),
    onSuccess: (_, session) => announce(t(words.sessionEnded(session.account.name)), { show: true }),
    onSettled: () => refreshAccounts(queries),
  })
  const wanted = find.toLowerCase()
  const shown = (data ?? []).filter(({ account, address, userAgent }) =>
    [account.name, address, userAgent].some((text) => text?.toLowerCase().includes(wanted)),
  )
  return (
    <SectionPage title={t(words.sessions)} lead={t(words.sessionsLead)}>
      <Card title={data && t(words.sessionCount(data.length, format.number(data.length)))}>
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {end.error && <ErrorNote error={end.error} />}
        {!data && !error && <Skeleton lines={5} />}
        {data && data.length > 5 && (
          <SearchField
            label={t(words.findSession)}
            value={find}
            onChange={(next) => update({ find: next }, { replace: true })}
          />
        )}
        {data && shown.length === 0 && <Empty title={t(words.noSessions)} />}
        <SessionList
          named
          sessions={shown}
          ending={end.isPending ? end.variables.id : null}
          onEnd={(session) => (session.current ? signOut() : end.mutate(session))}
        />
      </Card>
    </SectionPage>
  )
}
