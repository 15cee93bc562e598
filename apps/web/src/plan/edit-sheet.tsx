import { useEffect, useState } from 'react'
import { useDrawingView } from '../draw/use-drawing.ts'
import { plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { useMaskDrawing } from '../siting/mask-drawing.ts'
import { Sheet, type Snap } from '../ui/sheet.tsx'
import { useIsPhone } from '../ui/use-media.ts'
import { EditPanel } from './edit-panel.tsx'
import { usePlan } from './plan-context.ts'

/** The form beside the map. On a phone it waits until the shape is drawn, so that there is a map to draw on. */
export function EditSheet() {
  const t = useText()
  const plan = usePlan()
  const isPhone = useIsPhone()
  const view = useDrawingView(plan?.editing?.drawing ?? null)
  const [snap, setSnap] = useState<Snap>('half')
  const masking = useMaskDrawing() !== null
  useEffect(() => {
    // There must be a map left to draw the mask on.
    if (isPhone) setSnap(masking ? 'peek' : 'half')
  }, [isPhone, masking])
  if (!plan?.editing) return null
  const drawing = view !== null && !view.sketch.finished
  if (isPhone && drawing) return null
  return (
    <Sheet side="right" label={t(words.edit)} snap={snap} onSnap={setSnap}>
      <EditPanel plan={plan} editing={plan.editing} />
    </Sheet>
  )
}
