import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useFrame } from '../frame/frame-context.ts'
import { common } from '../messages/common.ts'
import { draw, geometryProblems } from '../messages/draw.ts'
import { useLanguage, useText } from '../messages/text.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Crosshair } from './crosshair.tsx'
import type { Drawing, DrawingView } from './drawing.ts'
import styles from './drawing-bar.module.css'
import { measuresOf, writeArea, writeLength } from './measures.ts'
import { canRemove, isComplete } from './sketch.ts'
import { useDrawingKeys, useDrawingView, usePen } from './use-drawing.ts'

interface DrawingBarProps {
  readonly drawing: Drawing
  /** Id of the object that is drawn. */
  readonly id: string
  readonly title: string
  readonly onCancel: () => void
}

/** What one does now, what it measures, and the pen's buttons: floats over the map while somebody draws. */
export function DrawingBar({ drawing, id, title, onCancel }: DrawingBarProps) {
  const t = useText()
  const { overlay } = useFrame()
  const view = useDrawingView(drawing)
  const [aiming, setAiming] = useState(false)
  usePen(drawing, id)
  useDrawingKeys(drawing, aiming, onCancel)
  if (!overlay || !view) return null
  const { sketch, problem } = view
  return createPortal(
    <div className={styles.layer}>
      {aiming && !sketch.finished && <Crosshair drawing={drawing} />}
      <div className={styles.free}>
        <section className={styles.bar} aria-label={t(draw.tools)}>
          <div className={styles.words}>
            <strong>{title}</strong>
            {problem ? (
              <span className={styles.problem} role="alert">
                <Icon name="warning" size={15} /> {t(geometryProblems[problem.code])}
              </span>
            ) : (
              <span className={styles.hint}>{t(hintFor(view))}</span>
            )}
            <Measures view={view} />
          </div>
          <div className={styles.buttons}>
            <IconButton
              label={t(draw.undo)}
              icon={<Icon name="undo" />}
              disabled={!view.canUndo}
              onClick={drawing.undo}
            />
            <IconButton
              label={t(draw.redo)}
              icon={<Icon name="redo" />}
              disabled={!view.canRedo}
              onClick={drawing.redo}
            />
            {!sketch.finished && (
              <IconButton
                label={t(draw.crosshair)}
                icon={<Icon name="target" />}
                aria-pressed={aiming}
                onClick={() => setAiming(!aiming)}
              />
            )}
            {sketch.finished && sketch.kind !== 'Point' && (
              <IconButton
                label={t(draw.removeVertex)}
                icon={<Icon name="bin" />}
                disabled={sketch.selected === null || !canRemove(sketch)}
                onClick={() => sketch.selected !== null && drawing.remove(sketch.selected)}
              />
            )}
            <Button size="s" kind="quiet" onClick={onCancel}>
              {t(common.cancel)}
            </Button>
            {!sketch.finished && sketch.kind !== 'Point' && (
              <Button size="s" kind="primary" disabled={!isComplete(sketch)} onClick={() => drawing.finish()}>
                {t(draw.finish)}
              </Button>
            )}
          </div>
        </section>
      </div>
    </div>,
    overlay,
  )
}

function Measures({ view }: { readonly view: DrawingView }) {
  const t = useText()
  const language = useLanguage()
  const { length, area } = measuresOf(view.sketch, view.live)
  if (length === null) return null
  return (
    <dl className={styles.measures}>
      <div>
        <dt>{t(view.sketch.kind === 'Polygon' ? draw.outline : draw.length)}</dt>
        <dd>{writeLength(length, language)}</dd>
      </div>
      {area !== null && (
        <div>
          <dt>{t(draw.area)}</dt>
          <dd>{writeArea(area, language)}</dd>
        </div>
      )}
    </dl>
  )
}

function hintFor({ sketch }: DrawingView) {
  const { kind, vertices, finished } = sketch
  const coarse = window.matchMedia('(pointer: coarse)').matches
  if (finished) {
    if (kind === 'Point') return draw.editPoint
    return coarse ? draw.touchEdit : draw.editShape
  }
  if (kind === 'Point') return draw.startPoint
  if (vertices.length === 0) return kind === 'LineString' ? draw.startLine : draw.startArea
  if (!isComplete(sketch)) return draw.next
  if (coarse) return draw.endTouch
  return kind === 'LineString' ? draw.endLine : draw.endArea
}
