import { useEffect, useMemo } from 'react'
import { DrawingBar } from '../draw/drawing-bar.tsx'
import { plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { DraftsOverlay } from '../plans/drafts-overlay.ts'
import { MaskBar } from '../siting/mask-bar.tsx'
import { endMask, useMaskDrawing } from '../siting/mask-drawing.ts'
import { DirectionHandle } from './direction-handle.tsx'
import { PendingOverlay } from './pending-overlay.ts'
import type { Plan } from './plan-context.ts'
import { UndoToast } from './undo-toast.tsx'
import { useDeskWork } from './use-desk-work.ts'
import { useEditing } from './use-editing.tsx'
import { useHandler } from './use-handler.ts'

/** Does the planning for the frame around it: what is drawn, what is on its way to the server, and the way back. */
export function PlanWorker({ onPlan }: { readonly onPlan: (plan: Plan | null) => void }) {
  const t = useText()
  const { desk, view, toast, closeToast, perform, undo, redo } = useDeskWork()
  const { dialogs, part } = useEditing({ desk, perform })
  const { editing } = part
  const { undo: back, redo: forth, busy } = view
  const plan = useMemo<Plan>(
    () => ({ ...part, steps: { undo: back, redo: forth, busy }, perform, undo, redo }),
    [part, back, forth, busy, perform, undo, redo],
  )
  const mask = useMaskDrawing()
  const { pending } = view
  const editedId = editing?.id
  const except = useMemo(
    () => new Set([...pending.keys(), ...(editedId ? [editedId] : [])]),
    [pending, editedId],
  )
  const settleSaved = useHandler((id: string) => {
    const one = pending.get(id)
    if (one && one.version !== null && one.object) desk.settle(id)
  })
  useEffect(() => onPlan(plan), [plan, onPlan])
  // A mask is of the camera that is open, and goes with it.
  const stray = mask !== null && mask.of !== editedId
  useEffect(() => {
    if (stray) endMask()
  }, [stray])
  useEffect(() => () => onPlan(null), [onPlan])
  return (
    <>
      <DraftsOverlay except={except} onSettled={settleSaved} />
      <PendingOverlay pending={view.pending} editing={editing} onSettled={desk.settle} />
      {editing && mask && !stray && <MaskBar mask={mask} editing={editing} onFill={plan.fill} />}
      {editing?.drawing && !mask && (
        <>
          <DrawingBar
            drawing={editing.drawing}
            id={editing.id}
            title={t(
              editing.base
                ? words.changeOf(String(editing.base.properties.title ?? t(editing.layer.title)))
                : words.newOf(t(editing.layer.title)),
            )}
            onCancel={plan.cancel}
          />
          <DirectionHandle editing={editing} onTurn={plan.fill} />
        </>
      )}
      <UndoToast toast={toast} onUndo={undo} onClose={closeToast} />
      {dialogs}
    </>
  )
}
