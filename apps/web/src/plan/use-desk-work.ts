import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react'
import { api } from '../api.ts'
import { plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { refreshLayers } from '../session.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { useUrlState } from '../url-state.ts'
import { type Change, subjectOf } from './changes.ts'
import { createDesk, type Desk, type DeskView, type Outcome, type Stepped } from './desk.ts'

export interface Toast {
  readonly words: string
  /** The step it tells of can be taken back. */
  readonly undo: boolean
  readonly tone: 'good' | 'warning'
  readonly at: number
}

export interface DeskWork {
  readonly desk: Desk
  readonly view: DeskView
  readonly toast: Toast | null
  readonly closeToast: () => void
  /** Does the change, refreshes what the page knows of it, and says `words` where it went well. */
  readonly perform: (change: Change, layer: string, name: string, words: string) => Promise<Outcome>
  readonly undo: () => Promise<void>
  readonly redo: () => Promise<void>
}

/** The desk, with what the page keeps of the server's state brought along after each change. */
export function useDeskWork(): DeskWork {
  const t = useText()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [view, setUrl] = useUrlState()
  const [toast, setToast] = useState<Toast | null>(null)
  const desk = useMemo(() => createDesk(api, sessionStorage), [])
  const deskView = useSyncExternalStore(desk.subscribe, desk.view)

  const say = useCallback(
    (text: string, undo: boolean, tone: Toast['tone'] = 'good') => {
      setToast({ words: text, undo, tone, at: Date.now() })
      announce(text)
    },
    [announce],
  )

  const refresh = useEffectEvent((id: string, layer: string, outcome: Outcome) => {
    if (outcome.type !== 'saved') return
    if (outcome.measure) queries.setQueryData(['measure', id], outcome.measure)
    else {
      if (view.selected?.id === id) setUrl({ selected: undefined })
      queries.removeQueries({ queryKey: ['measure', id], type: 'inactive' })
    }
    for (const queryKey of [['items', layer], ['history', id], ['drafts'], ['plans']])
      void queries.invalidateQueries({ queryKey })
    void refreshLayers(queries)
  })

  const afterStep = useEffectEvent((stepped: Stepped | null, done: (name: string) => string) => {
    if (!stepped) return
    const { outcome, step } = stepped
    if (outcome.type === 'saved') {
      const id = subjectOf(step.reverse)
      refresh(id, step.layer, outcome)
      if (outcome.measure) setUrl({ selected: { layer: step.layer, id } })
      say(done(step.name || t(words.unnamed)), false)
    } else if (outcome.type === 'offline') say(t(words.undoOffline), false, 'warning')
    else if (outcome.type === 'conflict') say(t(words.undoConflict), false, 'warning')
    else say(outcome.problem.detail ?? outcome.problem.title, false, 'warning')
  })

  const perform = useCallback<DeskWork['perform']>(
    async (change, layer, name, text) => {
      const id = subjectOf(change)
      // What is being deleted is not looked at again while the server's news of it is on the way.
      if (change.type === 'delete') setUrl({ selected: undefined })
      const outcome = await desk.perform(change)
      refresh(id, layer, outcome)
      if (outcome.type === 'saved') say(text || name, true)
      else if (change.type === 'delete') {
        setUrl({ selected: { layer, id } })
        say(
          outcome.type === 'refused' ? (outcome.problem.detail ?? outcome.problem.title) : t(words.notDone),
          false,
          'warning',
        )
      }
      return outcome
    },
    [desk, say, setUrl, t],
  )
  const undo = useCallback(
    async () => afterStep(await desk.undo(), (name) => t(words.undone(name))),
    [desk, t],
  )
  const redo = useCallback(
    async () => afterStep(await desk.redo(), (name) => t(words.redone(name))),
    [desk, t],
  )
  const closeToast = useCallback(() => setToast(null), [])
  useStepKeys(undo, redo)

  return useMemo(
    () => ({ desk, view: deskView, toast, closeToast, perform, undo, redo }),
    [desk, deskView, toast, closeToast, perform, undo, redo],
  )
}

/** Ctrl+Z and Ctrl+Shift+Z where no field or drawing has a use for them. */
function useStepKeys(undo: () => Promise<void>, redo: () => Promise<void>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z')
        return
      if (target?.closest('input, textarea, select, dialog, [contenteditable]')) return
      event.preventDefault()
      void (event.shiftKey ? redo() : undo())
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [undo, redo])
}
