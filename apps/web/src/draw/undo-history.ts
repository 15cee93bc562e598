/** A value with the values before it and the ones undone. */
export interface UndoHistory<T> {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
}

const depth = 200

export const startHistory = <T>(present: T): UndoHistory<T> => ({ past: [], present, future: [] })

/** Takes a new present; what had been undone is forgotten. The same value again is no step. */
export function record<T>(history: UndoHistory<T>, present: T): UndoHistory<T> {
  if (present === history.present) return history
  return { past: [...history.past, history.present].slice(-depth), present, future: [] }
}

/** Changes the present without making a step to go back to: a selection, a vertex under the pointer. */
export const amend = <T>(history: UndoHistory<T>, present: T): UndoHistory<T> => ({ ...history, present })

export function undo<T>(history: UndoHistory<T>): UndoHistory<T> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
  }
}

export function redo<T>(history: UndoHistory<T>): UndoHistory<T> {
  const [after, ...future] = history.future
  if (after === undefined) return history
  return { past: [...history.past, history.present], present: after, future }
}
