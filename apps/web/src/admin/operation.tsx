import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { JobInfo } from '@trygghetskartan/api/contract-admin'
import { useInterval } from '../guard/use-active.ts'
import { admin as words } from '../messages/admin.ts'
import { audienceTitles } from '../messages/audiences.ts'
import { useFormat } from '../messages/format.ts'
import { operation as own } from '../messages/operation.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { AccessibilityFaults } from './accessibility-faults.tsx'
import { adminApi } from './admin-api.ts'
import { everyWords } from './duration.ts'
import { RowsTable } from './rows-table.tsx'
import { Card, Chip, SectionPage } from './section.tsx'
import { useLayerHealth } from './use-layer-titles.ts'

/** How often it is read anew while it is looked at, in milliseconds. */
const lookEvery = 5_000

/** Whether what runs by itself does so, and how every layer is. */
export function Operation() {
  const t = useText()
  const { config } = useSession()
  return (
    <SectionPage title={t(words.operation)} lead={t(own.lead(config.version))}>
      <Jobs />
      <AccessibilityFaults />
      <Layers />
    </SectionPage>
  )
}

function Jobs() {
  const t = useText()
  const format = useFormat()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: ['jobs'],
    queryFn: ({ signal }) => adminApi.jobs(signal),
    refetchInterval: useInterval(lookEvery),
  })
  const run = useMutation({
    mutationFn: (job: JobInfo) => adminApi.runJob(job.id),
    onSuccess: (_, job) => announce(t(own.started(t(job.title))), { show: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  })
  const failed = data?.filter(({ lastOutcome }) => lastOutcome === 'failed') ?? []
  return (
    <Card title={t(own.jobs)}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {run.error && <ErrorNote error={run.error} />}
      {!data && !error && <Skeleton lines={4} />}
      {data && (
        <Note tone={failed.length > 0 ? 'warning' : 'good'} title={t(own.failing(failed.length))}>
          {failed.length > 0 && <p>{t(own.failingHelp)}</p>}
        </Note>
      )}
      {data && data.length > 0 && (
        <RowsTable
          label={t(own.jobs)}
          rows={data}
          keyOf={({ id }) => id}
          columns={[
            {
              title: t(own.job),
              cell: (job) => (
                <>
                  <strong>{t(job.title)}</strong>
                  <small>{t(everyWords(job.everySeconds))}</small>
                </>
              ),
            },
            { title: t(own.outcome), cell: (job) => <Outcome job={job} /> },
            {
              title: t(own.lastRun),
              cell: ({ lastEndedAt }) => (lastEndedAt ? format.dateTime(lastEndedAt) : t(words.never)),
            },
            {
              title: t(own.nextRun),
              cell: ({ nextAt }) => (nextAt ? format.dateTime(nextAt) : '–'),
            },
            {
              title: t(own.runNow),
              quiet: true,
              cell: (job) => (
                <Button
                  size="s"
                  busy={job.running || (run.isPending && run.variables.id === job.id)}
                  aria-label={t(own.runNamed(t(job.title)))}
                  onClick={() => run.mutate(job)}
                >
                  {t(own.runNow)}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Card>
  )
}

function Outcome({ job }: { readonly job: JobInfo }) {
  const t = useText()
  const chip = job.running ? (
    <Chip tone="accent">{t(own.running)}</Chip>
  ) : job.lastOutcome === null ? (
    <Chip>{t(own.notYet)}</Chip>
  ) : (
    <Chip tone={job.lastOutcome === 'ok' ? 'good' : 'danger'}>{t(own[job.lastOutcome])}</Chip>
  )
  return (
    <>
      {chip}
      {job.lastMessage && (
        <>
          <br />
          <small>{job.lastMessage}</small>
        </>
      )}
    </>
  )
}

function Layers() {
  const t = useText()
  const format = useFormat()
  const { data, error, refetch } = useLayerHealth()
  return (
    <Card title={t(own.layers)}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && (
        <RowsTable
          label={t(own.layers)}
          rows={data}
          keyOf={({ layer }) => layer}
          columns={[
            {
              title: t(own.layer),
              cell: ({ layer, title }) => (
                <>
                  <strong>{t(title)}</strong>
                  <small>
                    <code>{layer}</code>
                  </small>
                </>
              ),
            },
            { title: t(own.objects), figures: true, cell: ({ objects }) => format.number(objects) },
            {
              title: t(own.changedAt),
              cell: ({ changedAt }) => (changedAt ? format.dateTime(changedAt) : '–'),
            },
            {
              title: t(own.seenBy),
              cell: ({ audiences }) => format.list(audiences.map((one) => t(audienceTitles[one]))),
            },
          ]}
        />
      )}
    </Card>
  )
}
