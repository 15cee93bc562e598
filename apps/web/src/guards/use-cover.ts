import { useQuery } from '@tanstack/react-query'
import { columnsOf, type IncidentColumns } from '@trygghetskartan/analysis'
import type { ObservationsAnswer } from '@trygghetskartan/api/contract-observations'
import { fromWgs84 } from '@trygghetskartan/geo'
import { useMemo } from 'react'
import { call } from '../api.ts'
import { coverOf } from '../patrol/cover-of.ts'
import type { AskedZone, Choice } from '../patrol/patrol-protocol.ts'
import { wallMinute } from '../patrol/swedish-clock.ts'
import { usePatrolReport } from '../patrol/use-patrol-report.ts'

/** What is meant by young people's problems: as field entries and incidents both call it. */
const youth = 'youth_gathering'
const srid = 3006

/** For the police: incidents and field entries, reckoned beside the page. */
export function usePoliceCover(presences: readonly AskedZone[] | null, from: string, to: string) {
  const work = useMemo(() => {
    const choice: Choice = { from, to, kinds: [youth], area: null }
    return presences && ({ kind: 'cover', choice, presences } as const)
  }, [presences, from, to])
  const { report, error, retry } = usePatrolReport(work)
  return { cover: report?.cover ?? null, error, retry }
}

/** For planners: the field entries they may read. There are a few hundred. */
export function usePlannerCover(presences: readonly AskedZone[] | null, from: string, to: string) {
  const path = `/api/observations?${new URLSearchParams({ kind: youth, from, to, limit: '5000' })}`
  const { data, error, refetch } = useQuery({
    queryKey: ['observations', youth, from, to],
    queryFn: ({ signal }) => call<ObservationsAnswer>('GET', path, { signal }),
  })
  const cover = useMemo(
    () =>
      data && presences ? coverOf(tableOf(data), { from, to, kinds: null, area: null }, presences) : null,
    [data, presences, from, to],
  )
  return { cover, error, retry: () => void refetch() }
}

const tableOf = ({ observations }: ObservationsAnswer): IncidentColumns =>
  columnsOf(
    observations.map(({ geometry, observedFrom, observedTo, kind, precision }) => {
      const [x, y] = fromWgs84(srid, geometry.coordinates)
      const [from, to] = [wallMinute(new Date(observedFrom)), wallMinute(new Date(observedTo))]
      return { x, y, from, to, kind, precision, timePrecision: 'minute', source: 'observations' }
    }),
    srid,
  )
