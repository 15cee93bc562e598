import type { Measure } from '@trygghetskartan/api/contract'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { DrawingEvent } from '../draw/drawing.ts'
import type { SketchKind } from '../draw/sketch.ts'
import type { MapLayer } from '../map/map-style.ts'
import { drawingWords } from '../messages/draw.ts'
import { fieldProblemText, plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { useUrlState } from '../url-state.ts'
import type { Change } from './changes.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import type { Outcome } from './desk.ts'
import { type Draft, draftsOf } from './drafts.ts'
import { draftOf, type Editing, isDirty } from './editing.ts'
import { GiveUpDialog } from './give-up-dialog.tsx'
import { useDraftKeeping, useRetry } from './keep-draft.ts'
import { type Choice, type Difference, merge } from './merge.ts'
import { editingOf, editingOfDraft, newEditing } from './open-editing.ts'
import type { Plan } from './plan-context.ts'
import { type FieldFind, readEditing, sensitiveIn } from './save.ts'
import { SensitiveDialog } from './sensitive-dialog.tsx'
import type { DeskWork } from './use-desk-work.ts'
import { useHandler } from './use-handler.ts'

type EditingPart = Omit<Plan, 'steps' | 'perform' | 'undo' | 'redo'>

/** What is being drawn and filled in: kept as a draft at every touch, sent when it is whole. */
export function useEditing(work: Pick<DeskWork, 'desk' | 'perform'>): {
  readonly part: EditingPart
  readonly dialogs: ReactNode
} {
  const t = useText()
  const announce = useAnnounce()
  const { layers, me } = useSession()
  const [, setUrl] = useUrlState()
  const [editing, setEditing] = useState<Editing | null>(null)
  const [finds, setFinds] = useState<readonly FieldFind[] | null>(null)
  const [leaving, setLeaving] = useState(false)
  const account = me.account?.id ?? 'none'
  const store = useMemo(() => draftsOf(account, localStorage), [account])
  const [drafts, setDrafts] = useState(() => store.all())
  const latest = useRef(editing)

  /** Sets what is open; readable at once by whoever awaits an answer of the server. */
  const put = (next: Editing | null) => {
    latest.current = next
    setEditing(next)
  }
  const speak = useHandler((event: DrawingEvent) => announce(t(drawingWords(event))))
  const layerOf = (id: string) => layers.find((layer) => layer.id === id)
  const shut = () => {
    put(null)
    setLeaving(false)
    setFinds(null)
    setDrafts(store.all())
  }
  /** One thing at a time: what was open stays as a draft. */
  const open = (next: Editing) => {
    if (editing && isDirty(editing)) store.put(draftOf(editing))
    setDrafts(store.all())
    put(next)
  }

  const begin = useHandler((layer: MapLayer, kind: SketchKind) => {
    open(newEditing(layer, kind, speak))
    setUrl({ selected: undefined, list: undefined })
  })
  const edit = useHandler((measure: Measure) => {
    const layer = layerOf(measure.layer)
    if (!layer) return
    const kept = store.get(measure.id)
    // Begun before somebody else's change: it goes on from there, and saving shows both side by side.
    if (kept?.base && kept.base.version !== measure.version) return resume(kept)
    work.desk.know(measure)
    open(editingOf(measure, layer, kept, speak))
  })
  const resume = useHandler((draft: Draft) => {
    const layer = layerOf(draft.layer)
    if (!layer) return
    if (draft.base) work.desk.know({ ...draft.base, id: draft.id, layer: layer.id, nextStatuses: [] })
    open(editingOfDraft(draft, layer, speak))
    setUrl({ selected: draft.base ? { layer: layer.id, id: draft.id } : undefined, list: undefined })
  })
  const discard = useHandler((draft: Draft) => {
    store.remove(draft.id)
    setDrafts(store.all())
  })
  const fill = useHandler<Parameters<Plan['fill']>, void>((name, input) => {
    const now = latest.current
    if (!now) return
    const { [name]: _, ...problems } = now.problems
    put({ ...now, input: { ...now.input, [name]: input }, problems })
  })

  /** After sending: closes where saved; else keeps everything and says why. */
  const settle = useHandler((outcome: Outcome) => {
    const now = latest.current
    if (!now) return
    switch (outcome.type) {
      case 'saved':
        store.remove(now.id)
        shut()
        return setUrl({ selected: { layer: now.layer.id, id: now.id } })
      case 'offline': {
        const waiting: Editing = { ...now, stage: 'waiting', refusal: null }
        store.put(draftOf(waiting))
        if (now.stage !== 'waiting') announce(t(words.waiting))
        return put(waiting)
      }
      case 'conflict':
        return put({ ...now, stage: 'open', conflict: outcome.current })
      case 'refused': {
        const named = outcome.problem.errors?.map(({ field, message }) => [
          field.replace(/^properties\./, ''),
          message,
        ])
        put({
          ...now,
          stage: 'open',
          attempts: now.attempts + 1,
          refusal: outcome.problem,
          problems: Object.fromEntries(named ?? []),
        })
      }
    }
  })
  const send = useHandler(async (change: Change) => {
    const now = latest.current
    if (!now) return
    put({ ...now, stage: 'saving', problems: {}, refusal: null })
    const name = String(now.input.title ?? '') || t(now.layer.title)
    settle(await work.perform(change, now.layer.id, name, t(words.savedNamed(name))))
  })
  const save = useHandler(async (heeded?: boolean): Promise<void> => {
    const now = latest.current
    if (!now || now.stage === 'saving') return
    setFinds(null)
    if (now.drawing && !now.drawing.view().sketch.finished) now.drawing.finish()
    const reading = readEditing(now)
    if (reading.type === 'nothing') {
      announce(t(words.noChange), { show: true })
      return close('discard')
    }
    if (reading.type === 'wrong') {
      const named = Object.entries(reading.problems).map(([name, problem]) => [
        name,
        t(fieldProblemText(problem)),
      ])
      const problems: Record<string, string> = Object.fromEntries(named)
      if (!reading.shape) problems.geometry = t(words.noShape)
      put({ ...now, stage: 'open', attempts: now.attempts + 1, problems })
      return announce(t(words.fixFields(Object.keys(problems).length)))
    }
    const found = sensitiveIn(now).filter(({ kind }) => kind !== 'name')
    if (found.length > 0 && !heeded) return setFinds(found)
    await send(reading.change)
  })
  const resolve = useHandler(
    async (found: readonly Difference[], choices: Readonly<Record<string, Choice>>): Promise<void> => {
      const now = latest.current
      if (!now?.conflict) return
      const theirs = now.conflict
      work.desk.know(theirs)
      put({ ...now, conflict: null })
      const merged = merge(found, choices)
      if (merged.geometry || merged.properties) await send({ type: 'change', id: now.id, ...merged })
      else settle({ type: 'saved', measure: theirs })
    },
  )
  const backFromConflict = useHandler(() => {
    if (latest.current) put({ ...latest.current, conflict: null })
  })
  const close = useHandler((draft: 'keep' | 'discard') => {
    const now = latest.current
    if (!now) return
    if (draft === 'keep') store.put(draftOf(now))
    else store.remove(now.id)
    shut()
  })
  const cancel = useHandler(() => {
    if (latest.current && isDirty(latest.current)) setLeaving(true)
    else close('discard')
  })

  useDraftKeeping(editing, (now) => void store.put(draftOf(now)))
  useRetry(editing?.stage === 'waiting', () => void save(true))

  const dialogs = (
    <>
      {leaving && (
        <GiveUpDialog
          onKeep={() => close('keep')}
          onDiscard={() => close('discard')}
          onGoOn={() => setLeaving(false)}
        />
      )}
      {finds && editing && (
        <SensitiveDialog
          finds={finds}
          layer={editing.layer}
          onEdit={() => setFinds(null)}
          onSave={() => void save(true)}
        />
      )}
      {editing?.conflict && (
        <ConflictDialog
          editing={editing}
          theirs={editing.conflict}
          onResolve={resolve}
          onBack={backFromConflict}
        />
      )}
    </>
  )
  const part = useMemo<EditingPart>(
    () => ({
      editing,
      drafts: drafts.filter(({ id }) => id !== editing?.id),
      ...{ begin, edit, resume, discard, fill, save, resolve, backFromConflict, cancel, close },
    }),
    [editing, drafts, begin, edit, resume, discard, fill, save, resolve, backFromConflict, cancel, close],
  )
  return { part, dialogs }
}
