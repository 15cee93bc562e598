import {
  type IncidentColumns,
  incidentGround,
  type StudyArea,
  unpackIncidents,
} from '@trygghetskartan/analysis'
import { isRefusal } from '@trygghetskartan/geo'
import type { PackedIncidents } from './use-incidents.ts'

const unpacked = new WeakMap<PackedIncidents, IncidentColumns>()

/** The table that was packed, unpacked once. Throws where it is damaged. */
export function incidentsOf(packed: PackedIncidents): IncidentColumns {
  const held = unpacked.get(packed)
  if (held) return held
  const columns = unpackIncidents(packed.bytes)
  if (isRefusal(columns)) throw new Error(columns.text.en)
  unpacked.set(packed, columns)
  return columns
}

const grounds = new WeakMap<IncidentColumns, StudyArea | null>()

/** The ground that incidents are known from, whatever else is asked, reckoned once; null where none has a place. */
export function groundOf(incidents: IncidentColumns): StudyArea | null {
  const held = grounds.get(incidents)
  if (held !== undefined) return held
  const ground = incidentGround(incidents)
  grounds.set(incidents, ground)
  return ground
}
