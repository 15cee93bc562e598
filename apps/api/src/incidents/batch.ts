import type { ReadIncident } from '@trygghetskartan/formats'
import type { IncidentBatch } from '../queries/incident-import.ts'
import type { Identified } from './incident-identity.ts'

/** A batch that is being filled, with the lines its rows stand on. */
export interface FilledBatch extends IncidentBatch {
  readonly line: number[]
}

export const emptyBatch = (): FilledBatch => ({
  ...{ id: [], content: [], lon: [], lat: [], from: [], to: [], timePrecision: [], kind: [], precision: [] },
  ...{ place: [], note: [], sourceId: [], withdrawn: [], line: [] },
})

export function pushRow(batch: FilledBatch, item: ReadIncident, { id, content }: Identified): void {
  batch.id.push(id)
  batch.content.push(content)
  batch.lon.push(item.position[0])
  batch.lat.push(item.position[1])
  batch.from.push(item.from)
  batch.to.push(item.to)
  batch.timePrecision.push(item.timePrecision)
  batch.kind.push(item.kind)
  batch.precision.push(item.precision)
  batch.place.push(item.place)
  batch.note.push(item.note)
  batch.sourceId.push(item.id)
  batch.withdrawn.push(item.withdrawn)
  batch.line.push(item.line)
}
