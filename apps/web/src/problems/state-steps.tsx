import { useNavigate } from '@tanstack/react-router'
import type { ProblemDetail, ProblemStep } from '@trygghetskartan/api/contract-problems'
import { useState } from 'react'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { FieldsForm } from '../plan/fields-form.tsx'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { described } from './described.ts'
import styles from './problems.module.css'
import { problemsApi } from './problems-api.ts'
import { swedishClock } from './swedish-clock.ts'
import { useRefreshProblems } from './use-problems.ts'
import { useWorkFace } from './work-face.ts'

const adoptFields = [
  described('on', 'date', words.adoptDay, { required: true }),
  described('by', 'text', words.adoptBody, { required: true, maxLength: 200, help: words.adoptBodyHelp }),
]
const closeFields = [described('outcome', 'longtext', words.outcome, { required: true, maxLength: 4000 })]

/** The steps a problem may take now, and that it has been gone through. */
export function StateSteps({ problem }: { readonly problem: ProblemDetail }) {
  const t = useText()
  const announce = useAnnounce()
  const refresh = useRefreshProblems()
  const navigate = useNavigate()
  const face = useWorkFace()
  const [asking, setAsking] = useState<'adopt' | 'close' | null>(null)
  const [error, setError] = useState<unknown>(null)
  const today = swedishClock(new Date().toISOString()).day
  const may = (to: string) => problem.nextStates.includes(to)

  const done = async () => {
    await refresh()
    announce(t(words.saved), { show: true })
    setAsking(null)
  }
  const at = (work: () => Promise<unknown>) => {
    setError(null)
    work().then(done, (refused: unknown) => {
      setError(refused)
      void refresh()
    })
  }
  const step = (given: ProblemStep) => problemsApi.step(problem, given)
  const remove = async () => {
    if (!confirm(t(words.removeDraftSure))) return
    setError(null)
    try {
      await problemsApi.remove(problem)
      await navigate({ to: '/$face/problem', params: { face } })
      await refresh()
    } catch (refused) {
      setError(refused)
    }
  }
  return (
    <section className={styles.section} aria-label={t(words.steps)}>
      <h3>{t(words.steps)}</h3>
      {error !== null && <ErrorNote error={error} />}
      <div className={styles.buttons}>
        {problem.state === 'draft' && may('adopted') && (
          <Button kind="primary" icon={<Icon name="check" size={16} />} onClick={() => setAsking('adopt')}>
            {t(words.adopt)}
          </Button>
        )}
        {may('followed_up') && (
          <Button kind="primary" onClick={() => at(() => step({ to: 'followed_up' }))}>
            {t(words.followUp)}
          </Button>
        )}
        {problem.state === 'closed' && may('adopted') && (
          <Button onClick={() => at(() => step({ to: 'adopted' }))}>{t(words.reopen)}</Button>
        )}
        {may('closed') && <Button onClick={() => setAsking('close')}>{t(words.close)}</Button>}
        {problem.state === 'draft' && (
          <Button kind="quiet" icon={<Icon name="bin" size={16} />} onClick={() => void remove()}>
            {t(words.removeDraft)}
          </Button>
        )}
      </div>
      {problem.state === 'draft' && !may('adopted') && <p className={styles.soft}>{t(words.onlyDeciders)}</p>}
      {(problem.state === 'adopted' || problem.state === 'followed_up') && (
        <>
          <div className={styles.buttons}>
            <Button size="s" onClick={() => at(() => problemsApi.change(problem, { reviewedOn: today }))}>
              {t(words.goneThrough)}
            </Button>
          </div>
          <p className={styles.soft}>{t(words.goneThroughHelp)}</p>
        </>
      )}
      {asking && (
        <Dialog
          title={t(asking === 'adopt' ? words.adoptTitle : words.closeTitle)}
          onClose={() => setAsking(null)}
        >
          <FieldsForm
            fields={asking === 'adopt' ? adoptFields : closeFields}
            initial={{ on: today, outcome: problem.outcome }}
            onCancel={() => setAsking(null)}
            saveLabel={t(asking === 'adopt' ? words.adopt : words.close)}
            onSave={async (values) => {
              await step({ to: asking === 'adopt' ? 'adopted' : 'closed', ...values } as ProblemStep)
              await done()
            }}
          />
        </Dialog>
      )}
    </section>
  )
}
