export interface AuditDifference {
  /** '' where the whole is not made of fields. */
  readonly field: string
  /** Absent where there was nothing before. */
  readonly before?: unknown
  /** Absent where there is nothing after. */
  readonly after?: unknown
}

/** The fields that are not the same before and after; of something new or gone, all that have a value. */
export function differences(before: unknown, after: unknown): AuditDifference[] {
  if (isEmpty(before) && isEmpty(after)) return []
  if (!(isRecord(before) || isEmpty(before)) || !(isRecord(after) || isEmpty(after)))
    return [{ field: '', ...(!isEmpty(before) && { before }), ...(!isEmpty(after) && { after }) }]
  const was = isRecord(before) ? before : null
  const is = isRecord(after) ? after : null
  const fields = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])]
  return fields
    .filter((field) => JSON.stringify(was?.[field] ?? null) !== JSON.stringify(is?.[field] ?? null))
    .map((field) => ({
      field,
      ...(was && { before: was[field] ?? null }),
      ...(is && { after: is[field] ?? null }),
    }))
}

const isEmpty = (value: unknown): value is null | undefined => value === null || value === undefined
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
