import type { IncidentMapping } from '@trygghetskartan/api/contract-incidents'

export type Role = keyof IncidentMapping['columns']

/** What a column says; undefined where it is not used. */
export const roleOf = ({ columns }: IncidentMapping, title: string): Role | undefined =>
  (Object.keys(columns) as Role[]).find((role) => columns[role] === title)

/** The mapping with the column saying something else. Nothing is said by two columns. */
export function withRole(mapping: IncidentMapping, title: string, role: Role | null): IncidentMapping {
  const others = Object.entries(mapping.columns).filter(([name, column]) => column !== title && name !== role)
  return { ...mapping, columns: { ...Object.fromEntries(others), ...(role && { [role]: title }) } }
}

/** What must be pointed out and is not. */
export function missingOf({
  columns,
  withdraws,
}: IncidentMapping): 'dateMissing' | 'numberMissing' | 'placeHalf' | null {
  if (withdraws) return columns.id === undefined ? 'numberMissing' : null
  if (columns.from === undefined) return 'dateMissing'
  return (columns.x === undefined) === (columns.y === undefined) ? null : 'placeHalf'
}
