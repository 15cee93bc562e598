import { useEffect, useEffectEvent } from 'react'
import { DrawingBar } from '../draw/drawing-bar.tsx'
import { useDrawingView } from '../draw/use-drawing.ts'
import { siting as words } from '../messages/siting.ts'
import { useText } from '../messages/text.ts'
import type { Editing } from '../plan/editing.ts'
import type { Plan } from '../plan/plan-context.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { endMask, type MaskDrawing } from './mask-drawing.ts'
import { masksIn, withMask, writeMasks } from './masks.ts'

interface MaskBarProps {
  readonly mask: MaskDrawing
  readonly editing: Editing
  readonly onFill: Plan['fill']
}

/** The pen while a mask is drawn. A finished and valid mask goes into the camera's form. */
export function MaskBar({ mask, editing, onFill }: MaskBarProps) {
  const t = useText()
  const announce = useAnnounce()
  const view = useDrawingView(mask.drawing)
  const whole = view?.sketch.finished === true && view.problem === null
  const take = useEffectEvent(() => {
    const drawn = mask.drawing.view().geometry
    onFill(mask.column, writeMasks(withMask(masksIn(editing.input[mask.column]), drawn)))
    announce(t(words.maskAdded))
    endMask()
  })
  useEffect(() => {
    if (whole) take()
  }, [whole])
  return <DrawingBar drawing={mask.drawing} id={editing.id} title={t(words.drawingMask)} onCancel={endMask} />
}
