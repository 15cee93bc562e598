import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccessibilityFault } from '@trygghetskartan/api/contract-around'
import { call } from '../api.ts'
import { accessibility as words } from '../messages/accessibility.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { RowsTable } from './rows-table.tsx'
import { Card } from './section.tsx'

const path = '/api/accessibility/faults'

/** Faults in accessibility that anybody has reported; those that wait come first. */
export function AccessibilityFaults() {
  const t = useText()
  const format = useFormat()
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: ['accessibility-faults'],
    queryFn: ({ signal }) => call<AccessibilityFault[]>('GET', path, { signal }),
  })
  const handle = useMutation({
    mutationFn: (id: string) => call<void>('POST', `${path}/${id}/handled`, { body: {} }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['accessibility-faults'] }),
  })
  return (
    <Card title={t(words.faults)}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {handle.error && <ErrorNote error={handle.error} />}
      {!data && !error && <Skeleton lines={3} />}
      {data?.length === 0 && <Empty title={t(words.noFaults)} />}
      {data && data.length > 0 && (
        <RowsTable
          label={t(words.faults)}
          rows={data}
          keyOf={({ id }) => id}
          columns={[
            {
              title: t(words.what),
              cell: ({ page, what, aid }) => (
                <>
                  <strong>{page}</strong>
                  <span>{what}</span>
                  {aid && <small>{aid}</small>}
                </>
              ),
            },
            { title: t(words.received), cell: ({ receivedOn }) => format.shortDate(receivedOn) },
            {
              title: t(words.handled),
              cell: ({ id, page, handledOn }) =>
                handledOn ? (
                  format.shortDate(handledOn)
                ) : (
                  <Button
                    size="s"
                    busy={handle.isPending && handle.variables === id}
                    aria-label={`${t(words.markHandled)}: ${page}`}
                    onClick={() => handle.mutate(id)}
                  >
                    {t(words.markHandled)}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Card>
  )
}
