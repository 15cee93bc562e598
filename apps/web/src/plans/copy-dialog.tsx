import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Plan } from '@trygghetskartan/api/contract-identity'
import type { PlanMeasure } from '@trygghetskartan/api/contract-plans'
import { useState } from 'react'
import { objectTitle } from '../inspector/object-title.ts'
import { Swatch } from '../layers/swatch.tsx'
import { common } from '../messages/common.ts'
import { useFormat } from '../messages/format.ts'
import { plans as words } from '../messages/plans.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, FieldSet } from '../ui/field.tsx'
import { ErrorNote } from '../ui/note.tsx'
import styles from './plan-panel.module.css'
import { plansApi } from './plans-api.ts'

interface CopyDialogProps {
  readonly plan: Plan
  readonly measures: readonly PlanMeasure[]
  readonly onClose: () => void
  readonly onMade: (plan: Plan) => void
}

/** A variant of a plan: all its measures, or those that are chosen, as new drafts. */
export function CopyDialog({ plan, measures, onClose, onMade }: CopyDialogProps) {
  const t = useText()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [title, setTitle] = useState(t(words.copyOf(plan.title)).slice(0, 200))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  // Made once: asked again after a broken connection, the server makes no second copy.
  const [id] = useState(() => crypto.randomUUID())
  const chosen = measures.filter((measure) => !left.has(measure.id))
  const copy = useMutation({
    mutationFn: () =>
      plansApi.copy(plan.id, {
        id,
        title: title.trim(),
        ...(left.size > 0 && { measures: chosen.map((measure) => measure.id) }),
      }),
    onSuccess: async (made) => {
      for (const queryKey of [['drafts'], ['items']]) void queries.invalidateQueries({ queryKey })
      await queries.invalidateQueries({ queryKey: ['plans'] })
      announce(t(made.leftOut > 0 ? words.copiedWithout(made.leftOut) : words.copied), { show: true })
      onMade(made)
    },
  })
  return (
    <Dialog
      title={t(words.copyAndVary)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t(common.cancel)}</Button>
          <Button
            kind="primary"
            busy={copy.isPending}
            onClick={() => {
              setTried(true)
              if (title.trim()) copy.mutate()
            }}
          >
            {t(words.copy(chosen.length))}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t(words.copyLead)}</p>
        {copy.error && <ErrorNote error={copy.error} />}
        <Field
          label={t(words.copyTitle)}
          required
          error={tried && !title.trim() ? t(words.titleMissing) : undefined}
        >
          {(control) => (
            <input
              {...control}
              maxLength={200}
              autoComplete="off"
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        {measures.length > 0 && (
          <FieldSet label={t(words.takeAlong)}>
            <div className={styles.buttons}>
              <Button size="s" kind="quiet" onClick={() => setLeft(new Set())}>
                {t(words.takeAll)}
              </Button>
              <Button
                size="s"
                kind="quiet"
                onClick={() => setLeft(new Set(measures.map((measure) => measure.id)))}
              >
                {t(words.takeNone)}
              </Button>
            </div>
            <MeasureChoices measures={measures} left={left} onLeft={setLeft} />
          </FieldSet>
        )}
      </div>
    </Dialog>
  )
}

interface MeasureChoicesProps {
  readonly measures: readonly PlanMeasure[]
  /** Those that are not taken along. */
  readonly left: ReadonlySet<string>
  readonly onLeft: (left: ReadonlySet<string>) => void
}

function MeasureChoices({ measures, left, onLeft }: MeasureChoicesProps) {
  const t = useText()
  const format = useFormat()
  const { layers } = useSession()
  return (
    <ul className={styles.choices}>
      {measures.map((measure) => {
        const layer = layers.find((one) => one.id === measure.layer)
        if (!layer) return null
        return (
          <li key={measure.id}>
            <label>
              <input
                type="checkbox"
                checked={!left.has(measure.id)}
                onChange={(event) => {
                  const next = new Set(left)
                  if (event.target.checked) next.delete(measure.id)
                  else next.add(measure.id)
                  onLeft(next)
                }}
              />
              <Swatch layer={layer} value={String(measure.properties[layer.categoryBy])} />
              {objectTitle(layer, measure.properties, format, t(layer.title))}
            </label>
          </li>
        )
      })}
    </ul>
  )
}
