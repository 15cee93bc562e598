/** One stretch of a text replaced by another. */
export interface TextEdit {
  readonly at: number
  readonly removed: number
  readonly inserted: string
}

/**
 * The smallest edit that makes one text of another; null where they are the same. Where it could lie in several places, as in a row of the
 * same letter, it is the one that ends at the caret, since that is where somebody writes.
 */
export function editBetween(before: string, after: string, caret = after.length): TextEdit | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  let end = 0
  const tail = Math.min(most, after.length - caret)
  while (end < tail && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  let start = 0
  while (start < most - end && before[start] === after[start]) start += 1
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  // Half of a letter of two code units is none.
  if (start > 0 && isHigh(after.charCodeAt(start - 1))) start -= 1
  if (end > 0 && isLow(after.charCodeAt(after.length - end))) end -= 1
  return { at: start, removed: before.length - end - start, inserted: after.slice(start, after.length - end) }
}

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000

/** What a text type tells of a change: so many letters kept, deleted, or some put in, from the beginning on. */
export type Delta = readonly {
  readonly retain?: number | undefined
  readonly delete?: number | undefined
  readonly insert?: unknown
}[]

/** Where a position of the text before is after the change; `stays` before what is put in at that very place. */
export function movedBy(delta: Delta, position: number, stays = true): number {
  let at = 0
  let moved = position
  for (const step of delta) {
    if (step.retain !== undefined) at += step.retain
    else if (step.delete !== undefined) {
      if (at < moved) moved -= Math.min(step.delete, moved - at)
    } else if (typeof step.insert === 'string') {
      if (at < moved || (at === moved && !stays)) moved += step.insert.length
      at += step.insert.length
    }
    if (at > moved) break
  }
  return moved
}
