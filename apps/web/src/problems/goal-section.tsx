import type { ProblemDetail } from '@trygghetskartan/api/contract-problems'
import { useState } from 'react'
import { common } from '../messages/common.ts'
import { useFormat } from '../messages/format.ts'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { FieldsForm } from '../plan/fields-form.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { described } from './described.ts'
import { GoalChart } from './goal-chart.tsx'
import styles from './problems.module.css'
import { problemsApi } from './problems-api.ts'
import { Progress } from './progress.tsx'
import { useRefreshProblems } from './use-problems.ts'

const fields = [
  described('on', 'date', words.day, { required: true }),
  described('value', 'number', words.value, { required: true }),
  described('note', 'text', words.note, { maxLength: 1000, help: words.noteHelp }),
]

/** What is to be reached, how it is measured, and how it goes. */
export function GoalSection({ problem }: { readonly problem: ProblemDetail }) {
  const t = useText()
  const format = useFormat()
  const refresh = useRefreshProblems()
  const [adding, setAdding] = useState(false)
  const { goal, indicator, readings, unit } = problem
  return (
    <section className={styles.section} aria-label={t(words.goal)}>
      <header>
        <h3>{t(words.goal)}</h3>
        <Button size="s" icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
          {t(words.addReading)}
        </Button>
      </header>
      {goal && <p className={styles.text}>{goal}</p>}
      {indicator && <h4>{[indicator, unit].filter(Boolean).join(', ')}</h4>}
      <Progress problem={problem} />
      <GoalChart problem={problem} />
      {readings.length > 0 && (
        <table className={styles.readings} aria-label={t(words.readings)}>
          <thead>
            <tr>
              {[words.day, words.value, words.note].map((title) => (
                <th key={title.en} scope="col">
                  {t(title)}
                </th>
              ))}
              <th scope="col">
                <span className="sr-only">{t(common.remove)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {readings.toReversed().map(({ on, value, note }) => (
              <tr key={on}>
                <td>{format.shortDate(on)}</td>
                <td>{format.number(value)}</td>
                <td>{note}</td>
                <td>
                  <IconButton
                    label={t(words.removeReading(format.shortDate(on)))}
                    icon={<Icon name="bin" size={15} />}
                    onClick={() => void problemsApi.removeReading(problem.id, on).finally(refresh)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adding && (
        <Dialog title={t(words.addReading)} onClose={() => setAdding(false)}>
          <FieldsForm
            fields={fields}
            onCancel={() => setAdding(false)}
            onSave={async ({ on, value, note }) => {
              await problemsApi.putReading(problem.id, String(on), {
                value: Number(value),
                note: note as string | null,
              })
              await refresh()
              setAdding(false)
            }}
          />
        </Dialog>
      )}
    </section>
  )
}
