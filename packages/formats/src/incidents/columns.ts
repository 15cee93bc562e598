import { FormatError } from '../refusal.ts'
import { folded } from '../table/field.ts'
import type { ColumnRole, IncidentMapping } from './mapping.ts'

/** Number of the column of each role. */
export type ColumnNumbers = Readonly<Partial<Record<ColumnRole, number>>>

const roleNames: Readonly<Partial<Record<ColumnRole, { sv: string; en: string }>>> = {
  from: { sv: 'datum', en: 'date' },
  id: { sv: 'nummer', en: 'number' },
}

/** Where the mapping's columns are. Throws FormatError: missing-column, no-column (what must be there and is not pointed out). */
export function columnNumbers(
  header: readonly string[],
  { columns, withdraws }: IncidentMapping,
): ColumnNumbers {
  const found: Partial<Record<ColumnRole, number>> = {}
  for (const [role, title] of Object.entries(columns) as [ColumnRole, string][]) {
    const at = header.findIndex((each) => folded(each) === folded(title))
    if (at < 0) throw missing(title, header)
    found[role] = at
  }
  const needed: readonly ColumnRole[] = withdraws ? ['id'] : ['from']
  for (const role of needed) if (found[role] === undefined) throw none(role, header)
  if ((found.x === undefined) !== (found.y === undefined)) throw half(header)
  return found
}

const list = (header: readonly string[]): string => header.filter((title) => title !== '').join(', ')

const missing = (title: string, header: readonly string[]) =>
  new FormatError('missing-column', {
    sv: `Kolumnen ”${title}” finns inte i filen. Den har: ${list(header)}.`,
    en: `There is no column “${title}” in the file. It has: ${list(header)}.`,
  })

const none = (role: ColumnRole, header: readonly string[]) =>
  new FormatError('no-column', {
    sv: `Ange vilken kolumn som är ${roleNames[role]!.sv}. Filen har: ${list(header)}.`,
    en: `Say which column is the ${roleNames[role]!.en}. The file has: ${list(header)}.`,
  })

const half = (header: readonly string[]) =>
  new FormatError('no-column', {
    sv: `Läget behöver två kolumner, öst–väst och nord–syd. Filen har: ${list(header)}.`,
    en: `A position needs two columns, east–west and north–south. The file has: ${list(header)}.`,
  })
