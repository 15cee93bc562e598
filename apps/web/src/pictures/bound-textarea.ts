import * as Y from 'yjs'
import { type Delta, editBetween, movedBy } from './text-edit.ts'

export interface BoundTextarea {
  undo(): void
  redo(): void
  destroy(): void
}

/**
 * Ties a text that several write to a textarea: what is typed goes in as the smallest edit, what others write comes in around the caret, and
 * undo takes back one's own alone. While a letter is being composed, what others write waits.
 */
export function bindTextarea(text: Y.Text, area: HTMLTextAreaElement): BoundTextarea {
  const origin = {}
  const history = new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout: 600 })
  let shown = text.toString()
  let composing = false
  /** What others wrote since, which the textarea does not show yet. */
  let waiting: Delta[] = []
  area.value = shown

  const show = (deltas: readonly Delta[]) => {
    const next = text.toString()
    if (next === area.value) {
      shown = next
      return
    }
    const move = (position: number) => deltas.reduce((moved, delta) => movedBy(delta, moved), position)
    const [start, end, direction] = [
      move(area.selectionStart),
      move(area.selectionEnd),
      area.selectionDirection,
    ]
    const top = area.scrollTop
    area.value = next
    shown = next
    // Only of the one that has the focus: others would take it.
    if (area.ownerDocument.activeElement === area) area.setSelectionRange(start, end, direction)
    area.scrollTop = top
  }

  const write = () => {
    const edit = editBetween(shown, area.value, area.selectionEnd)
    if (!edit) return
    // The edit is of the text as it is shown; what waits came after.
    const place = (position: number, stays: boolean) =>
      waiting.reduce((moved, delta) => movedBy(delta, moved, stays), position)
    const at = place(edit.at, true)
    const end = edit.removed > 0 ? place(edit.at + edit.removed, true) : at
    text.doc?.transact(() => {
      if (end > at) text.delete(at, end - at)
      if (edit.inserted) text.insert(at, edit.inserted)
    }, origin)
    if (waiting.length === 0) shown = area.value
  }

  const observe = (event: Y.YTextEvent, transaction: Y.Transaction) => {
    if (transaction.origin === origin) return
    if (composing) waiting.push(event.delta)
    else show([event.delta])
  }
  const input = () => {
    if (!composing) write()
  }
  const begin = () => {
    composing = true
  }
  const finish = () => {
    composing = false
    write()
    const deltas = waiting
    waiting = []
    show(deltas)
  }
  const undo = () => history.undo()
  const redo = () => history.redo()
  const before = (event: InputEvent) => {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
    event.preventDefault()
    if (event.inputType === 'historyUndo') undo()
    else redo()
  }
  const key = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const letter = event.key.toLowerCase()
    if (letter !== 'z' && letter !== 'y') return
    event.preventDefault()
    if (letter === 'y' || event.shiftKey) redo()
    else undo()
  }

  text.observe(observe)
  area.addEventListener('input', input)
  area.addEventListener('beforeinput', before)
  area.addEventListener('compositionstart', begin)
  area.addEventListener('compositionend', finish)
  area.addEventListener('keydown', key)
  return {
    ...{ undo, redo },
    destroy() {
      text.unobserve(observe)
      history.destroy()
      area.removeEventListener('input', input)
      area.removeEventListener('beforeinput', before)
      area.removeEventListener('compositionstart', begin)
      area.removeEventListener('compositionend', finish)
      area.removeEventListener('keydown', key)
    },
  }
}
