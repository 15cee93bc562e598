import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { admin as words } from '../messages/admin.ts'
import { audit as own } from '../messages/audit.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import buttons from '../ui/button.module.css'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { adminApi, searchOf } from './admin-api.ts'
import styles from './audit.module.css'
import { AuditFilters } from './audit-filters.tsx'
import { AuditRow } from './audit-row.tsx'
import { Card, SectionPage } from './section.tsx'
import { useFilters } from './use-filters.ts'

const page = 50

/** Who did what, to what, from where: searched, read, taken along, and proven whole. */
export function Audit() {
  const t = useText()
  const [filters, update] = useFilters()
  const asked = {
    q: filters.find,
    actor: filters.actor,
    action: filters.action,
    kind: filters.kind,
    object: filters.object,
    from: filters.since,
    to: filters.until,
  }
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['audit', asked],
    queryFn: ({ pageParam, signal }) =>
      adminApi.audit({ ...asked, limit: page, before: pageParam ?? undefined }, signal),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  })
  const entries = data?.pages.flatMap((one) => one.entries) ?? []
  return (
    <SectionPage
      title={t(words.audit)}
      lead={t(own.lead)}
      actions={
        <a
          className={classNames(buttons.button, buttons.plain)}
          href={`/api/audit.csv${searchOf(asked)}`}
          download
        >
          <Icon name="download" />
          {t(own.exportCsv)}
        </a>
      }
    >
      <Verification />
      <Card>
        <AuditFilters filters={filters} onChange={update} />
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={8} />}
        {data && entries.length === 0 && (
          <Empty title={t(own.none)}>
            <p>{t(own.noneHelp)}</p>
          </Empty>
        )}
        {entries.length > 0 && (
          <ol className={styles.entries} aria-label={t(words.audit)}>
            {entries.map((entry) => (
              <AuditRow key={entry.seq} entry={entry} onFilter={update} />
            ))}
          </ol>
        )}
        {hasNextPage && (
          <div className={styles.more}>
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t(own.older)}
            </Button>
          </div>
        )}
      </Card>
    </SectionPage>
  )
}

/** Recomputes the chain of entries and says in words what came of it. */
function Verification() {
  const t = useText()
  const format = useFormat()
  const verify = useMutation({ mutationFn: adminApi.verifyAudit })
  const { data, error } = verify
  return (
    <Card
      title={t(own.chain)}
      aside={
        <Button
          size="s"
          icon={<Icon name="check" size={16} />}
          busy={verify.isPending}
          onClick={() => verify.mutate()}
        >
          {t(own.verify)}
        </Button>
      }
    >
      {!data && !error && <p className={styles.help}>{t(own.chainHelp)}</p>}
      {error && <ErrorNote error={error} />}
      {data && (
        <div role="status">
          <Note tone={data.ok ? 'good' : 'danger'} title={t(data.ok ? own.whole : own.broken)}>
            <p>{t(own.checked(format.number(data.checked), format.number(data.heads)))}</p>
            {data.head && (
              <p>
                {t(own.head(format.number(data.head.seq), format.dateTime(data.head.at)))}{' '}
                <code>{data.head.hash.slice(0, 16)}…</code>
              </p>
            )}
            {data.problems.map((problem) => (
              <p key={`${problem.seq} ${problem.kind}`}>{t(problem.text)}</p>
            ))}
          </Note>
        </div>
      )}
    </Card>
  )
}
