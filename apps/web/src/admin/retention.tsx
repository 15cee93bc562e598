import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RetentionClock, RetentionRun } from '@trygghetskartan/api/contract-admin'
import { useState } from 'react'
import { admin as words } from '../messages/admin.ts'
import { common } from '../messages/common.ts'
import { useFormat } from '../messages/format.ts'
import { retention as own } from '../messages/retention.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { adminApi } from './admin-api.ts'
import { durationWords } from './duration.ts'
import styles from './retention.module.css'
import { RowsTable } from './rows-table.tsx'
import { Card, Chip, SectionPage } from './section.tsx'

/** What is kept how long, what its time is up for, and the clearing of it. */
export function Retention() {
  const t = useText()
  const format = useFormat()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const [sure, setSure] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['retention'],
    queryFn: ({ signal }) => adminApi.clocks(signal),
  })
  const preview = useMutation({ mutationFn: adminApi.previewRetention })
  const run = useMutation({
    mutationFn: adminApi.runRetention,
    onSuccess: (done) => {
      setSure(false)
      preview.reset()
      announce(t(own.done(format.number(rowsOf(done)))), { show: true })
      for (const key of ['retention', 'retention-runs']) void queries.invalidateQueries({ queryKey: [key] })
    },
  })
  const titleOf = (kind: string) => {
    const clock = data?.find((one) => one.kind === kind)
    return clock ? t(clock.title) : kind
  }
  return (
    <SectionPage
      title={t(words.retention)}
      lead={t(own.lead)}
      actions={
        <Button
          kind="primary"
          icon={<Icon name="eye" />}
          busy={preview.isPending}
          onClick={() => preview.mutate()}
        >
          {t(own.preview)}
        </Button>
      }
    >
      {preview.error && <ErrorNote error={preview.error} />}
      {preview.data && (
        <Card title={t(own.previewTitle)}>
          <Removed run={preview.data} titleOf={titleOf} />
          {rowsOf(preview.data) > 0 && (
            <div>
              <Button kind="danger" icon={<Icon name="bin" />} onClick={() => setSure(true)}>
                {t(own.runNow)}
              </Button>
            </div>
          )}
        </Card>
      )}
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && (
        <ul className={styles.clocks}>
          {data.map((clock) => (
            <Clock key={clock.kind} clock={clock} />
          ))}
        </ul>
      )}
      <Runs titleOf={titleOf} />
      {sure && (
        <Dialog
          title={t(own.sure)}
          onClose={() => setSure(false)}
          footer={
            <>
              <Button onClick={() => setSure(false)}>{t(common.cancel)}</Button>
              <Button kind="danger" busy={run.isPending} onClick={() => run.mutate()}>
                {t(own.runNow)}
              </Button>
            </>
          }
        >
          {run.error && <ErrorNote error={run.error} />}
          <p>{t(own.sureHelp(format.number(preview.data ? rowsOf(preview.data) : 0)))}</p>
        </Dialog>
      )}
    </SectionPage>
  )
}

const rowsOf = ({ removed }: RetentionRun): number => removed.reduce((sum, { rows }) => sum + rows, 0)

function Clock({ clock }: { readonly clock: RetentionClock }) {
  const t = useText()
  const format = useFormat()
  return (
    <li className={styles.clock} data-due={clock.due > 0 || undefined}>
      <header>
        <h3>{t(clock.title)}</h3>
        <Chip tone="accent">{t(durationWords(clock.keep))}</Chip>
      </header>
      <p>{t(clock.rule)}</p>
      <dl>
        <div>
          <dt>{t(own.countsFrom)}</dt>
          <dd>{t(clock.from)}</dd>
        </div>
        <div>
          <dt>{t(own.total)}</dt>
          <dd>{format.number(clock.total)}</dd>
        </div>
        <div data-due={clock.due > 0 || undefined}>
          <dt>{t(own.due)}</dt>
          <dd>{format.number(clock.due)}</dd>
        </div>
        <div>
          <dt>{t(own.nextDue)}</dt>
          <dd>{clock.nextDueAt ? format.shortDate(clock.nextDueAt) : '–'}</dd>
        </div>
      </dl>
    </li>
  )
}

function Removed({
  run,
  titleOf,
}: {
  readonly run: RetentionRun
  readonly titleOf: (kind: string) => string
}) {
  const t = useText()
  const format = useFormat()
  const some = run.removed.filter(({ rows }) => rows > 0)
  if (some.length === 0) return <Note tone="good" title={t(own.nothing)} />
  return (
    <RowsTable
      label={t(own.previewTitle)}
      rows={some}
      keyOf={({ kind }) => kind}
      columns={[
        { title: t(own.kind), cell: ({ kind }) => <strong>{titleOf(kind)}</strong> },
        { title: t(own.rows), figures: true, cell: ({ rows }) => format.number(rows) },
      ]}
    />
  )
}

function Runs({ titleOf }: { readonly titleOf: (kind: string) => string }) {
  const t = useText()
  const format = useFormat()
  const { data, error, refetch } = useQuery({
    queryKey: ['retention-runs'],
    queryFn: ({ signal }) => adminApi.retentionRuns(signal),
  })
  return (
    <Card title={t(own.runs)}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={3} />}
      {data?.length === 0 && <Empty title={t(own.noRuns)} />}
      {data && data.length > 0 && (
        <RowsTable
          label={t(own.runs)}
          rows={data}
          keyOf={({ id }) => id}
          columns={[
            {
              title: t(own.when),
              cell: (one) => (
                <>
                  <strong>{format.dateTime(one.at)}</strong>
                  <small>{one.by}</small>
                </>
              ),
            },
            {
              title: t(own.how),
              cell: ({ dryRun }) => (
                <Chip tone={dryRun ? 'plain' : 'good'}>{t(dryRun ? own.dryRun : own.realRun)}</Chip>
              ),
            },
            {
              title: t(own.what),
              cell: (one) =>
                format.list(
                  one.removed
                    .filter(({ rows }) => rows > 0)
                    .map(({ kind, rows }) => `${titleOf(kind)}: ${format.number(rows)}`),
                ) || t(own.nothing),
            },
          ]}
        />
      )}
    </Card>
  )
}
