import { createHash } from 'node:crypto'
import type { NewObservation } from '../contract-observations.ts'

/** SHA-256 of what was sent, but for when: the same thing sent again has the same. */
export function digestOf({ sentAt: _, ...content }: NewObservation): Buffer {
  const { geometry, accuracy, precision, kind, observedFrom, observedTo, people, words } = content
  const told = [geometry.coordinates, accuracy, precision, kind, observedFrom, observedTo, people, words]
  return createHash('sha256').update(JSON.stringify(told)).digest()
}
