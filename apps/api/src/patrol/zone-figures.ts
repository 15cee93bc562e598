import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import {
  everyIncident,
  type IncidentColumns,
  type IncidentFilter,
  incidentGround,
  placeIn,
  type StudyArea,
  selectIncidents,
  unpackIncidents,
  type ZoneShare,
  zoneShare,
} from '@trygghetskartan/analysis'
import { fromWgs84, isRefusal } from '@trygghetskartan/geo'
import type { Actor, Database } from '../database/database.ts'
import { packedIncidents } from '../incidents/shared-packed.ts'
import type { ShiftZone } from '../queries/patrol-zones.ts'
import { polygonsOf } from '../siting/shapes.ts'

const unzip = promisify(gunzip)
const dayMinutes = 1440
/** Days back that a zone's figures are of. */
export const figureDays = 365

/** What a zone holds in its hours, and the kinds that are most of it; null where nothing can be said. */
export interface ZoneFigures {
  readonly share: ZoneShare
  /** Codes, the most common first, with how many. */
  readonly kinds: readonly (readonly [code: string, n: number])[]
}

/** The table of incidents as the reader sees it. */
export async function readIncidents(database: Database, reader: Actor): Promise<IncidentColumns | null> {
  const packed = packedIncidents(database)
  const { gzip } = await packed.of(reader, await packed.state(reader))
  const bytes = await unzip(gzip)
  const columns = unpackIncidents(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  return isRefusal(columns) ? null : columns
}

const minutesOf = (time: string): number => 60 * Number(time.slice(0, 2)) + Number(time.slice(3, 5))

/** What the zone's own hours choose; around the clock where it has none. */
export function filterOf({
  weekdays,
  from,
  to,
}: Pick<ShiftZone, 'weekdays' | 'from' | 'to'>): IncidentFilter {
  const around = from === null || to === null || from === to
  return {
    ...everyIncident,
    weekdays: weekdays?.length ? weekdays : null,
    hours: around ? null : { from: minutesOf(from), until: minutesOf(to) },
  }
}

/** Of the year before a day, on the ground that incidents are known from. */
export function zoneFigures(incidents: IncidentColumns, zone: ShiftZone, today: string): ZoneFigures | null {
  const { srid } = incidents
  const metres = ([lon = 0, lat = 0]: readonly number[]) => fromWgs84(srid, [lon, lat])
  const until = (Date.parse(today) / 86_400_000) * dayMinutes
  const filter = { ...filterOf(zone), from: until - figureDays * dayMinutes, until }
  const area: StudyArea = {
    srid,
    polygons: polygonsOf(zone.geometry).map((rings) => rings.map((ring) => ring.map(metres))),
  }
  const study = incidentGround(incidents)
  if (!study) return null
  const share = zoneShare(incidents, { zone: area, study, filter })
  const chosen = selectIncidents(incidents, filter)
  if (isRefusal(share) || isRefusal(chosen)) return null
  const inZone = placeIn(area)
  const kinds = new Map<string, number>()
  chosen.rows.forEach((row, k) => {
    if (!inZone(incidents.x[row]!, incidents.y[row]!)) return
    const kind = incidents.kinds[incidents.kind[row]!]!
    kinds.set(kind, (kinds.get(kind) ?? 0) + chosen.weight[k]!)
  })
  return { share, kinds: [...kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)) }
}
