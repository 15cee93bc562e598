import { FormatError } from '../refusal.ts'

/** A column of the layer that is imported into, as a file may name it and fill it. */
export interface Field {
  readonly name: string
  /** Other names it goes by: its titles in the languages of the interface. */
  readonly titles: readonly string[]
  readonly control:
    | 'text'
    | 'longtext'
    | 'integer'
    | 'number'
    | 'boolean'
    | 'date'
    | 'datetime'
    | 'choice'
    | 'choices'
    | 'weekdays'
    | 'time'
  /** Of a choice: its values with their titles. */
  readonly options?: readonly { readonly value: string; readonly titles: readonly string[] }[]
  /** Kept by the database: a file may have the column, it is passed over. */
  readonly readOnly: boolean
}

/** One row or feature, checked for shape and place; values under the layer's own column names. */
export interface Row {
  readonly line: number
  /** "row 7", "feature 12". */
  readonly element: string
  /** The object's own id in the file, if it has one. */
  readonly id: string | null
  readonly geometry: import('geojson').Geometry
  readonly values: Readonly<Record<string, unknown>>
}

export interface TableOptions {
  readonly fields: readonly Field[]
  /** Kinds of geometry the layer takes. */
  readonly kinds: readonly import('geojson').Geometry['type'][]
  /** EPSG code of the coordinates, where the caller knows it. */
  readonly srid?: number | undefined
  /** Columns that the layer does not have are passed over; otherwise the file is refused. */
  readonly ignoreUnknown?: boolean | undefined
}

/** "Öppnad (år)" and "öppnad_(år)" are one name. */
export const folded = (name: string): string =>
  name
    .replace(/^\uFEFF/, '')
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '_')

/** Names every table of ours may carry beside the layer's fields. */
const ours = new Set(['id', 'uuid', 'version'])

/** Finds the layer's field for a name in a file. */
export class FieldNames {
  private readonly byName = new Map<string, Field>()
  private readonly fields: readonly Field[]
  private readonly ignoreUnknown: boolean

  constructor(fields: readonly Field[], ignoreUnknown: boolean) {
    this.fields = fields
    this.ignoreUnknown = ignoreUnknown
    for (const field of fields) {
      for (const title of field.titles) this.byName.set(folded(title), field)
    }
    for (const field of fields) this.byName.set(folded(field.name), field)
  }

  /** The field; null for a column to pass over. Throws FormatError "unknown-column" with the list of known ones. */
  find(name: string, line: number): Field | null {
    const field = this.byName.get(folded(name))
    if (field) return field.readOnly ? null : field
    if (ours.has(folded(name)) || this.ignoreUnknown) return null
    throw unknownColumn(name, line, this.fields)
  }
}

function unknownColumn(name: string, line: number, fields: readonly Field[]): FormatError {
  const known = fields
    .filter((field) => !field.readOnly)
    .map((field) => field.name)
    .join(', ')
  return new FormatError('unknown-column', {
    sv: `Kolumnen ”${name}” (rad ${line}) finns inte i lagret. Kända kolumner: id, ${known}. Med --ignore-unknown hoppas okända kolumner över.`,
    en: `The column “${name}” (line ${line}) is not in the layer. Known columns: id, ${known}. With --ignore-unknown, unknown columns are passed over.`,
  })
}
