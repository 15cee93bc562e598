/** A sentence for people, in the two languages of the interface. */
export interface Text {
  readonly sv: string
  readonly en: string
}

/** One object or row that could not be taken, and why. The rest of the file is still read. */
export interface Refusal {
  /** Line in the file, counted from 1, where the format has lines. */
  readonly line?: number
  /** The object's own name in the file: "way/123", "row 7", "event 411835". */
  readonly element?: string
  /** Stable word for machines: "missing-node", "ring-not-closed", "unknown-column", … */
  readonly code: string
  readonly message: Text
}

/** What a reader yields: a value, or the reason why there is none. */
export type Read<T> = { readonly item: T } | { readonly refusal: Refusal }

/** The file as a whole cannot be read. `offset` is in bytes from the start where it is known. */
export class FormatError extends Error {
  readonly code: string
  readonly text: Text
  readonly offset: number | undefined

  constructor(code: string, text: Text, offset?: number) {
    super(text.en)
    this.name = 'FormatError'
    this.code = code
    this.text = text
    this.offset = offset
  }
}
