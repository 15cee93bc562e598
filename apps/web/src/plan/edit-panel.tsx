import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { ProblemError } from '../api.ts'
import { CoordinatesPanel } from '../draw/coordinates-panel.tsx'
import { useDrawingView } from '../draw/use-drawing.ts'
import { common } from '../messages/common.ts'
import { draw, geometryProblems } from '../messages/draw.ts'
import { plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { LayerIcon } from '../ui/icon.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { Panel } from '../ui/panel.tsx'
import styles from './edit-panel.module.css'
import type { Editing } from './editing.ts'
import { focusFirstProblem } from './focus-problem.ts'
import { MeasureForm } from './measure-form.tsx'
import type { Plan } from './plan-context.ts'

const EditSiting = lazy(() =>
  import('../siting/edit-siting.tsx').then(({ EditSiting }) => ({ default: EditSiting })),
)

interface EditPanelProps {
  readonly plan: Plan
  readonly editing: Editing
}

/** The form of what is being drawn: its shape as numbers, its fields, and saving. */
export function EditPanel({ plan, editing }: EditPanelProps) {
  const t = useText()
  const { layer, base, stage, refusal } = editing
  const name = String(base?.properties.title ?? t(layer.title))
  const form = useRef<HTMLFormElement>(null)
  const { id, attempts } = editing
  const [impossible, setImpossible] = useState<Readonly<Record<string, string>>>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: each object begins at its heading
  useEffect(() => {
    form.current?.closest('section')?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  }, [id])
  useEffect(() => {
    if (attempts > 0) focusFirstProblem(form.current)
  }, [attempts])
  return (
    <Panel
      title={t(base ? words.changeOf(name) : words.newOf(t(layer.title)))}
      over={
        <>
          <LayerIcon path={layer.icon} /> {t(layer.title)}
        </>
      }
      onClose={plan.cancel}
      footer={
        <div className={styles.footer}>
          {stage === 'waiting' && (
            <Note tone="warning" title={t(words.notSavedYet)}>
              {t(words.waiting)}
            </Note>
          )}
          <div className={styles.buttons}>
            <Button type="submit" form={`form-${id}`} kind="primary" busy={stage === 'saving'}>
              {t(stage === 'waiting' ? common.retry : common.save)}
            </Button>
            <Button onClick={plan.cancel}>{t(common.cancel)}</Button>
          </div>
        </div>
      }
    >
      <form
        ref={form}
        id={`form-${id}`}
        className={styles.form}
        data-plan-form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void plan.save(stage === 'waiting')
        }}
      >
        {refusal && <ErrorNote error={new ProblemError(withoutFields(refusal))} />}
        <Shape editing={editing} />
        {layer.siting && layer.siting.kind !== 'presence' && (
          <Suspense fallback={<Skeleton lines={3} />}>
            <EditSiting key={id} editing={editing} onFill={plan.fill} onProblems={setImpossible} />
          </Suspense>
        )}
        <MeasureForm editing={editing} impossible={impossible} onFill={plan.fill} />
      </form>
    </Panel>
  )
}

/** The fields say their own. */
const withoutFields = ({ errors: _, ...problem }: NonNullable<Editing['refusal']>) => problem

function Shape({ editing }: { readonly editing: Editing }) {
  const t = useText()
  const view = useDrawingView(editing.drawing)
  const problem = view?.problem ? t(geometryProblems[view.problem.code]) : editing.problems.geometry
  return (
    <details className={styles.shape}>
      <summary>
        <h3>{t(words.shape)}</h3>
        <span>{t(view && !view.sketch.finished ? words.shapeWaiting : draw.byCoordinates)}</span>
      </summary>
      {editing.drawing ? (
        <CoordinatesPanel drawing={editing.drawing} />
      ) : (
        <p className={styles.fixed}>{t(draw.fixed)}</p>
      )}
      {problem && (
        <p className={styles.problem} data-problem tabIndex={-1}>
          {problem}
        </p>
      )}
    </details>
  )
}
