import { Link } from '@tanstack/react-router'
import type { LinkedMeasure, ProblemDetail } from '@trygghetskartan/api/contract-problems'
import { useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { FieldsForm } from '../plan/fields-form.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { described } from './described.ts'
import { MeasurePicker } from './measure-picker.tsx'
import styles from './problems.module.css'
import { problemsApi } from './problems-api.ts'
import { StatusMark } from './status-mark.tsx'
import { useRefreshProblems } from './use-problems.ts'
import { useWorkFace } from './work-face.ts'

const effectFields = [
  described('expectedEffect', 'longtext', words.expected, { maxLength: 1000, help: words.expectedHelp }),
]

/** The measures that answer to the problem, what each is expected to do, who makes it and when. */
export function MeasuresSection({ problem }: { readonly problem: ProblemDetail }) {
  const t = useText()
  const format = useFormat()
  const face = useWorkFace()
  const refresh = useRefreshProblems()
  const [picking, setPicking] = useState(false)
  const [writing, setWriting] = useState<LinkedMeasure | null>(null)
  const { measures, hiddenMeasures } = problem
  return (
    <section className={styles.section} aria-label={t(words.measures)}>
      <header>
        <h3>{t(words.measures)}</h3>
        <Button size="s" icon={<Icon name="link" size={16} />} onClick={() => setPicking(true)}>
          {t(words.linkMeasure)}
        </Button>
      </header>
      {measures.length + hiddenMeasures === 0 && <p className={styles.soft}>{t(words.noMeasure)}</p>}
      <ul className={styles.items}>
        {measures.map((measure) => (
          <li key={measure.id} id={`row-${measure.id}`}>
            <div className={styles.line}>
              <Link to={`/${face}`} search={{ sel: `${measure.layer}:${measure.id}` }}>
                {measure.title}
              </Link>
              <IconButton
                label={t(words.writeEffect(measure.title))}
                icon={<Icon name="edit" size={15} />}
                onClick={() => setWriting(measure)}
              />
              <IconButton
                label={t(words.unlink(measure.title))}
                icon={<Icon name="bin" size={15} />}
                onClick={() => void problemsApi.unlink(problem.id, measure.id).finally(refresh)}
              />
            </div>
            <p className={styles.text}>
              {measure.expectedEffect ?? <span className={styles.soft}>{t(words.noEffect)}</span>}
            </p>
            <p className={styles.chips}>
              <StatusMark measure={measure} />
              <span>{t(measure.layerTitle)}</span>
              {measure.responsible && <span>{measure.responsible}</span>}
              {(measure.completedOn ?? measure.startsOn) && (
                <span>{format.shortDate((measure.completedOn ?? measure.startsOn)!)}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
      {hiddenMeasures > 0 && <p className={styles.soft}>{t(words.hiddenMeasures(hiddenMeasures))}</p>}
      {picking && <MeasurePicker problem={problem} onClose={() => setPicking(false)} />}
      {writing && (
        <Dialog title={writing.title} onClose={() => setWriting(null)}>
          <FieldsForm
            fields={effectFields}
            initial={{ expectedEffect: writing.expectedEffect }}
            onCancel={() => setWriting(null)}
            onSave={async ({ expectedEffect }) => {
              await problemsApi.link(problem.id, writing.id, {
                layer: writing.layer,
                expectedEffect: expectedEffect as string | null,
              })
              await refresh()
              setWriting(null)
            }}
          />
        </Dialog>
      )}
    </section>
  )
}
