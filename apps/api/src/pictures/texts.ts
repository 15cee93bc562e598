import * as Y from 'yjs'

/** Characters that a section's text may have. */
export const longestText = 20_000

/** Texts written by several at once, as Yjs documents: each has one text, named text. */
export interface MergedText {
  readonly document: Uint8Array
  readonly text: string
}

/** A document with edits put on, in whatever order they came. What was deleted is gone from it. Throws where one is no Yjs update. */
export function mergeText(base: Uint8Array | null, updates: readonly Uint8Array[]): MergedText {
  const doc = new Y.Doc()
  doc.transact(() => {
    if (base) Y.applyUpdate(doc, base)
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  const merged = { document: Y.encodeStateAsUpdate(doc), text: doc.getText('text').toString() }
  doc.destroy()
  return merged
}

/** A document whose text is the one given. */
export function documentOf(text: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('text').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}
