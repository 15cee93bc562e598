/** A document as it is printed, whatever the format: top to bottom, in Swedish. */
export interface PrintedDocument {
  readonly title: string
  readonly subtitle: string
  /** Without its ending. */
  readonly fileName: string
  readonly municipality: string
  readonly keywords: string
  /** Marked as a draft on each page. */
  readonly draft: boolean
  readonly parts: readonly Part[]
  /** Makes the file's own clock, so that the same content gives the same file. */
  readonly at: Date
}

export interface Part {
  /** None of what stands before the first heading. */
  readonly title: string | null
  readonly blocks: readonly Block[]
}

export type Row = readonly [label: string, value: string]

export interface Size {
  readonly width: number
  readonly height: number
}

export type Block =
  | { readonly kind: 'paragraph' | 'subheading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** Share of the page's width for each column; together 1. */
      readonly widths: readonly number[]
      /** The last so many columns are figures. */
      readonly figures: number
    }
  | {
      readonly kind: 'picture'
      readonly png: Uint8Array
      readonly size: Size
      readonly alt: string
      readonly caption: string
    }
  /** Vector graphics, letters as outlines. */
  | {
      readonly kind: 'drawing'
      readonly svg: string
      readonly size: Size
      readonly alt: string
      readonly caption: string
    }
