import type { Measure, MeasureChange, NewMeasure, Problem, StatusStep } from '@trygghetskartan/api/contract'
import { apply, type Change, type PlanObject, type PlanState, subjectOf } from './changes.ts'

/** The requests the desk makes; each rejects with an error that carries a `problem`. */
export interface Office {
  measure(id: string): Promise<Measure>
  createMeasure(measure: NewMeasure): Promise<Measure>
  changeMeasure(id: string, version: number, change: MeasureChange): Promise<Measure>
  deleteMeasure(id: string, version: number): Promise<void>
  restoreMeasure(id: string): Promise<Measure>
  stepStatus(id: string, version: number, step: StatusStep): Promise<Measure>
}

export type Outcome =
  | { readonly type: 'saved'; readonly measure: Measure | null }
  /** Somebody else changed it since it was opened. */
  | { readonly type: 'conflict'; readonly current: Measure }
  /** The server was not reached: nothing is known to have happened. */
  | { readonly type: 'offline' }
  | { readonly type: 'refused'; readonly problem: Problem }

/** A step one can go back from, and its way back. */
export interface Step {
  readonly reverse: Change
  readonly layer: string
  /** What the object is called, for the button's words. */
  readonly name: string
}

/** How an undone or redone step went. */
export interface Stepped {
  readonly outcome: Outcome
  readonly step: Step
}

/** What the map shows of an object before its tiles do: null where it is deleted. */
export interface Pending {
  readonly layer: string
  readonly object: PlanObject | null
  /** The version the tiles must reach before the pending object can go; null while it is being saved. */
  readonly version: number | null
}

export interface DeskView {
  readonly pending: ReadonlyMap<string, Pending>
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
  readonly busy: boolean
}

const keep = 50
const stacksKey = 'trygghetskartan.steps'

/**
 * Where changes are made: each is shown at once, sent, and shown as the server has it, or taken back with the server's
 * words. What was saved can be undone, also after a reload of the page.
 */
export function createDesk(office: Office, storage: Pick<Storage, 'getItem' | 'setItem'>) {
  let state: PlanState = new Map()
  const versions = new Map<string, number>()
  let view: DeskView = { pending: new Map(), ...readStacks(storage), busy: false }
  let underWay = 0
  let queue: Promise<unknown> = Promise.resolve()
  const listeners = new Set<() => void>()
  const tell = (change: Partial<DeskView>) => {
    view = { ...view, ...change }
    if (change.undo || change.redo) {
      storage.setItem(stacksKey, JSON.stringify({ undo: view.undo, redo: view.redo }))
    }
    for (const listener of listeners) listener()
  }

  function show(id: string, pending: Pending | null): void {
    const next = new Map(view.pending)
    if (pending) next.set(id, pending)
    else next.delete(id)
    tell({ pending: next })
  }

  function know({ id, layer, geometry, properties, version }: Measure): void {
    state = new Map(state).set(id, { id, layer, geometry, properties })
    versions.set(id, version)
  }

  async function send(change: Change): Promise<Measure | null> {
    const id = subjectOf(change)
    const version = versions.get(id) ?? 0
    switch (change.type) {
      case 'create':
        return change.again
          ? office.restoreMeasure(id)
          : office.createMeasure({ ...change.object, properties: given(change.object.properties) })
      case 'change': {
        const { geometry, properties } = change
        return office.changeMeasure(id, version, {
          ...(geometry && { geometry }),
          ...(properties && { properties }),
        })
      }
      case 'status':
        return office.stepStatus(id, version, {
          to: change.to,
          ...(change.note && { note: change.note }),
          ...(change.decision && { decision: change.decision }),
        })
      case 'delete':
        await office.deleteMeasure(id, version)
        return null
    }
  }

  /** One change from beginning to end. @returns its outcome and, where saved, the change that takes it back. */
  async function carryOut(change: Change): Promise<{ outcome: Outcome; step: Step | null }> {
    const id = subjectOf(change)
    try {
      if (change.type !== 'create' && !state.has(id)) know(await office.measure(id))
    } catch (error) {
      return { outcome: outcomeOf(error), step: null }
    }
    const before = state.get(id) ?? null
    const applied = apply(state, change)
    const object = applied.state.get(id) ?? null
    const layer = (object ?? before)?.layer ?? ''
    show(id, { layer, object, version: null })
    try {
      const measure = await send(change)
      state = applied.state
      if (measure) know(measure)
      const shown = measure ? { ...measure } : null
      show(id, { layer, object: shown, version: measure?.version ?? Number.POSITIVE_INFINITY })
      const name = String((object ?? before)?.properties.title ?? '')
      return { outcome: { type: 'saved', measure }, step: { reverse: applied.reverse, layer, name } }
    } catch (error) {
      const earlier = versions.get(id)
      show(id, before && earlier !== undefined ? { layer, object: before, version: earlier } : null)
      return { outcome: outcomeOf(error), step: null }
    }
  }

  /** After whatever is under way, so that two changes of one object do not race each other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    underWay += 1
    tell({ busy: true })
    const done = queue.then(work).finally(() => {
      underWay -= 1
      tell({ busy: underWay > 0 })
    })
    queue = done.catch(() => undefined)
    return done
  }

  async function back(from: 'undo' | 'redo', to: 'undo' | 'redo'): Promise<Stepped | null> {
    const step = view[from].at(-1)
    if (step === undefined) return null
    const { outcome, step: reverse } = await carryOut(step.reverse)
    if (outcome.type === 'offline') return { outcome, step }
    // A step the server refuses would stand in the way of the ones before it.
    tell({ [from]: view[from].slice(0, -1) })
    if (reverse) tell({ [to]: [...view[to], reverse].slice(-keep) })
    return { outcome, step }
  }

  return {
    view: () => view,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Takes note of what the server has: the version that a change is made from. */
    know,
    perform: (change: Change): Promise<Outcome> =>
      inTurn(async () => {
        const { outcome, step } = await carryOut(change)
        if (step) tell({ undo: [...view.undo, step].slice(-keep), redo: [] })
        return outcome
      }),
    undo: () => inTurn(() => back('undo', 'redo')),
    redo: () => inTurn(() => back('redo', 'undo')),
    /** The tiles show it now. */
    settle: (id: string): void => show(id, null),
  }
}

export type Desk = ReturnType<typeof createDesk>

const given = (properties: PlanObject['properties']) =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null))

function outcomeOf(error: unknown): Outcome {
  const problem = problemOf(error)
  if (problem === null) throw error
  if (problem.status === 0) return { type: 'offline' }
  if (problem.status === 412 && problem.current) return { type: 'conflict', current: problem.current }
  return { type: 'refused', problem }
}

const problemOf = (error: unknown): Problem | null =>
  error instanceof Error && 'problem' in error ? (error.problem as Problem) : null

function readStacks(storage: Pick<Storage, 'getItem'>): Pick<DeskView, 'undo' | 'redo'> {
  const text = storage.getItem(stacksKey)
  const empty = { undo: [], redo: [] }
  if (text === null) return empty
  try {
    const stacks = JSON.parse(text) as Partial<DeskView> | null
    return Array.isArray(stacks?.undo) && Array.isArray(stacks.redo)
      ? { undo: stacks.undo, redo: stacks.redo }
      : empty
  } catch (error) {
    if (error instanceof SyntaxError) return empty
    throw error
  }
}
