import type { HistoryEntry } from '@trygghetskartan/api/contract'
import type { Geometry } from 'geojson'

/**
 * What to change so that an object is again as it was before a version: for each field the oldest value among the
 * entries from that version on. Only the named fields, and the geometry.
 * @param history newest first
 */
export function changeBackTo(
  history: readonly HistoryEntry[],
  version: number,
  names: ReadonlySet<string>,
): { geometry?: Geometry; properties?: Record<string, unknown> } {
  const before: Record<string, unknown> = {}
  for (const entry of history) {
    if (entry.version < version || entry.op !== 'update') continue
    for (const [name, [was]] of Object.entries(entry.changes)) before[name] = was
  }
  const { geometry, ...rest } = before
  const properties = Object.fromEntries(Object.entries(rest).filter(([name]) => names.has(name)))
  return {
    ...(geometry ? { geometry: geometry as Geometry } : {}),
    ...(Object.keys(properties).length > 0 && { properties }),
  }
}
