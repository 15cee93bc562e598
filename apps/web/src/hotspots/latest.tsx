import { useQuery } from '@tanstack/react-query'
import type { IncidentsAnswer } from '@trygghetskartan/api/contract-incidents'
import { call } from '../api.ts'
import facts from '../facts/facts.module.css'
import { Part } from '../facts/part.tsx'
import { useFormat } from '../messages/format.ts'
import { hotspotPanel as words } from '../messages/hotspot-panel.ts'
import { useText } from '../messages/text.ts'
import { boxAbout } from './degrees.ts'
import type { Explanation } from './hotspot-protocol.ts'
import { type KindGroup, titleOfKind } from './use-kinds.ts'

const most = 5

interface LatestProps {
  readonly explanation: Explanation
  readonly groups: readonly KindGroup[]
}

/** The latest incidents of what is explained, one by one, in the words they were recorded with. */
export function Latest({ explanation: { outline, question }, groups }: LatestProps) {
  const t = useText()
  const format = useFormat()
  const { from, to, kinds, sources } = question
  const search = new URLSearchParams({
    bbox: boxAbout(outline.flat(2)).join(','),
    limit: String(most),
    ...(from && { from }),
    ...(to && { to }),
    ...(kinds && { kinds: kinds.join(',') }),
    ...(sources && { sources: sources.join(',') }),
  }).toString()
  const { data } = useQuery({
    queryKey: ['items', 'incidents', search],
    queryFn: ({ signal }) => call<IncidentsAnswer>('GET', `/api/incidents?${search}`, { signal }),
  })
  if (!data || data.incidents.length === 0) return null
  return (
    <Part title={t(words.latest)}>
      <ul className={facts.rows}>
        {data.incidents.map((incident) => (
          <li key={incident.id}>
            <span>
              {t(titleOfKind(groups, incident.kind))}
              {incident.note && <q>{incident.note}</q>}
            </span>
            <small>{format.dateTime(incident.occurredFrom)}</small>
          </li>
        ))}
      </ul>
    </Part>
  )
}
