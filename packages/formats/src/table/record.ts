/** A row of a table as it stands in its file. */
export interface TableRecord {
  /** Line it starts on, counted from 1. */
  readonly line: number
  readonly cells: string[]
  /** The file ended inside quotes. */
  readonly unclosed: boolean
}
